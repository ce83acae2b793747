import type { Timers } from '../client/timers.js';

/** Milliseconds before the second try. */
const pause = 1000;

/**
 * Fetches a module, and tries once more where that fails. A page that is being left may have its
 * fetches aborted (Firefox does so): it is gone before the second try, and must not draw conclusions
 * from the first.
 */
export const importAgain = <Module>(load: () => Promise<Module>, timers: Timers): Promise<Module> =>
  load().catch(async () => {
    await new Promise<void>((resolve) => timers.after(pause, resolve));
    return load();
  });
