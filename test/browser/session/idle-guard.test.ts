import { expect } from '@open-wc/testing';
import { keepSessionAlive } from '../../../src/contract/generated/session.js';
import { IdleGuard, type IdleGuardOptions } from '../../../src/session/idle-guard.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { openBrowser, signInAs, type Sent, type Tab } from '../support/tabs.js';

const openGuardedBrowser = async () => {
  const browser = await openBrowser();
  const { timers, openChannel } = browser;
  const guard = ({ store, client }: Tab, change: Partial<IdleGuardOptions> = {}) =>
    new IdleGuard({
      store,
      client,
      warning: 120_000,
      timers,
      now: () => timers.now(),
      openChannel,
      ...change,
    });
  const times = (requests: readonly Sent[]) =>
    requests.filter(({ path }) => path === '/session/activity').length;
  /** As often as the tab has begun to tell the backend. */
  const keptAlive = ({ begun }: Tab) => times(begun);
  /** Resolves when the backend has answered for the last of so many times. */
  const untilKeptAlive = ({ sent }: Tab, wanted: number) =>
    eventually(() => {
      expect(times(sent)).to.equal(wanted);
    });
  return { ...browser, guard, keptAlive, untilKeptAlive };
};

describe('idle guard (session.idle-logout)', () => {
  it('warns at 13 minutes and signs out at 15, in the browser and at the backend', async () => {
    const { openTab, guard, timers } = await openGuardedBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    guard(tab);
    timers.advance({ minutes: 12, seconds: 59 });
    expect(tab.store.getState()).to.have.property('warning', null);
    timers.advance({ seconds: 1 });
    expect(tab.store.getState()).to.have.nested.property('warning.endsAt', timers.now() + 120_000);
    timers.advance({ minutes: 2 });
    expect(tab.store.getState()).to.deep.equal({ status: 'signed-out', ended: 'idle' });
    const later = openTab();
    await later.store.dispatch({ type: 'refresh' });
    expect(later.store.getState().status).to.equal('signed-out');
  });

  for (const [minutes, warnsAt] of [
    [7, { minutes: 8 }],
    [8, { minutes: 7, seconds: 30 }],
    [14, { minutes: 7, seconds: 30 }],
  ] as const) {
    it(`warns when half of the time is over at the soonest: ${minutes} minutes before the end`, async () => {
      const { openTab, guard, timers } = await openGuardedBrowser();
      const tab = openTab();
      await signInAs(tab, 'ann');
      guard(tab, { warning: minutes * 60_000 });
      timers.advance({ ...warnsAt, milliseconds: -1 });
      expect(tab.store.getState()).to.have.property('warning', null);
      timers.advance({ milliseconds: 1 });
      expect(tab.store.getState()).to.have.property('warning').that.is.not.equal(null);
      timers.advance({ minutes: 8 });
      expect(tab.store.getState()).to.deep.equal({ status: 'signed-out', ended: 'idle' });
    });
  }

  it('finds the time over when the computer wakes up', async () => {
    const { openTab, guard, timers } = await openGuardedBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    const watch = guard(tab);
    timers.clock.advance({ hours: 8 }); // no timer fires while the computer sleeps
    watch.look();
    expect(tab.store.getState()).to.deep.equal({ status: 'signed-out', ended: 'idle' });
  });

  it('goes by what the backend says later', async () => {
    const { openTab, guard, timers } = await openGuardedBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    guard(tab);
    timers.advance({ minutes: 10 });
    await tab.client.call(keepSessionAlive, { body: { idleSeconds: 0 } });
    await tab.store.dispatch({ type: 'refresh' });
    timers.advance({ minutes: 12, seconds: 59 });
    expect(tab.store.getState()).to.deep.include({ status: 'signed-in', warning: null });
    timers.advance({ seconds: 1 });
    expect(tab.store.getState()).to.have.nested.property('warning.endsAt', timers.now() + 120_000);
  });

  it('changes nothing for the widgets as long as there is no warning to take back', async () => {
    const { openTab, guard, timers } = await openGuardedBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    const watch = guard(tab);
    let changes = 0;
    tab.store.subscribe(() => (changes += 1));
    timers.advance({ seconds: 10 });
    watch.activity();
    expect(changes).to.equal(0);
  });

  it('tells the backend of activity, at most once a minute', async () => {
    const { openTab, guard, timers, keptAlive, untilKeptAlive } = await openGuardedBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    const watch = guard(tab);
    for (let minute = 1; minute <= 5; minute += 1) {
      for (let second = 0; second < 60; second += 5) {
        watch.activity();
        timers.advance({ seconds: 5, milliseconds: -1 });
        expect(keptAlive(tab)).to.equal(minute - 1);
        timers.advance({ milliseconds: 1 });
      }
      expect(keptAlive(tab)).to.equal(minute);
      await untilKeptAlive(tab, minute);
    }
  });

  it('makes browser and backend count from the same moment', async () => {
    const { openTab, guard, timers, untilKeptAlive } = await openGuardedBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    const watch = guard(tab);
    timers.advance({ seconds: 70 });
    watch.activity();
    timers.advance({ seconds: 0 });
    await untilKeptAlive(tab, 1);
    timers.advance({ seconds: 20 });
    watch.activity(); // told to the backend a minute after the time before
    timers.advance({ seconds: 40 });
    await untilKeptAlive(tab, 2);
    timers.advance({ minutes: 13, seconds: 20 - 1 });
    const other = openTab();
    await other.store.dispatch({ type: 'refresh' });
    expect(other.store.getState()).to.have.nested.property('idle.endsAt', timers.now() + 61_000);
  });

  it('takes whole seconds for what has passed since, and the token of the answer', async () => {
    const { openTab, guard, timers } = await openGuardedBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    const bodies: unknown[] = [];
    const call = (_: unknown, { body }: { readonly body: unknown }) => {
      bodies.push(body);
      return Promise.resolve({ csrfToken: 'renewed' });
    };
    const watch = guard(tab);
    Object.assign(tab.client, { call });
    timers.advance({ seconds: 30, milliseconds: 10 });
    watch.activity();
    timers.advance({ seconds: 29, milliseconds: 989 });
    expect(bodies).to.deep.equal([]);
    timers.advance({ milliseconds: 1 });
    expect(bodies).to.deep.equal([{ idleSeconds: 29 }]);
    await eventually(() => {
      expect(tab.client.csrfToken).to.equal('renewed');
    });
  });

  it('goes on when the backend cannot be told, and tells it with what is done next', async () => {
    const { openTab, guard, timers, backend, untilKeptAlive } = await openGuardedBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    const watch = guard(tab);
    backend.faults.set('keepSessionAlive', { outcome: 'offline' });
    timers.advance({ seconds: 50 });
    watch.activity();
    timers.advance({ seconds: 10 });
    await untilKeptAlive(tab, 1);
    backend.faults.clear();
    timers.advance({ seconds: 50 });
    watch.activity();
    timers.advance({ seconds: 10 });
    await untilKeptAlive(tab, 2);
    expect(tab.store.getState().status).to.equal('signed-in');
  });

  it('leaves nothing for the console to complain of when the backend cannot be told', async () => {
    const { openTab, guard, timers, backend, untilKeptAlive } = await openGuardedBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    const watch = guard(tab);
    backend.faults.set('keepSessionAlive', { outcome: 'offline' });
    const unhandled: unknown[] = [];
    const note = ({ reason }: PromiseRejectionEvent) => {
      unhandled.push(reason);
    };
    window.addEventListener('unhandledrejection', note);
    timers.advance({ seconds: 70 });
    watch.activity();
    timers.advance({ seconds: 0 });
    await untilKeptAlive(tab, 1);
    await new Promise((resolve) => setTimeout(resolve)); // it would be told of in a task of its own
    window.removeEventListener('unhandledrejection', note);
    expect(unhandled).to.deep.equal([]);
  });

  it('tells nothing of one person’s activity in the session of the next', async () => {
    const { openTab, guard, timers, keptAlive, untilKeptAlive } = await openGuardedBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    const watch = guard(tab);
    for (let times = 0; times < 2; times += 1) {
      timers.advance({ seconds: 10 });
      watch.activity();
    }
    await tab.store.dispatch({ type: 'sign-out' });
    timers.advance({ seconds: 30 });
    await signInAs(tab, 'bob');
    timers.advance({ seconds: 5 });
    watch.activity();
    timers.advance({ seconds: 54 });
    expect(keptAlive(tab)).to.equal(0);
    timers.advance({ seconds: 1 });
    await untilKeptAlive(tab, 1);
  });

  it('sends nothing while nobody does anything', async () => {
    const { openTab, guard, timers, keptAlive } = await openGuardedBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    guard(tab);
    timers.advance({ minutes: 12 });
    await tab.store.dispatch({ type: 'refresh' });
    expect(keptAlive(tab)).to.equal(0);
  });

  it('counts what is done in another tab, and tells the backend once', async () => {
    const { openTab, guard, timers, keptAlive, untilKeptAlive } = await openGuardedBrowser();
    const [one, two] = [openTab(), openTab()];
    await signInAs(one, 'ann');
    await two.store.dispatch({ type: 'refresh' });
    const [first, second] = [guard(one), guard(two)];
    timers.advance({ minutes: 10 });
    first.activity();
    second.activity();
    timers.advance({ seconds: 1 });
    await untilKeptAlive(one, 1);
    expect(keptAlive(two)).to.equal(0);
    timers.advance({ minutes: 10 });
    expect(two.store.getState().status).to.equal('signed-in');
    timers.advance({ minutes: 3 });
    expect(one.store.getState()).to.have.property('warning').that.is.not.equal(null);
    expect(two.store.getState()).to.have.property('warning').that.is.not.equal(null);
    second.stay();
    expect(one.store.getState()).to.have.property('warning', null);
    expect(two.store.getState()).to.have.property('warning', null);
  });

  it('counts from what was done, not from when the backend was told of it, in every tab', async () => {
    const { openTab, guard, timers, untilKeptAlive } = await openGuardedBrowser();
    const [one, two] = [openTab(), openTab()];
    await signInAs(one, 'ann');
    await two.store.dispatch({ type: 'refresh' });
    const first = guard(one);
    guard(two);
    timers.advance({ seconds: 10 });
    first.activity();
    timers.advance({ seconds: 50 });
    await untilKeptAlive(one, 1);
    timers.advance({ minutes: 12, seconds: 10, milliseconds: -1 });
    for (const { store } of [one, two]) expect(store.getState()).to.have.property('warning', null);
    timers.advance({ milliseconds: 1 });
    for (const { store } of [one, two]) {
      expect(store.getState()).to.have.nested.property('warning.endsAt', timers.now() + 120_000);
    }
  });

  it('asks for an answer once it has warned: movement is none', async () => {
    const { openTab, guard, timers } = await openGuardedBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    const watch = guard(tab);
    timers.advance({ minutes: 14 });
    watch.activity();
    expect(tab.store.getState()).to.have.property('warning').that.is.not.equal(null);
    watch.stay();
    expect(tab.store.getState()).to.have.property('warning', null);
    timers.advance({ minutes: 12 });
    expect(tab.store.getState()).to.have.property('status', 'signed-in');
  });

  it('tells the backend at once that somebody stays, however lately it was told of activity', async () => {
    const { openTab, guard, timers, untilKeptAlive } = await openGuardedBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    const watch = guard(tab);
    timers.advance({ minutes: 14, seconds: 30 });
    watch.stay();
    await untilKeptAlive(tab, 1);
    timers.advance({ seconds: 5 });
    watch.stay();
    await untilKeptAlive(tab, 2);
  });

  it('begins anew with each sign-in, and rests in between', async () => {
    const { openTab, guard, timers } = await openGuardedBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    guard(tab);
    timers.advance({ minutes: 10 });
    await tab.store.dispatch({ type: 'sign-out' });
    timers.advance({ minutes: 30 });
    expect(tab.store.getState()).to.deep.equal({ status: 'signed-out', ended: 'sign-out' });
    await signInAs(tab, 'bob');
    timers.advance({ minutes: 12 });
    expect(tab.store.getState()).to.deep.include({ status: 'signed-in', warning: null });
    timers.advance({ minutes: 1 });
    expect(tab.store.getState()).to.have.nested.property('warning.endsAt', timers.now() + 120_000);
  });

  it('lets the session go on when it is closed, and the next one too', async () => {
    const { openTab, openChannel, guard, timers } = await openGuardedBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    let closed = 0;
    const watch = guard(tab, {
      openChannel: (...line) => ({
        ...openChannel(...line),
        close: () => {
          closed += 1;
        },
      }),
    });
    watch.close();
    expect(closed).to.equal(1);
    timers.advance({ minutes: 60 });
    expect(tab.store.getState().status).to.equal('signed-in');
    await signInAs(tab, 'bob');
    timers.advance({ minutes: 60 });
    expect(tab.store.getState()).to.deep.include({ status: 'signed-in', warning: null });
  });
});
