import { expect } from 'chai';
import { steadyClock } from '../../../src/session/steady-clock.js';

const hour = 3_600_000;

const open = () => {
  let computer = Date.parse('2026-11-01T05:30:00Z');
  const now = steadyClock(() => computer);
  const start = now();
  return {
    /** The computer's clock goes on by so much, or is set. */
    go: (milliseconds: number) => {
      computer += milliseconds;
    },
    passed: () => now() - start,
  };
};

describe('the clock by which a session is counted', () => {
  it('goes as the computer’s does', () => {
    const { go, passed } = open();
    go(1234);
    expect(passed()).to.equal(1234);
    go(8 * hour); // a night's sleep
    expect(passed()).to.equal(8 * hour + 1234);
  });

  it('never goes back, and goes on from where it was', () => {
    const { go, passed } = open();
    go(5000);
    expect(passed()).to.equal(5000);
    go(-hour);
    expect(passed()).to.equal(5000);
    go(60_000);
    expect(passed()).to.equal(65_000);
    go(-24 * hour);
    go(-hour);
    expect(passed()).to.equal(65_000);
    go(1);
    expect(passed()).to.equal(65_001);
  });

  it('counts what was set forward, and not again when it is put right', () => {
    const { go, passed } = open();
    go(hour);
    expect(passed()).to.equal(hour);
    go(-hour);
    expect(passed()).to.equal(hour);
    go(1000);
    expect(passed()).to.equal(hour + 1000);
  });
});
