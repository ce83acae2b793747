import { opaqueId } from './opaque-id.js';
import type { FhirBundle } from './bundle.js';
import type { HealthSummaryRecord } from './records/index.js';
import { counted, Left, readAbout, type Subject } from './subject.js';
import { readDay } from './dates.js';
import { codeSystems, codingOf, hasCode, plainWordsOf, wordsOf } from './codes.js';
import { conditionSchema } from './record-schemas.js';
import type { FhirCodeableConcept } from './schemas.js';

/** Codes of a clinical status that say it is over. */
export const overCodes = ['inactive', 'remission', 'resolved'];
/** Codes of a verification status that say it is not so. */
export const wrongCodes = ['entered-in-error', 'refuted'];

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

export function readConditions(
  bundle: FhirBundle,
  subject: Subject,
): HealthSummaryRecord['conditions'] {
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
