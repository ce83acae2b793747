import { loadRefusalView } from './refusal-view.js';

/** The words for messages. */
export const loadMessageRefusal = () =>
  loadRefusalView(async () => (await import('./message-refusal.js')).messageRefusal);
