import { loadRefusalView } from './refusal-view.js';

/** The words for signing in, signing up, recovery and preferences. */
export const loadAccountRefusal = () =>
  loadRefusalView(async () => (await import('./account-refusal.js')).accountRefusal);
