import { expect } from '@open-wc/testing';
import { createFetch } from '../../../mocks/fetch.js';
import { PortalClient } from '../../../src/client/portal-client.js';
import { getResult } from '../../../src/contract/generated/details/results.js';
import { getSession, signIn } from '../../../src/contract/generated/session.js';
import { SessionStore } from '../../../src/session/session-store.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { newTabStorage } from '../../../stories/fixtures/support/tab-storage.js';
import { password } from '../../support/sample-people.js';
import { openBrowser, signInAs, type Tab } from '../support/tabs.js';

type Browser = Awaited<ReturnType<typeof openBrowser>>;

/** Signs everybody out at the backend, as another device may do; no tab is told. */
const endElsewhere = ({ backend }: Browser) =>
  backend.db.transact(({ sessions }) => {
    for (const session of [...sessions.values()]) {
      sessions.put({ ...session, accountId: null, ended: 'sign-out', begun: [] });
    }
  });

/** The backend knows nothing any more of sessions of yesterday. */
const forgetSessions = ({ backend }: Browser) =>
  backend.db.transact(({ sessions }) => {
    for (const { id } of [...sessions.values()]) sessions.delete(id);
  });

/** A tab whose requests go through what a test puts in between. */
const openOver = (
  { backend, openChannel }: Browser,
  between: (ask: typeof fetch) => typeof fetch,
): Tab => {
  const client = new PortalClient({ baseUrl: '/api', fetch: between(createFetch(backend)) });
  const store = new SessionStore({ client, openChannel, tabStorage: newTabStorage() });
  return { client, store, begun: [], sent: [] };
};

const lookFor = ({ client }: Tab, subject = 'ann') =>
  client.call(getResult, { params: { subject, result: 'none' } }).catch(() => undefined);

const deletions = ({ sent }: Tab) => sent.filter(({ method }) => method === 'DELETE').length;

describe('the end of a session', () => {
  it('is heard from any answer, where somebody has signed out on another device', async () => {
    const browser = await openBrowser();
    const tab = browser.openTab();
    await signInAs(tab, 'ann');
    await endElsewhere(browser);
    await lookFor(tab);
    expect(tab.store.getState()).to.deep.equal({ status: 'signed-out', ended: 'sign-out' });
  });

  it('keeps its reason when the backend has forgotten it', async () => {
    const browser = await openBrowser();
    const tab = browser.openTab();
    await signInAs(tab, 'ann');
    await tab.store.dispatch({ type: 'expire' });
    await forgetSessions(browser);
    await tab.store.dispatch({ type: 'refresh' });
    expect(tab.store.getState()).to.deep.equal({ status: 'signed-out', ended: 'idle' });
    await signInAs(tab, 'ann');
    await forgetSessions(browser);
    await tab.store.dispatch({ type: 'refresh' });
    expect(tab.store.getState(), 'of the next session').to.deep.equal({
      status: 'signed-out',
      ended: null,
    });
  });

  it('is none where nobody is signed in: nothing is sent, and nothing said', async () => {
    const { openTab } = await openBrowser();
    const tab = openTab();
    await tab.store.dispatch({ type: 'refresh' });
    const before = tab.sent.length;
    for (const type of ['sign-out', 'expire'] as const) {
      await tab.store.dispatch({ type });
      expect(tab.store.getState()).to.deep.equal({ status: 'signed-out', ended: null });
    }
    await tab.store.dispatch({ type: 'warn', warning: { endsAt: 0 } });
    expect(tab.store.getState()).to.deep.equal({ status: 'signed-out', ended: null });
    expect(tab.sent).to.have.length(before);
  });

  it('needs not be told to a backend that has ended the idle session itself', async () => {
    const { openTab, timers } = await openBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    timers.advance({ minutes: 15 });
    await tab.store.dispatch({ type: 'expire' });
    expect(deletions(tab)).to.equal(0);
  });

  it('is told even if the page is left at once', async () => {
    const kept: string[] = [];
    const tab = openOver(await openBrowser(), (ask) => (input, init) => {
      if (init?.keepalive) kept.push(init.method ?? 'GET');
      return ask(input, init);
    });
    await signInAs(tab, 'ann');
    await tab.store.dispatch({ type: 'sign-out' });
    expect(kept).to.deep.equal(['DELETE']);
  });

  it('is followed by the token of the next session, where the backend begins another one', async () => {
    const browser = await openBrowser();
    const tab = browser.openTab();
    await signInAs(tab, 'ann');
    const release = browser.backend.faults.hold('getSession');
    const ending = tab.store.dispatch({ type: 'sign-out' });
    await eventually(() => {
      expect(deletions(tab)).to.equal(1);
    });
    await forgetSessions(browser);
    release();
    await ending;
    const before = tab.sent.length;
    await signInAs(tab, 'bob');
    expect(tab.sent.slice(before)).to.deep.equal([{ method: 'POST', path: '/session' }]);
  });
});

