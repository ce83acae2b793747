import { expect } from 'chai';
import { importAgain } from '../../../src/session/import-again.js';
import { ManualTimers } from '../../../stories/fixtures/support/manual-timers.js';

/** A module that cannot be fetched the first so many times. */
const failing = (times: number) => {
  const tried = { times: 0 };
  const load = () =>
    (tried.times += 1) > times
      ? Promise.resolve('module')
      : Promise.reject(new TypeError('failed'));
  return { tried, load };
};

describe('importAgain', () => {
  it('fetches once where that succeeds', async () => {
    const { tried, load } = failing(0);
    expect(await importAgain(load, new ManualTimers())).to.equal('module');
    expect(tried.times).to.equal(1);
  });

  it('draws no conclusion until the page has stayed for a second', async () => {
    const timers = new ManualTimers();
    const { tried, load } = failing(1);
    const imported = importAgain(load, timers);
    await Promise.resolve().then(() => undefined);
    timers.advance({ milliseconds: 999 });
    await Promise.resolve().then(() => undefined);
    expect(tried.times).to.equal(1);
    timers.advance({ milliseconds: 1 });
    expect(await imported).to.equal('module');
  });

  it('fails where the second try fails too', async () => {
    const timers = new ManualTimers();
    const { load } = failing(2);
    const failure = importAgain(load, timers).catch((error: unknown) => error);
    await Promise.resolve().then(() => undefined);
    timers.advance({ seconds: 1 });
    expect(await failure).to.be.instanceOf(TypeError);
  });
});
