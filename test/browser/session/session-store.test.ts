import { expect } from '@open-wc/testing';
import { RefusedError, UnreachableError } from '../../../src/client/portal-errors.js';
import { getResult } from '../../../src/contract/generated/details/results.js';
import { openBrowser, signInAs, untilStatus } from '../support/tabs.js';

describe('session store', () => {
  it('finds out who is signed in', async () => {
    const { openTab } = await openBrowser();
    const { store } = openTab();
    expect(store.getState()).to.deep.equal({ status: 'starting' });
    await store.dispatch({ type: 'refresh' });
    expect(store.getState()).to.deep.equal({ status: 'signed-out', ended: null });
  });

  it('signs in, and opens the person’s own record', async () => {
    const { openTab, timers } = await openBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    const state = tab.store.getState();
    expect(state).to.deep.include({ status: 'signed-in', warning: null });
    expect(state).to.have.nested.property('subject.id', 'ann');
    expect(state).to.have.nested.property('idle.endsAt', timers.now() + 15 * 60_000);
  });

  it('leaves a refused sign-in to who asked for it', async () => {
    const { openTab } = await openBrowser();
    const { store } = openTab();
    const error: unknown = await store
      .dispatch({ type: 'sign-in', username: 'ann', password: 'wrong' })
      .catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(RefusedError);
    expect(error).to.include({ rule: 'login.no-hints', attemptsLeft: 4 });
    expect(store.getState().status).to.equal('signed-out');
  });

  for (const [status, waitsFor] of [
    ['second-step-required', 'secondStep'],
    ['new-password-required', 'newPassword'],
  ] as const) {
    it(`signs nobody in as long as another step is asked for: ${status}`, async () => {
      const { openTab } = await openBrowser();
      const tab = openTab();
      const ask = () => Promise.resolve({ status, csrfToken: 'the next one' });
      await tab.store.dispatch({ type: 'sign-in-with', ask });
      expect(tab.store.getState()).to.deep.equal({
        status: 'signed-out',
        ended: null,
        [waitsFor]: true,
      });
      expect(tab.client.csrfToken).to.equal('the next one');
    });
  }

  it('empties the page before the backend has heard of the sign-out', async () => {
    const { openTab, backend } = await openBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    const release = backend.faults.hold('signOut');
    const signingOut = tab.store.dispatch({ type: 'sign-out' });
    expect(tab.store.getState()).to.deep.equal({
      status: 'signed-out',
      ended: 'sign-out',
      leaving: 'asked',
    });
    release();
    await signingOut;
    expect(tab.store.getState()).to.deep.equal({ status: 'signed-out', ended: 'sign-out' });
    await tab.store.dispatch({ type: 'refresh' });
    expect(tab.store.getState().status).to.equal('signed-out');
  });

  it('tells whoever asks later that the backend cannot be reached', async () => {
    const { openTab, backend } = await openBrowser();
    backend.faults.set('all', { outcome: 'offline' });
    const { store, sent } = openTab();
    await store.dispatch({ type: 'refresh' });
    const state = store.getState();
    expect(state.status === 'unknown' && state.error).to.be.instanceOf(UnreachableError);
    expect(sent).to.have.length(3);
    backend.faults.clear();
    await store.dispatch({ type: 'refresh' });
    expect(store.getState().status).to.equal('signed-out');
  });

  it('keeps somebody signed in when a later look fails', async () => {
    const { openTab, backend } = await openBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    backend.faults.set('getSession', { outcome: 'offline' });
    await tab.store.dispatch({ type: 'refresh' });
    expect(tab.store.getState().status).to.equal('signed-in');
  });

  it('signs in and out in every tab', async () => {
    const { openTab } = await openBrowser();
    const [one, two] = [openTab(), openTab()];
    await two.store.dispatch({ type: 'refresh' });
    await signInAs(one, 'ann');
    expect(await untilStatus(two, 'signed-in')).to.have.nested.property('subject.id', 'ann');
    await two.store.dispatch({ type: 'sign-out' });
    expect(one.store.getState()).to.deep.equal({ status: 'signed-out', ended: 'sign-out' });
  });

  it('shows nothing of one person once another has signed in elsewhere', async () => {
    const { openTab, backend } = await openBrowser();
    const [one, two] = [openTab(), openTab()];
    await signInAs(one, 'ann');
    await two.store.dispatch({ type: 'refresh' });
    const release = backend.faults.hold('getSession');
    const seen: unknown[] = [];
    one.store.subscribe(() => seen.push(one.store.getState().status));
    await signInAs(two, 'bob');
    expect(seen).to.deep.equal(['starting']);
    release();
    expect(await untilStatus(one, 'signed-in')).to.have.nested.property('subject.id', 'bob');
  });

  it('hears from any answer that the session is over', async () => {
    const { openTab, timers } = await openBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    timers.advance({ minutes: 16 });
    await tab.client
      .call(getResult, { params: { subject: 'ann', result: 'none' } })
      .catch(() => undefined);
    expect(tab.store.getState()).to.deep.equal({ status: 'signed-out', ended: 'idle' });
  });

  it('ends on the backend too when only this clock says that the time is over', async () => {
    const { openTab } = await openBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    await tab.store.dispatch({ type: 'expire' });
    expect(tab.store.getState()).to.deep.equal({ status: 'signed-out', ended: 'idle' });
    expect(tab.sent.some(({ method }) => method === 'DELETE')).to.equal(true);
    const other = openTab();
    await other.store.dispatch({ type: 'refresh' });
    expect(other.store.getState().status).to.equal('signed-out');
  });

  it('has read the next token by the end of a sign-out: signing in then takes one request', async () => {
    const { openTab } = await openBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    await tab.store.dispatch({ type: 'sign-out' });
    const before = tab.sent.length;
    await signInAs(tab, 'bob');
    expect(tab.sent.slice(before)).to.deep.equal([{ method: 'POST', path: '/session' }]);
  });

  for (const [type, held] of [
    ['expire', 'getSession'],
    ['sign-out', 'signOut'],
  ] as const) {
    it(`signs in only when the backend knows of the end before: ${type}`, async () => {
      const { openTab, backend } = await openBrowser();
      const tab = openTab();
      await signInAs(tab, 'ann');
      const release = backend.faults.hold(held);
      const ending = tab.store.dispatch({ type });
      const before = tab.begun.length;
      const signingIn = signInAs(tab, 'ann');
      expect(tab.begun).to.have.length(before);
      release();
      await Promise.all([ending, signingIn]);
      await tab.store.dispatch({ type: 'refresh' });
      expect(tab.store.getState().status).to.equal('signed-in');
    });
  }

  it('ends no session that has begun in another tab by the time that this one’s has idled', async () => {
    const { openTab, backend, timers } = await openBrowser();
    const [one, two] = [openTab(), openTab()];
    await signInAs(one, 'ann');
    await two.store.dispatch({ type: 'refresh' });
    timers.advance({ minutes: 16 });
    const release = backend.faults.hold('getSession');
    const ending = one.store.dispatch({ type: 'expire' });
    await signInAs(two, 'bob');
    release();
    await ending;
    for (const tab of [one, two]) {
      await tab.store.dispatch({ type: 'refresh' });
      expect(tab.store.getState()).to.have.nested.property('subject.id', 'bob');
    }
  });

  it('takes no late answer for what came after it', async () => {
    const { openTab, backend } = await openBrowser();
    const tab = openTab();
    await signInAs(tab, 'ann');
    const release = backend.faults.hold('getSession');
    const looking = tab.store.dispatch({ type: 'refresh' });
    const signingOut = tab.store.dispatch({ type: 'sign-out' });
    release();
    await Promise.all([looking, signingOut]);
    expect(tab.store.getState().status).to.equal('signed-out');
  });

  it('can sign in again after another tab has ended the session', async () => {
    const { openTab } = await openBrowser();
    const [one, two] = [openTab(), openTab()];
    await signInAs(one, 'ann');
    await two.store.dispatch({ type: 'refresh' });
    await two.store.dispatch({ type: 'sign-out' });
    // Its token is that of a session that is gone.
    await signInAs(one, 'bob');
    expect(one.store.getState()).to.have.nested.property('subject.id', 'bob');
  });
});
