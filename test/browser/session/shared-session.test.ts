import { expect } from '@open-wc/testing';
import { createBackend } from '../../../mocks/backend.js';
import { createFetch } from '../../../mocks/fetch.js';
import { PortalClient } from '../../../src/client/portal-client.js';
import { getResult } from '../../../src/contract/generated/details/results.js';
import { getSession, signOut } from '../../../src/contract/generated/session.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { SharedSession, type SharedSessionOptions } from '../../../src/session/shared-session.js';
import { openTabChannel } from '../../../src/session/tab-channel.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { ManualTimers } from '../../../stories/fixtures/support/manual-timers.js';
import { newTabStorage } from '../../../stories/fixtures/support/tab-storage.js';
import { consoleErrors } from '../../support/console-errors.js';
import { makePerson, password } from '../../support/sample-people.js';

const baseUrl = `${location.origin}/api`;

/** Members that have not left yet, and their session. */
const joined = new Map<object, SharedSession>();

const leave = (member: object) => {
  joined.get(member)?.leave(member);
  joined.delete(member);
};

/** A page that is to speak with a backend, and what it has sent. */
const openPage = async (change: Partial<SharedSessionOptions> = {}) => {
  const timers = new ManualTimers();
  const backend = await createBackend({
    policy: mycooper,
    clock: timers.clock,
    people: [makePerson('ann', 'ann')],
    passwordIterations: 1,
  });
  const ask = createFetch(backend, { browser: 'one' });
  const sent: string[] = [];
  const answered: string[] = [];
  const options: SharedSessionOptions = {
    baseUrl,
    policy: mycooper,
    timers,
    fetch: (input, init) => {
      const path = new URL(new Request(input).url).pathname.replace('/api', '');
      sent.push(path);
      return ask(input, init).finally(() => answered.push(path));
    },
    tabStorage: newTabStorage(),
    ...change,
  };
  const join = (member: object) => {
    const session = SharedSession.join(options, member);
    joined.set(member, session);
    return session;
  };
  const times = (paths: readonly string[]) =>
    paths.filter((path) => path === '/session/activity').length;
  /** As often as the page has begun to tell the backend that somebody uses it. */
  const timesKeptAlive = () => times(sent);
  /** Resolves when the backend has answered to that. */
  const untilKeptAlive = () =>
    eventually(() => {
      expect(times(answered)).to.be.greaterThan(0).and.equal(times(sent));
    });
  return { timers, ask, sent, join, timesKeptAlive, untilKeptAlive };
};

const signIn = ({ store }: SharedSession) =>
  store.dispatch({ type: 'sign-in', username: 'ann', password });

/** Presses a key anywhere on the page. */
const pressKey = () => window.dispatchEvent(new Event('keydown'));

const comeBack = (persisted: boolean) =>
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));

/** Thirteen minutes and a second go by, and the session warns: it is watched. */
const untilWarned = async ({ store }: SharedSession, timers: ManualTimers) => {
  timers.advance({ minutes: 13 });
  await eventually(() => {
    expect(store.getState()).to.have.nested.property('warning.endsAt');
  });
  timers.advance({ seconds: 1 });
};

/** Whatever watches the session by now is there. */
const untilAllWatch = async () => {
  await import('../../../src/session/watched-guard.js');
  await new Promise((resolve) => setTimeout(resolve));
};

