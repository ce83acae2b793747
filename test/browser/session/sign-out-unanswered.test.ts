import { expect } from '@open-wc/testing';
import { newTabStorage } from '../../../stories/fixtures/support/tab-storage.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { consoleErrors } from '../../support/console-errors.js';
import { openBrowser, signInAs, untilStatus, type Tab } from '../support/tabs.js';

/** What can come of a request in place of an answer. */
const outcomes = ['internal', 'unavailable', 'offline'] as const;

const leaving = ({ store }: Tab): unknown => {
  const state = store.getState();
  return state.status === 'signed-out' ? (state.leaving ?? 'left') : state.status;
};

const untilLeaving = (tab: Tab, wanted: string) =>
  eventually(() => {
    expect(leaving(tab)).to.equal(wanted);
  });

const deletes = ({ sent }: Tab) => sent.filter(({ method }) => method === 'DELETE').length;

describe('a sign-out that the backend does not confirm', () => {
  for (const outcome of outcomes) {
    it(`is asked for again until it is confirmed, and nothing is said to be done before: ${outcome}`, async () => {
      const { openTab, backend, timers } = await openBrowser();
      const tab = openTab();
      await signInAs(tab, 'ann');
      backend.faults.set('signOut', { outcome });
      const signingOut = tab.store.dispatch({ type: 'sign-out' });
      expect(leaving(tab)).to.equal('asked');
      await signingOut;
      expect(leaving(tab)).to.equal('unanswered');
      expect(deletes(tab)).to.equal(2); // once without, and once with a look at the session
      timers.advance({ milliseconds: 4999 });
      expect(deletes(tab)).to.equal(2);
      timers.advance({ milliseconds: 1 });
      await eventually(() => {
        expect(deletes(tab)).to.equal(3);
      });
      await eventually(() => {
        timers.advance({ milliseconds: 0 });
        expect(leaving(tab)).to.equal('unanswered');
      });
      backend.faults.clear();
      await eventually(() => {
        timers.advance({ seconds: 10 });
        expect(leaving(tab)).to.equal('left');
      });
      const later = openTab();
      await later.store.dispatch({ type: 'refresh' });
      expect(later.store.getState().status).to.equal('signed-out');
    });
  }

  it('is not confirmed by a success that the contract does not have, but by a look at the session', async () => {
    const { openTab, backend } = await openBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    backend.faults.set('signOut', { outcome: 'wrong' });
    await consoleErrors(() => tab.store.dispatch({ type: 'sign-out' }));
    expect(leaving(tab)).to.equal('left');
    expect(deletes(tab)).to.equal(1);
    expect(tab.sent.at(-1)).to.deep.equal({ method: 'GET', path: '/session' });
  });

  it('goes on after a reload before anything of the record shows', async () => {
    const { openTab, backend } = await openBrowser();
    const kept = newTabStorage();
    const tab = openTab(kept);
    await signInAs(tab, 'ann');
    backend.faults.set('signOut', { outcome: 'offline' });
    await tab.store.dispatch({ type: 'sign-out' });
    tab.store.close();

    const reloaded = openTab(kept);
    const seen: unknown[] = [];
    reloaded.store.subscribe(() => seen.push(reloaded.store.getState().status));
    await reloaded.store.dispatch({ type: 'refresh' });
    await untilLeaving(reloaded, 'unanswered');
    reloaded.store.close();
    backend.faults.clear();

    const again = openTab(kept);
    again.store.subscribe(() => seen.push(again.store.getState().status));
    await again.store.dispatch({ type: 'refresh' });
    await untilLeaving(again, 'left');
    expect(new Set(seen)).to.deep.equal(new Set(['signed-out']));
    const other = openTab();
    await other.store.dispatch({ type: 'refresh' });
    expect(other.store.getState().status).to.equal('signed-out');
  });

  it('is not taken for done where not even the session can be looked up', async () => {
    const { openTab, backend } = await openBrowser();
    const kept = newTabStorage();
    const tab = openTab(kept);
    await signInAs(tab, 'ann');
    backend.faults.set('all', { outcome: 'offline' });
    await tab.store.dispatch({ type: 'sign-out' });
    tab.store.close();
    const reloaded = openTab(kept);
    await reloaded.store.dispatch({ type: 'refresh' });
    await untilLeaving(reloaded, 'unanswered');
  });

  it('keeps other tabs from showing the record, those that are opened later too', async () => {
    const { openTab, backend, timers } = await openBrowser();
    const [one, two] = [openTab(), openTab()];
    await signInAs(one, 'ann');
    await untilStatus(two, 'signed-in');
    backend.faults.set('signOut', { outcome: 'unavailable' });
    await one.store.dispatch({ type: 'sign-out' });
    expect(two.store.getState().status).to.equal('signed-out');
    const three = openTab();
    for (const tab of [two, three]) {
      await tab.store.dispatch({ type: 'refresh' });
      expect(tab.store.getState().status).to.equal('signed-out');
    }
    backend.faults.clear();
    one.store.close(); // the others go on with it
    await eventually(() => {
      timers.advance({ seconds: 5 });
      expect([leaving(two), leaving(three)]).to.deep.equal(['left', 'left']);
    });
  });

  it('is over once somebody signs in: their session goes on', async () => {
    const { openTab, backend, timers } = await openBrowser();
    for (const next of ['bob', 'ann']) {
      const [one, two] = [openTab(), openTab()];
      await signInAs(one, 'ann');
      backend.faults.set('signOut', { outcome: 'offline' });
      await one.store.dispatch({ type: 'sign-out' });
      await signInAs(next === 'bob' ? one : two, next);
      backend.faults.clear();
      await untilStatus(one, 'signed-in');
      timers.advance({ minutes: 2 });
      await one.store.dispatch({ type: 'refresh' });
      expect(one.store.getState()).to.have.nested.property('subject.id', next);
      await one.store.dispatch({ type: 'sign-out' });
      one.store.close();
      two.store.close();
    }
  });

  it('goes on after a sign-in that does not succeed', async () => {
    const { openTab, backend, timers } = await openBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    backend.faults.set('signOut', { outcome: 'offline' });
    await tab.store.dispatch({ type: 'sign-out' });
    await tab.store
      .dispatch({ type: 'sign-in', username: 'bob', password: 'wrong' })
      .catch(() => undefined);
    backend.faults.clear();
    await eventually(() => {
      timers.advance({ seconds: 10 });
      expect(leaving(tab)).to.equal('left');
    });
    const later = openTab();
    await later.store.dispatch({ type: 'refresh' });
    expect(later.store.getState().status).to.equal('signed-out');
  });
});
