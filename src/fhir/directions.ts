import { wordsOf } from './codes.js';
import type { FhirDosage } from './record-schemas.js';

/**
 * How a medication is taken: the prescriber's own words, else what the schedule says, put plainly:
 * "2 tablets, 3 times a day, as needed". Null where neither says anything.
 */
export function directionsOf(instructions: readonly FhirDosage[] = []): string | null {
  const sentences = instructions.map(sentenceOf).filter((sentence) => sentence !== '');
  return sentences.length === 0 ? null : sentences.join('; ');
}

function sentenceOf(dosage: FhirDosage): string {
  const { text, patientInstruction, timing, asNeededBoolean, asNeededCodeableConcept } = dosage;
  if (text ?? patientInstruction) return text ?? patientInstruction ?? '';
  const reason = wordsOf(asNeededCodeableConcept);
  const parts = [
    doseOf(dosage),
    scheduleOf(timing?.repeat) ?? wordsOf(timing?.code),
    reason === null ? (asNeededBoolean ? 'as needed' : null) : `as needed for ${reason}`,
  ];
  const sentence = parts.filter((part) => part !== null).join(', ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** "2 tablets"; a number alone is one of doses. */
function doseOf({ doseAndRate }: FhirDosage): string | null {
  const { value, unit } = doseAndRate?.[0]?.doseQuantity ?? {};
  if (value === undefined) return null;
  if (unit !== undefined) return `${value} ${unit}`;
  return value === 1 ? '1 dose' : `${value} doses`;
}

/** FHIR Timing.repeat.periodUnit (UCUM). */
const periods: Readonly<Record<string, string>> = {
  s: 'second',
  min: 'minute',
  h: 'hour',
  d: 'day',
  wk: 'week',
  mo: 'month',
  a: 'year',
};

type Repeat = NonNullable<FhirDosage['timing']>['repeat'];

/** "Twice a day", "once every 8 hours". */
function scheduleOf(repeat: Repeat): string | null {
  const { frequency = 1, period = 1, periodUnit } = repeat ?? {};
  const unit = periods[periodUnit ?? ''];
  if (unit === undefined) return null;
  const times = frequency === 1 ? 'once' : frequency === 2 ? 'twice' : `${frequency} times`;
  const article = unit === 'hour' ? 'an' : 'a';
  return period === 1 ? `${times} ${article} ${unit}` : `${times} every ${period} ${unit}s`;
}
