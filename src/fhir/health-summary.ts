import { readAllergies } from './allergies.js';
import type { FhirBundle } from './bundle.js';
import { readConditions } from './conditions.js';
import { readImmunizations } from './immunizations.js';
import type { HealthSummaryRecord } from './records/index.js';
import type { Subject } from './subject.js';
import { readVitals } from './vitals.js';

/** Conditions, allergies, immunizations and vital signs of a bundle. */
export const readHealthSummary = (
  bundle: FhirBundle,
  subject: Subject,
): Omit<HealthSummaryRecord, 'id'> => ({
  conditions: readConditions(bundle, subject),
  allergies: readAllergies(bundle, subject),
  immunizations: readImmunizations(bundle, subject),
  vitals: readVitals(bundle, subject),
});
