import { expect } from '@open-wc/testing';
import type { ProxyRecord } from '../../../mocks/db/records/index.js';
import { NotFoundError } from '../../../src/client/portal-errors.js';
import { getResult } from '../../../src/contract/generated/details/results.js';
import { newTabStorage } from '../../../stories/fixtures/support/tab-storage.js';
import { openBrowser, signInAs, untilStatus, type Tab } from '../support/tabs.js';

/** A browser of Ann's, who may open Bob's record besides her own. */
const openFamily = async () => {
  const browser = await openBrowser();
  const { backend, timers } = browser;
  const access: ProxyRecord = {
    id: 'ann-for-bob',
    patientId: 'bob',
    proxyPatientId: 'ann',
    relationship: 'spouse',
    access: 'view',
    givenBy: 'consent-form',
    since: timers.now(),
    ended: null,
  };
  const put = (ended: ProxyRecord['ended']) =>
    backend.db.transact(({ proxies }) => {
      proxies.put({ ...access, ended });
    });
  await put(null);
  return {
    ...browser,
    end: () => put({ at: timers.now(), by: 'patient' }),
    giveAgain: () => put(null),
  };
};

const open = ({ store }: Tab, subject: string) => store.dispatch({ type: 'open-record', subject });

/** Asks for something that is not there. */
const lookFor = ({ client }: Tab, subject: string): Promise<unknown> =>
  client.call(getResult, { params: { subject, result: 'none' } }).catch((error: unknown) => error);

const expectOpen = ({ store }: Tab, subject: string, lost: string | null = null): void => {
  const state = store.getState();
  expect(state).to.have.nested.property('subject.id', subject);
  expect(state).to.have.property('lost', lost);
};

/** Resolves with the next state of a tab. */
const change = ({ store }: Tab): Promise<void> =>
  new Promise((resolve) => {
    const unsubscribe = store.subscribe(() => {
      unsubscribe();
      resolve();
    });
  });

describe('session store: switching records (proxy.own-login)', () => {
  it('opens another record of the account, with what may be done there, and none that is not its own to open', async () => {
    const { openTab } = await openFamily();
    const tab = openTab();
    await signInAs(tab, 'ann');
    await open(tab, 'nobody');
    expectOpen(tab, 'ann');
    await open(tab, 'bob');
    expect(tab.store.getState())
      .to.have.property('subject')
      .that.deep.includes({ id: 'bob', relationship: 'spouse', access: 'view' });
    await tab.store.dispatch({ type: 'refresh' });
    expectOpen(tab, 'bob');
    await open(tab, 'ann');
    expectOpen(tab, 'ann');
  });

  it('does nothing while nobody is signed in', async () => {
    const { openTab } = await openFamily();
    const tab = openTab();
    await tab.store.dispatch({ type: 'refresh' });
    await open(tab, 'bob');
    expect(tab.store.getState().status).to.equal('signed-out');
  });

  it('stays in the record after a reload; another tab has its own', async () => {
    const { openTab } = await openFamily();
    const [storage, other] = [newTabStorage(), openTab()];
    const tab = openTab(storage);
    await signInAs(tab, 'ann');
    await untilStatus(other, 'signed-in');
    await open(tab, 'bob');
    expectOpen(other, 'ann');
    tab.store.close();

    const reloaded = openTab(storage);
    await reloaded.store.dispatch({ type: 'refresh' });
    expectOpen(reloaded, 'bob');
    const opened = openTab();
    await opened.store.dispatch({ type: 'refresh' });
    expectOpen(opened, 'ann');

    await open(reloaded, 'ann');
    reloaded.store.close();
    const again = openTab(storage);
    await again.store.dispatch({ type: 'refresh' });
    expectOpen(again, 'ann');
  });

  it('goes on in the record after an idle logout, for the same account only', async () => {
    const { openTab } = await openFamily();
    const tab = openTab();
    await signInAs(tab, 'ann');
    await open(tab, 'bob');
    await tab.store.dispatch({ type: 'expire' });
    await signInAs(tab, 'ann');
    expectOpen(tab, 'bob');
    await tab.store.dispatch({ type: 'expire' });
    await signInAs(tab, 'bob');
    expectOpen(tab, 'bob');
    expect(tab.store.getState()).to.have.nested.property('subject.relationship', 'self');
  });

  it('begins in the own record after signing out, here or in another tab', async () => {
    const { openTab } = await openFamily();
    const [one, two] = [openTab(), openTab()];
    await signInAs(one, 'ann');
    await untilStatus(two, 'signed-in');
    for (const tab of [one, two]) {
      await open(one, 'bob');
      await tab.store.dispatch({ type: 'sign-out' });
      await signInAs(one, 'ann');
      expectOpen(one, 'ann');
      await untilStatus(two, 'signed-in');
    }
  });

  it('keeps two opaque ids, and nothing of a record; nothing once the own one is open', async () => {
    const { openTab } = await openFamily();
    const items = new Map<string, string>();
    const tab = openTab({
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => void items.set(key, value),
      removeItem: (key) => void items.delete(key),
    });
    await signInAs(tab, 'ann');
    expect([...items.values()]).to.deep.equal([]);
    await open(tab, 'bob');
    const { account } = tab.store.getState() as { account: { id: string } };
    expect([...items.values()]).to.deep.equal([`${account.id} bob`]);
    await open(tab, 'ann');
    expect([...items.values()]).to.deep.equal([]);
  });
});

