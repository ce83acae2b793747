import { opaqueId } from './opaque-id.js';
import type { FhirBundle } from './bundle.js';
import type { HealthSummaryRecord } from './records/index.js';
import { counted, Left, readAbout, type Subject } from './subject.js';
import { readDay } from './dates.js';
import { codeSystems, codingOf, hasCode, plainWordsOf } from './codes.js';
import { overCodes, wrongCodes } from './conditions.js';
import { allergySchema } from './record-schemas.js';

const noKnownAllergies = ['716186003', '409137002', '429625007'];

const severities = ['severe', 'moderate', 'mild'] as const;

/** "Allergy to peanuts" and "Shellfish allergy" in a list of allergies: "Peanuts", "Shellfish". */
function substanceOf(words: string): string {
  const substance = words.replace(/^allergy to /i, '').replace(/ allergy$/i, '');
  return substance.charAt(0).toUpperCase() + substance.slice(1);
}

export function readAllergies(
  bundle: FhirBundle,
  subject: Subject,
): HealthSummaryRecord['allergies'] {
  return readAbout(bundle, subject, 'AllergyIntolerance', allergySchema, (allergy, entry) => {
    const { clinicalStatus, verificationStatus, code, reaction = [] } = allergy;
    if (hasCode([verificationStatus], wrongCodes)) return new Left('not so');
    if (hasCode([clinicalStatus], overCodes)) return new Left('over');
    if (hasCode([code], noKnownAllergies)) return new Left('none known');
    const words = plainWordsOf(code);
    if (words === null) return new Left('without a name');
    const reactions = reaction.flatMap(({ manifestation = [] }) =>
      manifestation.flatMap((concept) => plainWordsOf(concept) ?? []),
    );
    const noted = allergy.recordedDate ?? allergy.onsetDateTime;
    return {
      id: opaqueId(subject.id, entry.key),
      substance: substanceOf(words),
      code: codingOf(code, [codeSystems.rxNorm, codeSystems.snomed]),
      reactions: [...new Set(reactions)],
      severity:
        severities.find((grade) => reaction.some(({ severity }) => severity === grade)) ?? null,
      notedOn: counted(bundle, entry, readDay(noted)).day,
    };
  });
}
