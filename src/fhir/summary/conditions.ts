import { absenceIn, absentOf } from './absent.js';
import type { FhirBundle } from '../bundle/bundle.js';
import type { Entry } from '../bundle/entry.js';
import { codeSystems, codingOf, hasCode, plainWordsOf } from '../codes.js';
import { readPartialDay } from '../dates.js';
import { opaqueId } from '../opaque-id.js';
import { conditionSchema, type FhirCondition } from '../record-schemas.js';
import type { AbsenceRecord, HealthSummaryRecord } from '../records/index.js';
import type { FhirCodeableConcept, FhirQuantity } from '../schemas.js';
import { counted, Left, readAbout, type Subject } from '../bundle/subject.js';

type Condition = HealthSummaryRecord['conditions'][number];

/** Codes of a clinical status that say it is over. */
export const overCodes = ['inactive', 'remission', 'resolved'];

/** Codes of a verification status that say it is not so: nothing of the patient's, so told nowhere. */
export const wrongCodes = ['entered-in-error', 'refuted'];

const doubts = ['differential', 'provisional', 'unconfirmed'] as const;

/** How sure it is, if somebody doubts it: the least sure of what is said. */
export function certaintyIn(
  verificationStatus: FhirCodeableConcept | undefined,
): Pick<Condition, 'certainty'> {
  const certainty = doubts.find((code) => hasCode([verificationStatus], [code]));
  return certainty ? { certainty } : {};
}

/**
 * SNOMED CT: how somebody lives, or what is to be done, which some systems keep among the conditions.
 * By code only, since words such as "stress" or "history of" belong to true conditions too.
 */
const noConditions = [
  ...['160903007', '160904001', '73438004', '741062008'], // work
  ...['224299000', '224295006', '5251000175109'], // education
  ...['32911000', '105531004', '266934004', '446654005', '224355006'], // housing, transport, past
  ...['423315002', '422650009', '73595000', '160968000', '266948004'], // company, stress, risks
  ...['424393004', '706893006'], // violence
];
const tasks = ['314529007']; // medication review due

export function readConditions(
  bundle: FhirBundle,
  subject: Subject,
): { readonly conditions: Condition[]; readonly absence: AbsenceRecord | undefined } {
  const lefts: Left[] = [];
  const conditions = readAbout(
    bundle,
    subject,
    'Condition',
    conditionSchema,
    (condition, entry): Condition | Left => {
      const { clinicalStatus, verificationStatus, category = [], code } = condition;
      if (hasCode([verificationStatus], wrongCodes)) return new Left('not so');
      if (hasCode(category, ['sdoh', 'social-history']) || hasCode([code], noConditions)) {
        return new Left('social');
      }
      if (hasCode([code], tasks)) return new Left('situation');
      const absent = absentOf(code);
      if (absent) return absent;
      const name = plainWordsOf(code);
      if (name === null) return new Left('without a name', true);
      const { abatementDateTime, abatementPeriod, abatementString, abatementAge } = condition;
      const abated = abatementDateTime ?? abatementPeriod?.start;
      const isOver =
        clinicalStatus === undefined
          ? [abated, abatementString, abatementAge].some((each) => each !== undefined)
          : hasCode([clinicalStatus], overCodes);
      const severity = plainWordsOf(condition.severity);
      return {
        id: opaqueId(subject.id, entry.key),
        name,
        code: codingOf(code, [codeSystems.icd10, codeSystems.snomed]),
        status: isOver ? 'resolved' : 'active',
        ...certaintyIn(verificationStatus),
        ...(severity !== null && { severity }),
        ...onsetOf(bundle, entry, condition),
        resolvedOn: isOver ? counted(bundle, entry, readPartialDay(abated)).day : null,
      };
    },
    lefts,
  );
  return { conditions, absence: absenceIn(lefts) };
}

/** When it began, not when somebody wrote it down: a date, or words where there is none. */
function onsetOf(
  bundle: FhirBundle,
  entry: Entry,
  { onsetDateTime, onsetPeriod, onsetAge, onsetRange, onsetString }: FhirCondition,
): Pick<Condition, 'onsetOn' | 'onset'> {
  const onsetOn = counted(bundle, entry, readPartialDay(onsetDateTime ?? onsetPeriod?.start)).day;
  const ages = onsetAge ? [onsetAge] : [onsetRange?.low, onsetRange?.high];
  const age = ages.flatMap((each) => (each ? ageWords(each) : [])).join(' to ');
  const onset = onsetString?.trim() || (age && `age ${age}`);
  return { onsetOn, ...(onset && { onset }) };
}

/** UCUM's units of time, as people say them. */
const timeUnits: Readonly<Record<string, string>> = {
  a: 'year',
  mo: 'month',
  wk: 'week',
  d: 'day',
};

function ageWords({ value, unit, code }: FhirQuantity): string | [] {
  if (value === undefined) return [];
  const named = timeUnits[code ?? unit ?? ''];
  return `${value} ${named ? `${named}${value === 1 ? '' : 's'}` : (unit ?? 'years')}`;
}
