/**
 * A clock that never goes back, however the computer's own is set: what was counted stays counted, and it goes
 * on from there. Time that goes forward by itself counts in full, since that is what sleep looks like.
 * @param now milliseconds since 1970, by the computer's clock
 */
export const steadyClock = (now: () => number): (() => number) => {
  let last = now();
  let setBack = 0;
  return () => {
    const time = now();
    setBack += Math.max(0, last - time);
    last = time;
    return time + setBack;
  };
};
