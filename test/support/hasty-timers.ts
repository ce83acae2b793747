import { systemTimers, type Timers } from '../../src/client/timers.js';

/** Timers that call back at once, and note for how many milliseconds they should have waited. */
export const hastyTimers = (waits: number[]): Timers => ({
  now: systemTimers.now,
  after: (milliseconds, callback) => {
    waits.push(milliseconds);
    queueMicrotask(callback);
    return () => undefined;
  },
});
