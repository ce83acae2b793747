import type { Timers } from '../client/timers.js';

/** A timer that slept with the computer fires late, so it looks at the clock at least this often. */
const lookEvery = 10_000;

export interface IdleTimerOptions {
  /** Milliseconds without activity that end the session, and when that will be. */
  readonly idle: { readonly limit: number; readonly endsAt: number };
  /** Milliseconds before that end at which the warning begins. */
  readonly warning: number;
  readonly after: Timers['after'];
  /** Milliseconds, never less than before: `steadyClock`. */
  readonly now: () => number;
  /** The warning begins; the session ends at this time unless someone stays. */
  readonly onWarn: (endsAt: number) => void;
  /** The time is over. Called once. */
  readonly onEnd: () => void;
}

/**
 * Counts towards the end of an idle session. It keeps a deadline, not a countdown: a computer that
 * slept past the deadline finds the session ended when it wakes. `look` starts it.
 */
export class IdleTimer {
  readonly #options: IdleTimerOptions;
  #lastActivity: number;
  #warned = false;
  #ended = false;
  #cancel: (() => void) | undefined;

  constructor(options: IdleTimerOptions) {
    this.#options = options;
    this.#lastActivity = options.idle.endsAt - options.idle.limit;
  }

  get idle(): IdleTimerOptions['idle'] {
    return this.#options.idle;
  }

  get lastActivity(): number {
    return this.#lastActivity;
  }

  get endsAt(): number {
    return this.#lastActivity + this.idle.limit;
  }

  /**
   * Something was typed, touched or moved, at this time. Says whether it counts: nothing does after
   * the end, nor during the warning, which only an answer to it ends.
   */
  activity(at: number): boolean {
    this.look();
    return !this.#warned && this.#extend(at);
  }

  /** The user answered the warning, or acted in another tab. Says whether it counts. */
  stay(at: number): boolean {
    this.look();
    return this.#extend(at);
  }

  /** Compares with the clock now; call it when the page wakes up or comes into view. */
  look(): void {
    if (this.#ended) return;
    const { after, now, warning, onWarn, onEnd } = this.#options;
    const left = this.endsAt - now();
    if (left <= 0) {
      this.stop();
      onEnd();
      return;
    }
    if (left <= warning && !this.#warned) {
      this.#warned = true;
      onWarn(this.endsAt);
    }
    this.#cancel?.();
    const untilNext = this.#warned ? left : left - warning;
    this.#cancel = after(Math.min(untilNext, lookEvery), () => {
      this.look();
    });
  }

  /** Ends the counting without ending the session. */
  stop(): void {
    this.#ended = true;
    this.#cancel?.();
  }

  #extend(at: number): boolean {
    if (this.#ended || at <= this.#lastActivity) return false;
    this.#lastActivity = Math.min(at, this.#options.now());
    this.#warned = false;
    this.look();
    return true;
  }
}
