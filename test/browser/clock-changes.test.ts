import { expect } from '@open-wc/testing';
import { createBackend } from '../../mocks/backend.js';
import { createFetch } from '../../mocks/fetch.js';
import { mycooper } from '../../src/policy/mycooper.js';
import { SharedSession } from '../../src/session/shared-session.js';
import type { Timers } from '../../src/client/timers.js';
import { ManualTimers } from '../../stories/fixtures/support/manual-timers.js';
import { newTabStorage } from '../../stories/fixtures/support/tab-storage.js';
import { makePerson, password } from '../support/sample-people.js';

const hour = 3_600_000;
let count = 0;

/** Pages of one browser, on a computer whose clock can be set; its timers go by the time that passes. */
const openComputer = async () => {
  const passing = new ManualTimers();
  let isSetBy = 0;
  const timers: Timers = {
    now: () => passing.now() + isSetBy,
    after: (...when) => passing.after(...when),
  };
  const backend = await createBackend({
    policy: mycooper,
    clock: passing.clock,
    people: [makePerson('ann', 'ann')],
    passwordIterations: 1,
  });
  const ask = createFetch(backend, { browser: 'one' });
  const sent: string[] = [];
  const members: { readonly session: SharedSession; readonly member: object }[] = [];
  const openPage = () => {
    const member = {};
    count += 1;
    const session = SharedSession.join(
      {
        baseUrl: `${location.origin}/clock-${count}`,
        policy: mycooper,
        timers,
        fetch: (input, init) => {
          const { pathname } = new URL(new Request(input).url);
          const path = pathname.replace(/^\/clock-\d+/, '');
          sent.push(path);
          return ask(`/api${path}`, init);
        },
        tabStorage: newTabStorage(),
      },
      member,
    );
    members.push({ session, member });
    return session;
  };
  const page = openPage();
  await page.store.dispatch({ type: 'sign-in', username: 'ann', password });
  // The guard comes with the first that is signed in.
  const use = () => {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
  };
  return {
    page,
    passing,
    sent,
    use,
    setClock: (by: number) => {
      isSetBy += by;
    },
    close: () => {
      for (const { session, member } of members) session.leave(member);
    },
  };
};

/** Whatever watches the session by now is there; somebody has just used the page. */
const untilWatched = async ({ passing, use }: Awaited<ReturnType<typeof openComputer>>) => {
  await import('../../src/session/watched-guard.js');
  await new Promise((resolve) => setTimeout(resolve));
  passing.advance({ seconds: 61 });
  use();
};

const warning = (session: SharedSession) => {
  const state = session.store.getState();
  return state.status === 'signed-in' ? state.warning : undefined;
};

describe('a computer whose clock is set (session.idle-logout)', () => {
  let computer: Awaited<ReturnType<typeof openComputer>>;
  beforeEach(async () => {
    computer = await openComputer();
    await untilWatched(computer);
  });
  afterEach(() => {
    computer.close();
  });

  it('back by an hour: the session is warned of and ends as if it were not', () => {
    const { page, passing, setClock } = computer;
    passing.advance({ minutes: 5 });
    setClock(-hour);
    passing.advance({ minutes: 7, seconds: 59 });
    expect(warning(page)).to.equal(null);
    passing.advance({ seconds: 11 }); // what has passed since it was looked at last is not known
    expect(warning(page)).not.to.equal(null);
    passing.advance({ minutes: 2 });
    expect(page.store.getState()).to.include({ status: 'signed-out', ended: 'idle' });
  });

  it('back by an hour: what somebody does counts, and the backend hears of it', () => {
    const { page, passing, setClock, use, sent } = computer;
    setClock(-hour);
    const before = sent.filter((path) => path === '/session/activity').length;
    for (let minutes = 0; minutes < 20; minutes += 1) {
      passing.advance({ minutes: 1 });
      use();
    }
    expect(page.store.getState().status).to.equal('signed-in');
    const times = sent.filter((path) => path === '/session/activity').length - before;
    expect(times).to.be.within(18, 21);
  });

  it('forward by more than the limit: that is what sleep looks like, so the session ends', () => {
    const { page, passing, setClock } = computer;
    setClock(hour);
    passing.advance({ seconds: 10 });
    expect(page.store.getState()).to.include({ status: 'signed-out', ended: 'idle' });
  });

  it('forward a little, and back: it ends no later than the limit', () => {
    const { page, passing, setClock } = computer;
    setClock(60_000);
    passing.advance({ seconds: 20 });
    setClock(-60_000);
    passing.advance({ minutes: 14, seconds: 40 });
    expect(page.store.getState()).to.include({ status: 'signed-out', ended: 'idle' });
  });
});
