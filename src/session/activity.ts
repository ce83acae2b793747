const inputs = ['pointerdown', 'pointermove', 'keydown', 'input', 'wheel', 'touchstart'] as const;

/** Movements come by the hundred; one a second says as much. */
const atMostEvery = 1000;

export interface ActivityWatch {
  /** Something was typed, touched or moved anywhere on the page. */
  readonly onActivity: () => void;
  /** The page came into view or out of sleep. */
  readonly onWake: () => void;
  /** The page came back from the back/forward cache: what it knows may be old. */
  readonly onRestore: () => void;
}

/** Watches the page; returns what ends it. */
export const watchActivity = (now: () => number, watch: ActivityWatch): (() => void) => {
  const watching = new AbortController();
  const { signal } = watching;
  let last = -Infinity;
  const listen = (target: EventTarget, type: string, listener: (event: Event) => void) => {
    target.addEventListener(type, listener, { capture: true, passive: true, signal });
  };
  for (const type of inputs) {
    listen(window, type, () => {
      if (now() - last < atMostEvery) return;
      last = now();
      watch.onActivity();
    });
  }
  listen(window, 'focus', watch.onWake);
  listen(document, 'visibilitychange', watch.onWake);
  listen(window, 'pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) watch.onRestore();
  });
  return () => {
    watching.abort();
  };
};
