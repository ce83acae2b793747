/** Where a timer gets its time from, so that a test can hold it in its hands. */
export interface Timers {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back once after so many milliseconds; returns what ends it. */
  after(milliseconds: number, callback: () => void): () => void;
}

export const systemTimers: Timers = {
  now: () => Date.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** A timer that slept with the computer fires late, so it looks at the clock at least this often. */
const lookEvery = 10_000;

export interface IdleTimerOptions {
  /** Milliseconds without activity that end the session. */
  readonly limit: number;
  /** Milliseconds before that end at which the warning begins. */
  readonly warning: number;
  readonly timers: Timers;
  /** The warning begins; the session ends at this time unless someone stays. */
  readonly onWarn: (endsAt: number) => void;
  /** The time is over. Called once. */
  readonly onEnd: () => void;
}

/**
 * Counts towards the end of an idle session (`session.idle-logout`). It keeps a deadline, not a
 * countdown: a computer that slept past the deadline finds the session ended when it wakes.
 */
export class IdleTimer {
  readonly #options: IdleTimerOptions;
  #lastActivity: number;
  #warned = false;
  #ended = false;
  #cancel: (() => void) | undefined;

  /** @param idleFor milliseconds that have already passed without activity */
  constructor(options: IdleTimerOptions, idleFor = 0) {
    this.#options = options;
    this.#lastActivity = options.timers.now() - idleFor;
    this.look();
  }

  get endsAt(): number {
    return this.#lastActivity + this.#options.limit;
  }

  get lastActivity(): number {
    return this.#lastActivity;
  }

  /**
   * Something was typed, touched or moved, at this time. Counts neither after the end nor during
   * the warning, which only an answer to it ends: see `stay`.
   */
  activity(at: number): void {
    this.look();
    if (!this.#warned) this.#extend(at);
  }

  /** The user answered the warning, or acted in another tab: the time starts anew. */
  stay(at: number): void {
    this.look();
    this.#extend(at);
  }

  /** Compares with the clock now; call it when the page wakes up or comes into view. */
  look(): void {
    if (this.#ended) return;
    const { timers, warning, onWarn, onEnd } = this.#options;
    const left = this.endsAt - timers.now();
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
    this.#cancel = timers.after(Math.min(untilNext, lookEvery), () => {
      this.look();
    });
  }

  /** Ends the counting without ending the session. */
  stop(): void {
    this.#ended = true;
    this.#cancel?.();
  }

  #extend(at: number): void {
    if (this.#ended || at <= this.#lastActivity) return;
    this.#lastActivity = Math.min(at, this.#options.timers.now());
    this.#warned = false;
    this.look();
  }
}
