import { ManualClock } from '../../../mocks/clock.js';
import type { Timers } from '../../../src/session/timers.js';

interface Waiting {
  readonly at: number;
  readonly callback: () => void;
}

/** Timers over a clock that stands still until `advance` moves it. */
export class ManualTimers implements Timers {
  readonly #waiting = new Set<Waiting>();

  constructor(readonly clock = new ManualClock('2026-05-04T13:30:00Z')) {}

  readonly now = (): number => this.clock.now();

  readonly after = (milliseconds: number, callback: () => void): (() => void) => {
    const waiting = { at: this.now() + milliseconds, callback };
    this.#waiting.add(waiting);
    return () => this.#waiting.delete(waiting);
  };

  /** Moves the clock and calls back, in order, whatever falls due on the way. */
  advance(time: Parameters<ManualClock['advance']>[0]): void {
    const start = this.now();
    this.clock.advance(time);
    const end = this.now();
    this.clock.advance({ milliseconds: start - end });
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#waiting.delete(next);
      this.clock.advance({ milliseconds: Math.max(0, next.at - this.now()) });
      next.callback();
    }
    this.clock.advance({ milliseconds: end - this.now() });
  }

  #next(end: number): Waiting | undefined {
    const due = [...this.#waiting].filter(({ at }) => at <= end);
    return due.sort((a, b) => a.at - b.at)[0];
  }
}
