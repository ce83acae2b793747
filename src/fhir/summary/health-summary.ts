import { readAllergies } from './allergies.js';
import type { FhirBundle } from '../bundle/bundle.js';
import { readConditions } from './conditions.js';
import { readImmunizations } from './immunizations.js';
import type { AbsenceRecord, HealthSummaryRecord } from '../records/index.js';
import type { Subject } from '../bundle/subject.js';
import { readVitals } from './vitals.js';

/** Conditions, allergies, immunizations and vital signs of a bundle. */
export function readHealthSummary(
  bundle: FhirBundle,
  subject: Subject,
  medicationsAbsence: AbsenceRecord | undefined,
): Omit<HealthSummaryRecord, 'id'> {
  const { conditions, absence: conditionsAbsence } = readConditions(bundle, subject);
  const { allergies, absence: allergiesAbsence } = readAllergies(bundle, subject);
  const { immunizations, absence: immunizationsAbsence } = readImmunizations(bundle, subject);
  return {
    conditions,
    allergies,
    immunizations,
    vitals: readVitals(bundle, subject),
    absences: {
      ...(conditionsAbsence && { conditions: conditionsAbsence }),
      ...(allergiesAbsence && { allergies: allergiesAbsence }),
      ...(immunizationsAbsence && { immunizations: immunizationsAbsence }),
      ...(medicationsAbsence && { medications: medicationsAbsence }),
    },
  };
}
