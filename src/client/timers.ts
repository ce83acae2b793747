/** Where time comes from, so that a test can hold it in its hands. */
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
