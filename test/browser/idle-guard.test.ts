import { expect } from '@open-wc/testing';
import { IdleGuard } from '../../src/session/idle-guard.js';
import { eventually } from '../../stories/fixtures/support/eventually.js';
import { openBrowser, signInAs, type Tab } from './support/tabs.js';

const openGuardedBrowser = async () => {
  const browser = await openBrowser();
  const { timers, openChannel } = browser;
  const guard = ({ store, client }: Tab) =>
    new IdleGuard({ store, client, warning: 120_000, timers, openChannel });
  const keptAlive = ({ sent }: Tab) =>
    sent.filter(({ path }) => path === '/session/activity').length;
  const untilKeptAlive = (tab: Tab, times: number) =>
    eventually(() => {
      expect(keptAlive(tab)).to.equal(times);
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

  it('tells the backend of activity, at most once a minute', async () => {
    const { openTab, guard, timers, untilKeptAlive } = await openGuardedBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    const watch = guard(tab);
    for (let minute = 1; minute <= 5; minute += 1) {
      for (let times = 0; times < 12; times += 1) {
        timers.advance({ seconds: 5 });
        watch.activity();
      }
      await untilKeptAlive(tab, minute - 1);
      timers.advance({ seconds: 1 });
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
  });

  it('lets the session go on when it is closed', async () => {
    const { openTab, guard, timers } = await openGuardedBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    guard(tab).close();
    timers.advance({ minutes: 60 });
    expect(tab.store.getState().status).to.equal('signed-in');
  });
});
