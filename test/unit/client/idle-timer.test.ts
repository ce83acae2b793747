import { expect } from 'chai';
import { IdleTimer } from '../../../src/session/idle-timer.js';
import { ManualTimers } from '../../../stories/fixtures/support/manual-timers.js';

const minute = 60_000;

const start = () => {
  const timers = new ManualTimers();
  const heard: string[] = [];
  const idle = { limit: 15 * minute, endsAt: timers.now() + 15 * minute };
  const timer = new IdleTimer({
    idle,
    warning: 2 * minute,
    after: timers.after,
    now: timers.now,
    onWarn: (endsAt) => heard.push(`warn ${(endsAt - timers.now()) / 1000}`),
    onEnd: () => heard.push('end'),
  });
  timer.look();
  return { timers, timer, heard };
};

describe('idle timer (session.idle-logout)', () => {
  it('warns two minutes before the end, and ends at the limit, once', () => {
    const { timers, timer, heard } = start();
    timers.advance({ minutes: 12, seconds: 59 });
    expect(heard).to.deep.equal([]);
    timers.advance({ seconds: 1 });
    expect(heard).to.deep.equal(['warn 120']);
    timers.advance({ minutes: 1, seconds: 59, milliseconds: 999 });
    timer.look();
    expect(heard).to.deep.equal(['warn 120']);
    timers.advance({ milliseconds: 1 });
    expect(heard).to.deep.equal(['warn 120', 'end']);
    timers.advance({ minutes: 60 });
    expect(heard).to.deep.equal(['warn 120', 'end']);
  });

  it('starts anew with activity', () => {
    const { timers, timer, heard } = start();
    timers.advance({ minutes: 12, seconds: 59 });
    expect(timer.activity(timers.now())).to.equal(true);
    timers.advance({ minutes: 12, seconds: 59 });
    expect(heard).to.deep.equal([]);
    timers.advance({ minutes: 2, seconds: 1 });
    expect(heard).to.deep.equal(['warn 120', 'end']);
  });

  it('during the warning takes an answer, and no mere movement', () => {
    const { timers, timer, heard } = start();
    timers.advance({ minutes: 14 });
    expect(timer.activity(timers.now())).to.equal(false);
    expect(timer.stay(timers.now())).to.equal(true);
    timers.advance({ minutes: 12 });
    expect(heard).to.deep.equal(['warn 120']);
    timers.advance({ minutes: 3 });
    expect(heard).to.deep.equal(['warn 120', 'warn 120', 'end']);
  });

  it('finds a computer that slept past the limit at its end, whatever is touched first', () => {
    for (const wake of ['look', 'activity', 'stay'] as const) {
      const { timers, timer, heard } = start();
      timers.clock.advance({ hours: 8 }); // no timer fires while the computer sleeps
      if (wake === 'look') timer.look();
      else expect(timer[wake](timers.now())).to.equal(false);
      expect(heard).to.deep.equal(['end']);
    }
  });

  it('never counts what lies in the future or before what it knows', () => {
    const { timers, timer, heard } = start();
    timers.advance({ minutes: 1 });
    timer.activity(timers.now() + 60 * minute);
    expect(timer.endsAt).to.equal(timers.now() + 15 * minute);
    expect(timer.activity(timers.now() - minute)).to.equal(false);
    expect(heard).to.deep.equal([]);
  });

  it('counts what several tabs hear of one moment once', () => {
    const { timers, timer } = start();
    timers.advance({ minutes: 1 });
    expect(timer.activity(timers.now())).to.equal(true);
    expect(timer.activity(timers.now())).to.equal(false);
    expect(timer.stay(timers.now())).to.equal(false);
  });

  it('is silent once stopped', () => {
    const { timers, timer, heard } = start();
    timer.stop();
    timers.advance({ minutes: 60 });
    expect(timer.stay(timers.now())).to.equal(false);
    expect(heard).to.deep.equal([]);
  });
});