describe('somebody who has signed in in another tab since', () => {
  it('is not signed out because the one before has idled', async () => {
    const { openTab, backend } = await openBrowser();
    const [one, two] = [openTab(), openTab()];
    await signInAs(one, 'ann');
    await two.store.dispatch({ type: 'refresh' });
    const release = backend.faults.hold('signOut');
    const ending = one.store.dispatch({ type: 'expire' });
    await eventually(() => {
      expect(one.begun.at(-1)?.method).to.equal('DELETE');
    });
    await signInAs(two, 'bob');
    release();
    await ending;
    await two.store.dispatch({ type: 'refresh' });
    expect(two.store.getState()).to.have.nested.property('subject.id', 'bob');
  });

  it('is not signed out by who asks for it here: that session was over already', async () => {
    const { openTab, backend } = await openBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    // A tab of which this one hears nothing.
    const unheard = new PortalClient({
      baseUrl: '/api',
      fetch: createFetch(backend, { browser: 'one' }),
    });
    unheard.csrfToken = tab.client.csrfToken;
    await unheard.call(signIn, { body: { username: 'bob', password } });
    await tab.store.dispatch({ type: 'sign-out' });
    expect((await unheard.call(getSession, {})).status).to.equal('signed-in');
  });
});

describe('a late answer', () => {
  it('of before a sign-in does not undo it', async () => {
    const browser = await openBrowser();
    let delivered = Promise.resolve();
    const tab = openOver(browser, (ask) => async (input, init) => {
      const until = delivered;
      const answer = await ask(input, init);
      await until;
      return answer;
    });
    await tab.store.dispatch({ type: 'refresh' });
    let arrive: () => void = () => undefined;
    delivered = new Promise((resolve) => (arrive = resolve));
    const looking = tab.store.dispatch({ type: 'refresh' });
    delivered = Promise.resolve();
    await signInAs(tab, 'ann');
    const { csrfToken } = tab.client;
    arrive();
    await looking;
    expect(tab.store.getState().status).to.equal('signed-in');
    expect(tab.client.csrfToken).to.equal(csrfToken);
  });

  it('changes nothing for a page that has left, and tells it nothing', async () => {
    const { openTab, backend } = await openBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    const release = backend.faults.hold('getSession');
    const looking = tab.store.dispatch({ type: 'refresh' });
    const state = tab.store.getState();
    let changes = 0;
    tab.store.subscribe(() => (changes += 1));
    tab.store.close();
    release();
    await looking;
    expect(tab.store.getState()).to.equal(state);
    await tab.store.dispatch({ type: 'sign-out' });
    expect(changes).to.equal(0);
  });
});

describe('whoever follows a session', () => {
  it('is told of each change until they want no more', async () => {
    const { openTab } = await openBrowser();
    const tab = openTab();
    const seen: string[] = [];
    const unsubscribe = tab.store.subscribe(() => seen.push(tab.store.getState().status));
    await tab.store.dispatch({ type: 'refresh' });
    await signInAs(tab, 'ann');
    expect(seen).to.deep.equal(['signed-out', 'signed-in']);
    unsubscribe();
    await tab.store.dispatch({ type: 'sign-out' });
    expect(seen).to.deep.equal(['signed-out', 'signed-in']);
  });
});
