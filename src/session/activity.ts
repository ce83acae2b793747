const inputs = ['pointerdown', 'pointermove', 'keydown', 'input', 'wheel', 'touchstart'] as const;

/** Movements come by the hundred; one a second says as much. */
const atMostEvery = 1000;

/**
 * Calls back when the user types, touches or moves anything on the page, and when the page wakes
 * up: comes into view, out of sleep or out of the back/forward cache. Returns what ends it.
 */
export const watchActivity = (
  target: Window,
  now: () => number,
  onActivity: () => void,
  onWake: (restored: boolean) => void,
): (() => void) => {
  const watching = new AbortController();
  const { signal } = watching;
  let last = -Infinity;
  for (const type of inputs) {
    target.addEventListener(
      type,
      () => {
        const at = now();
        if (at - last < atMostEvery) return;
        last = at;
        onActivity();
      },
      { capture: true, passive: true, signal },
    );
  }
  const wake = () => {
    onWake(false);
  };
  target.addEventListener('focus', wake, { signal });
  target.document.addEventListener('visibilitychange', wake, { signal });
  target.addEventListener(
    'pageshow',
    (event) => {
      onWake(event.persisted);
    },
    { signal },
  );
  return () => {
    watching.abort();
  };
};
