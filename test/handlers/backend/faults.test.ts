import { expect } from 'chai';
import { createFetch } from '../../../mocks/fetch.js';
import { mistakesOf } from '../../../src/shape/shape.js';
import { getSession } from '../../../src/contract/generated/session.js';
import { openPortal, problemOf } from '../../support/portal.js';
import { rejection } from '../../support/rejection.js';

describe('faults', () => {
  it('fail with 500 or 503 before anything is done, for one endpoint or all', async () => {
    const { backend, browser } = await openPortal();
    await browser.session();
    for (const [outcome, status] of [
      ['internal', 500],
      ['unavailable', 503],
    ] as const) {
      backend.faults.set('signIn', { outcome });
      const answer = await browser.signIn('ann.example', 'wrong');
      expect(answer.status).to.equal(status);
      expect(problemOf(answer).next).to.deep.equal([{ action: 'try-again' }]);
    }
    expect(backend.db.tables.signInAttempts.size).to.equal(0);
    expect((await browser.session()).status).to.equal('signed-out');

    backend.faults.set('all', { outcome: 'unavailable' });
    expect((await browser.send('GET', '/session')).status).to.equal(503);
    backend.faults.set('getSession', {}); // its own goes before that of all
    expect((await browser.send('GET', '/session')).status).to.equal(200);
  });

  it('end when they are cleared, one or all', async () => {
    const { backend, browser } = await openPortal();
    backend.faults.set('getSession', { outcome: 'unavailable' });
    backend.faults.set('all', { outcome: 'internal' });
    backend.faults.clear('getSession');
    expect((await browser.send('GET', '/session')).status).to.equal(500);
    backend.faults.clear();
    expect((await browser.send('GET', '/session')).status).to.equal(200);
    backend.faults.set('all', { outcome: 'internal' });
    await backend.reset();
    expect((await browser.send('GET', '/session')).status).to.equal(200);
  });

  it('befall the next request only, if told so', async () => {
    const { backend, browser } = await openPortal();
    backend.faults.setNext('getSession', { outcome: 'unavailable' });
    expect((await browser.send('GET', '/session')).status).to.equal(503);
    expect((await browser.send('GET', '/session')).status).to.equal(200);
  });

  it('offline: nothing is done, and fetch rejects as without a network', async () => {
    const { backend, browser } = await openPortal();
    await browser.signIn('ann.example');
    backend.faults.set('signOut', { outcome: 'offline' });
    expect(await rejection(browser.send('DELETE', '/session'))).to.be.instanceOf(TypeError);
    expect((await browser.session()).status).to.equal('signed-in');
  });

  it('lost: all is done, but the answer never comes', async () => {
    const { backend, browser } = await openPortal();
    await browser.signIn('ann.example');
    backend.faults.set('signOut', { outcome: 'lost' });
    expect(await rejection(browser.send('DELETE', '/session'))).to.be.instanceOf(TypeError);
    expect((await browser.session()).status).to.equal('signed-out');
  });

  it('lost: nor does its cookie come', async () => {
    const { backend, browser } = await openPortal();
    await browser.session();
    backend.faults.set('signIn', { outcome: 'lost' });
    expect(await rejection(browser.signIn('ann.example'))).to.be.instanceOf(TypeError);
    expect(
      [...backend.db.tables.sessions.values()].map(({ accountId }) => accountId),
    ).not.to.include(null);
    expect((await browser.session()).status).to.equal('signed-out');
  });

  it('wrong: a success that breaks the contract; refusals stay right', async () => {
    const { backend, browser } = await openPortal();
    backend.faults.set('all', { outcome: 'wrong' });
    const answer = await browser.send('GET', '/session');
    expect(answer.status).to.equal(200);
    const shape = getSession.answer;
    if (!shape) throw new Error('The session has an answer.');
    expect(mistakesOf(shape, JSON.parse(answer.text))).not.to.deep.equal([]);
    expect((await browser.search('ann')).status).to.equal(401);
    expect((await browser.send('DELETE', '/session')).status).to.equal(403);
  });

  it('captive: a network in between answers with a page of its own, and nothing is done', async () => {
    const { backend, browser } = await openPortal();
    await browser.signIn('ann.example');
    backend.faults.set('signOut', { outcome: 'captive' });
    const answer = await browser.send('DELETE', '/session');
    expect(answer.status).to.equal(200);
    expect(answer.text).to.match(/^<!doctype html>/);
    backend.faults.clear();
    expect((await browser.session()).status).to.equal('signed-in');
  });

  it('slow: for milliseconds of the backend’s own timer', async () => {
    let begin = (_: number) => {};
    const begun = new Promise<number>((resolve) => (begin = resolve));
    let goOn = () => {};
    const wait = (milliseconds: number) => {
      begin(milliseconds);
      return new Promise<void>((resolve) => (goOn = resolve));
    };
    const { backend, browser } = await openPortal({ wait });
    backend.faults.set('getSession', { delay: 3000 });
    let answered = false;
    const answer = browser.session().then(() => (answered = true));
    expect(await begun).to.equal(3000);
    expect(answered).to.equal(false);
    goOn();
    await answer;
  });

  it('slow: until released, which later requests need not wait for', async () => {
    const { backend, browser } = await openPortal();
    const release = backend.faults.hold('getSession');
    const held = browser.session();
    await browser.send('DELETE', '/session'); // others go through
    release();
    await held;
    await browser.session();
    backend.faults.set('all', { outcome: 'unavailable' });
    expect((await browser.send('GET', '/session')).status).to.equal(503);
  });

  it('hold the next request only', async () => {
    const { backend, browser } = await openPortal();
    const { held, release } = backend.faults.holdNext('getSession');
    const answers: string[] = [];
    const first = browser.send('GET', '/session').then(() => answers.push('first'));
    await held;
    await browser.send('GET', '/session').then(() => answers.push('second'));
    release();
    await first;
    expect(answers).to.deep.equal(['second', 'first']);
  });

  it('slow requests can be aborted, and reject with the signal’s reason', async () => {
    const { backend } = await openPortal();
    const fetch = createFetch(backend);
    const release = backend.faults.hold('all');
    const controller = new AbortController();
    const held = fetch('/api/session', { signal: controller.signal });
    const reason = new Error('not needed any more');
    controller.abort(reason);
    expect(await rejection(held)).to.equal(reason);
    release();
  });
});
