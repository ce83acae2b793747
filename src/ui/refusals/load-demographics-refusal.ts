import { loadRefusalView } from './refusal-view.js';

/** The words for race and ethnicity. */
export const loadDemographicsRefusal = () =>
  loadRefusalView(async () => (await import('./demographics-refusal.js')).demographicsRefusal);