describe('session store: a record that was open and is not any more', () => {
  it('gives way to the own one as soon as an answer lets it be known, and says which it was', async () => {
    const { openTab, end } = await openFamily();
    const tab = openTab();
    await signInAs(tab, 'ann');
    await open(tab, 'bob');
    await end();
    const changed = change(tab);
    expect(await lookFor(tab, 'bob')).to.be.instanceOf(NotFoundError);
    await changed;
    expectOpen(tab, 'ann', 'bob');
    await tab.store.dispatch({ type: 'refresh' });
    expectOpen(tab, 'ann', 'bob');
    await open(tab, 'ann');
    expectOpen(tab, 'ann');
  });

  it('stays open where only something in it was not found', async () => {
    const { openTab } = await openFamily();
    const tab = openTab();
    await signInAs(tab, 'ann');
    await open(tab, 'bob');
    const changed = change(tab);
    await lookFor(tab, 'bob');
    await changed;
    expectOpen(tab, 'bob');
  });

  it('is told of after a reload too, until a record is chosen', async () => {
    const { openTab, end } = await openFamily();
    const storage = newTabStorage();
    const tab = openTab(storage);
    await signInAs(tab, 'ann');
    await open(tab, 'bob');
    await end();
    tab.store.close();
    const reloaded = openTab(storage);
    await reloaded.store.dispatch({ type: 'refresh' });
    expectOpen(reloaded, 'ann', 'bob');
    reloaded.store.close();
    const nextPage = openTab(storage);
    await nextPage.store.dispatch({ type: 'refresh' });
    expectOpen(nextPage, 'ann', 'bob');
    await open(nextPage, 'ann');
    expectOpen(nextPage, 'ann');
    nextPage.store.close();
    const again = openTab(storage);
    await again.store.dispatch({ type: 'refresh' });
    expectOpen(again, 'ann');
  });

  it('is no longer spoken of once it can be opened again; it does not open by itself', async () => {
    const { openTab, end, giveAgain } = await openFamily();
    const tab = openTab();
    await signInAs(tab, 'ann');
    await open(tab, 'bob');
    await end();
    await tab.store.dispatch({ type: 'refresh' });
    expectOpen(tab, 'ann', 'bob');
    await giveAgain();
    await tab.store.dispatch({ type: 'refresh' });
    expectOpen(tab, 'ann');
  });

  it('does not open by itself on the next page either, once it can be opened again', async () => {
    const { openTab, end, giveAgain } = await openFamily();
    const storage = newTabStorage();
    const tab = openTab(storage);
    await signInAs(tab, 'ann');
    await open(tab, 'bob');
    await end();
    await tab.store.dispatch({ type: 'refresh' });
    await giveAgain();
    tab.store.close();
    const nextPage = openTab(storage);
    await nextPage.store.dispatch({ type: 'refresh' });
    expectOpen(nextPage, 'ann');
  });

  it('closes in every tab that hears of it', async () => {
    const { openTab, end } = await openFamily();
    const [one, two] = [openTab(), openTab()];
    await signInAs(one, 'ann');
    await untilStatus(two, 'signed-in');
    await open(two, 'bob');
    await end();
    const changed = change(two);
    await one.store.dispatch({ type: 'records-changed' });
    await changed;
    expectOpen(one, 'ann');
    expectOpen(two, 'ann', 'bob');
  });

  it('is not asked for while the own record is open', async () => {
    const { openTab } = await openFamily();
    const tab = openTab();
    await signInAs(tab, 'ann');
    const before = tab.sent.length;
    await lookFor(tab, 'ann');
    await lookFor(tab, 'bob');
    expect(tab.sent.slice(before).filter(({ path }) => path === '/session')).to.deep.equal([]);
  });
});
