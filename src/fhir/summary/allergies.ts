import { absenceIn, absentOf } from './absent.js';
import type { FhirBundle } from '../bundle/bundle.js';
import { codeSystems, codingOf, hasCode, plainWordsOf } from '../codes.js';
import { certaintyIn, overCodes, wrongCodes } from './conditions.js';
import { readPartialDay } from '../dates.js';
import { opaqueId } from '../opaque-id.js';
import { allergySchema } from '../record-schemas.js';
import type { AbsenceRecord, HealthSummaryRecord } from '../records/index.js';
import { counted, Left, readAbout, type Subject } from '../bundle/subject.js';

type Allergy = HealthSummaryRecord['allergies'][number];

const severities = ['severe', 'moderate', 'mild'] as const;
const criticalities = ['high', 'low'] as const;

/** "Allergy to peanuts" and "Shellfish allergy" in a list of allergies: "Peanuts", "Shellfish". */
function substanceOf(words: string): string {
  const substance = words.replace(/^allergy to /i, '').replace(/ allergy$/i, '');
  return substance.charAt(0).toUpperCase() + substance.slice(1);
}

export function readAllergies(
  bundle: FhirBundle,
  subject: Subject,
): { readonly allergies: Allergy[]; readonly absence: AbsenceRecord | undefined } {
  const lefts: Left[] = [];
  const allergies = readAbout(
    bundle,
    subject,
    'AllergyIntolerance',
    allergySchema,
    (allergy, entry): Allergy | Left => {
      const { clinicalStatus, verificationStatus, code, criticality, reaction = [] } = allergy;
      if (hasCode([verificationStatus], wrongCodes)) return new Left('not so');
      if (hasCode([clinicalStatus], overCodes)) return new Left('over');
      const absent = absentOf(code);
      if (absent) return absent;
      // Some systems name what it is to with the reaction only.
      const words = [code, ...reaction.map(({ substance }) => substance)]
        .map(plainWordsOf)
        .find((each) => each !== null);
      if (words === undefined) return new Left('without a name', true);
      const reactions = reaction.flatMap(({ manifestation = [] }) =>
        manifestation.flatMap((concept) => plainWordsOf(concept) ?? []),
      );
      const risk = criticalities.find((grade) => grade === criticality);
      const noted = allergy.recordedDate ?? allergy.onsetDateTime;
      return {
        id: opaqueId(subject.id, entry.key),
        substance: substanceOf(words),
        code: codingOf(code, [codeSystems.rxNorm, codeSystems.snomed]),
        reactions: [...new Set(reactions)],
        severity:
          severities.find((grade) => reaction.some(({ severity }) => severity === grade)) ?? null,
        ...(risk && { criticality: risk }),
        ...certaintyIn(verificationStatus),
        notedOn: counted(bundle, entry, readPartialDay(noted)).day,
      };
    },
    lefts,
  );
  return { allergies, absence: absenceIn(lefts) };
}
