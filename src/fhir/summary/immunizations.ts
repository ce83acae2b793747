import { absenceIn, absentOf } from './absent.js';
import type { FhirBundle } from '../bundle/bundle.js';
import { codeSystems, codingOf, plainWordsOf } from '../codes.js';
import { readPartialDay } from '../dates.js';
import { opaqueId } from '../opaque-id.js';
import { immunizationSchema } from '../record-schemas.js';
import type { AbsenceRecord, HealthSummaryRecord } from '../records/index.js';
import { counted, Left, readAbout, type Subject } from '../bundle/subject.js';

type Immunization = HealthSummaryRecord['immunizations'][number];

export function readImmunizations(
  bundle: FhirBundle,
  subject: Subject,
): { readonly immunizations: Immunization[]; readonly absence: AbsenceRecord | undefined } {
  const lefts: Left[] = [];
  const immunizations = readAbout(
    bundle,
    subject,
    'Immunization',
    immunizationSchema,
    (immunization, entry): Immunization | Left => {
      if (immunization.status !== 'completed') return new Left(immunization.status);
      const absent = absentOf(immunization.vaccineCode);
      if (absent) return absent;
      const name = plainWordsOf(immunization.vaccineCode);
      if (name === null) return new Left('without a name', true);
      const { occurrenceDateTime, occurrenceString } = immunization;
      if (occurrenceString !== undefined) bundle.skip('Immunization.occurrenceString', entry);
      return {
        id: opaqueId(subject.id, entry.key),
        name,
        code: codingOf(immunization.vaccineCode, [codeSystems.vaccines]),
        givenOn: counted(bundle, entry, readPartialDay(occurrenceDateTime)).day,
      };
    },
    lefts,
  );
  return { immunizations, absence: absenceIn(lefts) };
}
