import type { HealthSummaryRecord } from '../../db/records/index.js';
import type { FhirBundle } from './bundle.js';
import { codeSystems, codingOf, hasCode, plainWordsOf, wordsOf } from './codes.js';
import { readDay } from './dates.js';
import { allergySchema, conditionSchema, immunizationSchema } from './record-schemas.js';
import type { FhirCodeableConcept } from './schemas.js';
import { counted, Left, readAbout, type Subject } from './subject.js';
import { readVitals } from './vitals.js';
import { opaqueId } from '../opaque-id.js';

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

const overCodes = ['inactive', 'remission', 'resolved'];
const wrongCodes = ['entered-in-error', 'refuted'];

/** How somebody lives, which some systems keep among the conditions: "Full-time employment (finding)". */
const socialWords =
  /employ|labor force|educat|school|certificate|social|stress|housing|homeless|transport|criminal|armed forces|refugee|violence|partner abuse|risk activity/i;
const taggedOtherThanDisorder = /\((?!disorder\))[^)]+\)$/;

const isSocial = (
  category: readonly FhirCodeableConcept[],
  code: FhirCodeableConcept | undefined,
): boolean =>
  hasCode(category, ['sdoh', 'social-history']) ||
  [code?.text, ...(code?.coding ?? []).map(({ display }) => display)].some(
    (words) => words && taggedOtherThanDisorder.test(words) && socialWords.test(words),
  );

/** "Medication review due (situation)": something to do, and no condition. */
const isSituation = (code: FhirCodeableConcept | undefined): boolean =>
  / \(situation\)$/.test(wordsOf(code) ?? '');

function readConditions(bundle: FhirBundle, subject: Subject): HealthSummaryRecord['conditions'] {
  return readAbout(bundle, subject, 'Condition', conditionSchema, (condition, entry) => {
    const { clinicalStatus, verificationStatus, category = [], code } = condition;
    if (hasCode([verificationStatus], wrongCodes)) return new Left('not so');
    if (isSocial(category, code)) return new Left('social');
    if (isSituation(code)) return new Left('situation');
    const name = plainWordsOf(code);
    if (name === null) return new Left('without a name');
    const abated = condition.abatementDateTime ?? condition.abatementPeriod?.start;
    const isOver =
      clinicalStatus === undefined ? abated !== undefined : hasCode([clinicalStatus], overCodes);
    const onset = condition.onsetDateTime ?? condition.onsetPeriod?.start ?? condition.recordedDate;
    return {
      id: opaqueId(subject.id, entry.key),
      name,
      code: codingOf(code, [codeSystems.icd10, codeSystems.snomed]),
      status: isOver ? ('resolved' as const) : ('active' as const),
      onsetOn: counted(bundle, entry, readDay(onset)).day,
      resolvedOn: isOver ? counted(bundle, entry, readDay(abated)).day : null,
    };
  });
}

const noKnownAllergies = ['716186003', '409137002', '429625007'];

const severities = ['severe', 'moderate', 'mild'] as const;

/** "Allergy to peanuts" and "Shellfish allergy" in a list of allergies: "Peanuts", "Shellfish". */
function substanceOf(words: string): string {
  const substance = words.replace(/^allergy to /i, '').replace(/ allergy$/i, '');
  return substance.charAt(0).toUpperCase() + substance.slice(1);
}

function readAllergies(bundle: FhirBundle, subject: Subject): HealthSummaryRecord['allergies'] {
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

function readImmunizations(
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
