import { expect } from '@open-wc/testing';
import { RefusedError, SessionChangedError } from '../../../src/client/portal-errors.js';
import { readPasswordReset } from '../../../src/contract/generated/account.js';
import { changePassword, getPreferences } from '../../../src/contract/generated/preferences.js';
import { saveDraft } from '../../../src/contract/generated/details/drafts.js';
import { password } from '../../support/sample-people.js';
import { rejection } from '../../support/rejection.js';
import { tabHub } from '../../support/tab-hub.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { openBrowser, signInAs, untilStatus, type Tab } from '../support/tabs.js';

/** Two origins of one hospital with one backend: their pages do not hear of each other. */
const openOrigins = async () => {
  const browser = await openBrowser();
  const [here, there] = [browser.openTab(), browser.openTab(undefined, tabHub())];
  await signInAs(here, 'ann');
  await signInAs(there, 'bob');
  return { ...browser, here, there };
};

const bobIsShown = async (tab: Tab) => {
  await eventually(() => {
    expect(tab.store.getState()).to.have.nested.property('subject.id', 'bob');
  });
};

const aKey = () => ({ 'idempotency-key': crypto.randomUUID() });

describe('a page opened as one person, in whose browser another has signed in', () => {
  it('changes nothing for the other, and shows who is signed in now', async () => {
    const { here, backend } = await openOrigins();
    const before = [...backend.db.tables.accounts.values()];
    const body = { currentPassword: password, password: 'garden gate by the sea' };
    const error = await rejection(here.client.call(changePassword, { headers: aKey(), body }));
    expect(error).to.be.instanceOf(SessionChangedError);
    expect([...backend.db.tables.accounts.values()]).to.deep.equal(before);
    await bobIsShown(here);
    expect(here.sent.filter(({ method }) => method === 'PUT').length).to.be.lessThan(2);
  });

  it('counts no try against the other', async () => {
    const { here, backend } = await openOrigins();
    const body = { currentPassword: 'wrong', password: 'garden gate by the sea' };
    await rejection(here.client.call(changePassword, { headers: aKey(), body }));
    const counted = [...backend.db.tables.signInAttempts.values()];
    expect(counted.every(({ failures }) => failures === 0)).to.equal(true);
  });

  it('reads nothing of the other', async () => {
    const { here } = await openOrigins();
    expect(await rejection(here.client.call(getPreferences, {}))).to.be.instanceOf(
      SessionChangedError,
    );
    await bobIsShown(here);
    expect(await here.client.call(getPreferences, {})).to.have.property('etag');
  });

  it('stores nothing in a record that both may open', async () => {
    const { here, backend, timers } = await openOrigins();
    await backend.db.transact(({ proxies }) => {
      proxies.put({
        id: 'bob-for-ann',
        patientId: 'ann',
        proxyPatientId: 'bob',
        relationship: 'spouse',
        access: 'full',
        givenBy: 'consent-form',
        since: timers.now(),
        ended: null,
      });
    });
    const draft = {
      params: { subject: 'ann', draft: 'd1' },
      body: {
        form: 'message' as const,
        writer: 'page',
        sequence: 1,
        content: { text: 'By Ann.' },
        replaces: null,
      },
    };
    expect(await rejection(here.client.call(saveDraft, draft))).to.be.instanceOf(
      SessionChangedError,
    );
    expect(backend.db.tables.drafts.size).to.equal(0);
  });

  it('goes on where the same person has signed in again', async () => {
    const browser = await openBrowser();
    const [here, there] = [browser.openTab(), browser.openTab(undefined, tabHub())];
    await signInAs(here, 'ann');
    await signInAs(there, 'ann');
    expect(await here.client.call(getPreferences, {})).to.have.property('etag');
    expect(here.store.getState().status).to.equal('signed-in');
  });

  it('is empty where they have signed out', async () => {
    const { here, there } = await openOrigins();
    await there.store.dispatch({ type: 'sign-out' });
    await rejection(here.client.call(getPreferences, {}));
    expect(await untilStatus(here, 'signed-out')).to.include({ ended: 'sign-out' });
  });

  it('acts for whoever is signed in, as long as it has not heard who that is', async () => {
    const browser = await openBrowser();
    await signInAs(browser.openTab(), 'ann');
    const { client } = browser.openTab();
    const body = { token: 'a-link-that-was-used' };
    expect(await rejection(client.call(readPasswordReset, { body }))).to.be.instanceOf(
      RefusedError,
    );
  });

  it('does not sign the other out', async () => {
    const { here, there } = await openOrigins();
    await here.store.dispatch({ type: 'sign-out' });
    await there.store.dispatch({ type: 'refresh' });
    expect(there.store.getState()).to.have.nested.property('subject.id', 'bob');
  });

  it('lets the sign-in form try nothing in a session that it does not know', async () => {
    const browser = await openBrowser();
    const [here, there] = [browser.openTab(), browser.openTab(undefined, tabHub())];
    await here.store.dispatch({ type: 'refresh' });
    await signInAs(there, 'bob');
    expect(await rejection(signInAs(here, 'ann'))).to.be.instanceOf(SessionChangedError);
    await bobIsShown(here);
  });
});
