import { watchActivity } from './activity.js';
import { IdleGuard, type IdleGuardOptions } from './idle-guard.js';

export interface WatchedGuard {
  /** "Stay signed in." */
  stay(): void;
  close(): void;
}

/** An idle guard that hears of everything done on this page. */
export const watchGuard = (options: IdleGuardOptions): WatchedGuard => {
  const guard = new IdleGuard(options);
  const stopWatching = watchActivity(options.now, {
    onActivity: () => {
      guard.activity();
    },
    onWake: () => {
      guard.look();
      // Somebody may have signed out in another tab, and nothing here has heard of it.
      if (!options.store.hearsOtherTabs) void options.store.dispatch({ type: 'refresh' });
    },
    onRestore: () => void options.store.dispatch({ type: 'refresh' }),
  });
  return {
    stay: () => {
      guard.stay();
    },
    close: () => {
      stopWatching();
      guard.close();
    },
  };
};
