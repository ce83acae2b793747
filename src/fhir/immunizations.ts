import { opaqueId } from './opaque-id.js';
import type { FhirBundle } from './bundle.js';
import type { HealthSummaryRecord } from './records/index.js';
import { counted, Left, readAbout, type Subject } from './subject.js';
import { readDay } from './dates.js';
import { codeSystems, codingOf, plainWordsOf } from './codes.js';
import { immunizationSchema } from './record-schemas.js';

export function readImmunizations(
  bundle: FhirBundle,
  subject: Subject,
): HealthSummaryRecord['immunizations'] {
  return readAbout(bundle, subject, 'Immunization', immunizationSchema, (immunization, entry) => {
    if (immunization.status !== 'completed') return new Left(immunization.status);
    const name = plainWordsOf(immunization.vaccineCode);
    if (name === null) return new Left('without a name');
    return {
      id: opaqueId(subject.id, entry.key),
      name,
      code: codingOf(immunization.vaccineCode, [codeSystems.vaccines]),
      givenOn: counted(bundle, entry, readDay(immunization.occurrenceDateTime)).day,
    };
  });
}