describe('a session that several share', () => {
  afterEach(() => {
    for (const member of joined.keys()) leave(member);
  });

  it('is one for each backend, and is led by who came first', async () => {
    const { join, sent } = await openPage();
    const other = await openPage({ baseUrl: `${location.origin}/another` });
    const [one, two] = [{}, {}];
    const session = join(one);
    expect(join(two)).to.equal(session);
    expect(other.join({})).not.to.equal(session);
    expect(session.leader).to.equal(one);
    leave(one);
    expect(session.leader).to.equal(two);
    expect(sent).to.deep.equal(['/session']);
  });

  it('keeps which record is open where the page wants it kept', async () => {
    const tabStorage = newTabStorage();
    const { join } = await openPage({ tabStorage });
    join({}).store.tabStorage.setItem('record', 'mina');
    expect(tabStorage.getItem('record')).to.equal('mina');
  });

  it('asks by the page’s own fetch where it is given none, whenever the page replaces it', async () => {
    const { ask, join } = await openPage({ fetch: undefined });
    const original = globalThis.fetch;
    const asked: string[] = [];
    globalThis.fetch = (input, init) => {
      asked.push(new URL(new Request(input).url).pathname);
      return ask(input, init);
    };
    try {
      const { store } = join({});
      await eventually(() => {
        expect(store.getState().status).to.equal('signed-out');
      });
    } finally {
      globalThis.fetch = original;
    }
    expect(asked).to.deep.equal(['/api/session']);
  });

  it('waits by the page’s timers before it asks an unreachable backend again', async () => {
    const waits: number[] = [];
    const held = new ManualTimers();
    let asked = 0;
    const { join } = await openPage({
      timers: {
        now: held.now,
        after: (milliseconds, callback) => {
          waits.push(milliseconds);
          return held.after(milliseconds, callback);
        },
      },
      fetch: () => {
        asked += 1;
        return Promise.reject(new TypeError('Failed to fetch'));
      },
    });
    const { store } = join({});
    await eventually(() => {
      expect(store.getState().status).to.equal('unknown');
    });
    expect(asked).to.equal(3);
    expect(waits).to.deep.equal([400, 1600]);
  });

  for (const which of ['first', 'second'] as const) {
    it(`goes on when the ${which} of two has left: warns, signs out, hears the other tabs (session.idle-logout)`, async () => {
      const { timers, join, untilKeptAlive } = await openPage();
      const [one, two] = [{}, {}];
      const session = join(one);
      join(two);
      await signIn(session);
      await untilWarned(session, timers);
      leave(which === 'first' ? one : two);
      session.stay();
      expect(session.store.getState()).to.have.property('warning', null);
      await untilKeptAlive();
      await untilWarned(session, timers);
      timers.advance({ minutes: 2 });
      expect(session.store.getState()).to.deep.equal({ status: 'signed-out', ended: 'idle' });
      await signIn(session);
      openTabChannel(`portal-session ${baseUrl}`, () => undefined).post({
        type: 'signed-out',
        ended: 'sign-out',
      });
      await eventually(() => {
        expect(session.store.getState().status).to.equal('signed-out');
      });
    });
  }

  it('is watched once, however often it changes', async () => {
    const { timers, join, timesKeptAlive, untilKeptAlive } = await openPage();
    const session = join({});
    await signIn(session);
    await untilWarned(session, timers);
    session.stay();
    await untilKeptAlive();
    for (let times = 0; times < 3; times += 1) await session.store.dispatch({ type: 'refresh' });
    await untilAllWatch();
    timers.advance({ seconds: 10 });
    pressKey();
    timers.advance({ minutes: 1 });
    expect(timesKeptAlive()).to.equal(2);
  });

  it('is over as soon as a computer that slept past the limit shows the page again', async () => {
    const { timers, join, untilKeptAlive } = await openPage();
    const session = join({});
    await signIn(session);
    await untilWarned(session, timers); // it is watched
    session.stay();
    await untilKeptAlive();
    timers.clock.advance({ hours: 8 }); // no timer fires while the computer sleeps
    expect(session.store.getState().status).to.equal('signed-in');
    window.dispatchEvent(new Event('focus'));
    expect(session.store.getState()).to.deep.equal({ status: 'signed-out', ended: 'idle' });
  });

  it('is over for the page with the last who leaves: nothing is sent, ended or heard any more', async () => {
    const { timers, join, sent, untilKeptAlive } = await openPage();
    const member = {};
    const session = join(member);
    await signIn(session);
    await untilWarned(session, timers);
    session.stay();
    await untilKeptAlive();
    const before = sent.length;
    leave(member);

    timers.advance({ seconds: 10 });
    pressKey();
    comeBack(true);
    timers.advance({ minutes: 60 });
    const news = { type: 'signed-out', ended: 'sign-out' };
    await new Promise<void>((resolve) => {
      // It came last, so it hears last.
      openTabChannel(`portal-session ${baseUrl}`, () => {
        resolve();
      });
      openTabChannel(`portal-session ${baseUrl}`, () => undefined).post(news);
    });
    expect(sent).to.have.length(before);
    const missing = { params: { subject: 'ann', result: 'none' } };
    await session.client.call(getResult, missing).catch(() => undefined);
    expect(session.store.getState().status).to.equal('signed-in');
    expect(join({})).not.to.equal(session);
  });

  it('is not watched where everybody left before that could begin', async () => {
    const { timers, join, timesKeptAlive } = await openPage();
    const member = {};
    const session = join(member);
    await signIn(session);
    leave(member);
    await untilAllWatch();
    pressKey();
    timers.advance({ minutes: 60 });
    expect(timesKeptAlive()).to.equal(0);
    expect(session.store.getState()).to.deep.include({ status: 'signed-in', warning: null });
  });

  it('ends where it cannot be watched, and says so; the next one is tried again', async () => {
    const { timers, join, sent } = await openPage();
    const session = join({});
    const own = window.addEventListener;
    window.addEventListener = () => {
      throw new Error('Nothing can be watched here.');
    };
    try {
      const errors = await consoleErrors(async () => {
        await signIn(session);
        await eventually(() => {
          expect(session.store.getState().status).to.equal('signed-out');
        });
      });
      expect(errors).to.contain('no idle limit').and.contain('Nothing can be watched here.');
    } finally {
      window.addEventListener = own;
    }
    await signIn(session);
    await untilWarned(session, timers);
    expect(sent).not.to.contain('/session/activity');
  });

  it('asks who is signed in when the page comes back from the back/forward cache', async () => {
    const { ask, sent, join } = await openPage();
    const session = join({});
    await signIn(session);
    await untilAllWatch();
    const elsewhere = new PortalClient({ baseUrl, fetch: ask });
    elsewhere.csrfToken = (await elsewhere.call(getSession, {})).csrfToken;
    await elsewhere.call(signOut, {});
    const before = sent.length;
    comeBack(false); // it was loaded
    expect(sent).to.have.length(before);
    comeBack(true);
    await eventually(() => {
      expect(session.store.getState()).to.deep.equal({ status: 'signed-out', ended: 'sign-out' });
    });
  });
});
