import { loadRefusalView } from './refusal-view.js';

/** The words for the codes of the second step. */
export const loadSecondStepRefusal = () =>
  loadRefusalView(async () => (await import('./second-step-refusal.js')).secondStepRefusal);
