import { loadRefusalView } from './refusal-view.js';

/** The words for visits: asking for one, and cancelling. */
export const loadAppointmentRefusal = () =>
  loadRefusalView(async () => (await import('./appointment-refusal.js')).appointmentRefusal);
