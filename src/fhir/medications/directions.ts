import * as z from 'zod/mini';
import { wordsOf } from '../codes.js';
import {
  dosageSchema,
  type FhirDosage,
  type FhirDoseAndRate,
  type FhirRatio,
} from '../record-schemas.js';
import type { FhirQuantity, FhirRange } from '../schemas.js';
import { each, timeWords, timingWords, Unsayable } from './timing-words.js';

/**
 * How a medication is taken: the prescriber's own words, else what the schedule says, put plainly:
 * "2 tablets, 3 times a day, as needed". Null where nothing is said, and undefined where something is
 * that there are no words for: directions of which a part is left out would be wrong.
 */
export function directionsOf(dosages: readonly unknown[] = []): string | null | undefined {
  const read = dosages.map((dosage) => z.safeParse(sourceSchema, withoutMarks(dosage)).data);
  try {
    const steps = read
      .map((source) => ({ sequence: source?.sequence ?? 0, words: sentenceOf(source) }))
      .filter(({ words }) => words !== '')
      .sort((one, other) => one.sequence - other.sequence);
    return steps.length === 0 ? null : joined(steps);
  } catch (error) {
    if (error instanceof Unsayable) return undefined;
    throw error;
  }
}

interface Step {
  readonly sequence: number;
  readonly words: string;
}

/** "40 mg a day; then 20 mg a day" where one comes after the other. */
const joined = (steps: readonly Step[]): string =>
  steps
    .map(({ sequence, words }, index) => {
      const before = steps[index - 1];
      if (!before) return words;
      const isNext = sequence > before.sequence && !/^then\b/i.test(words);
      return `; ${isNext ? `then ${words.charAt(0).toLowerCase()}${words.slice(1)}` : words}`;
    })
    .join('');

/** Words of one's own say it all, whatever else there is. */
const wordsSchema = z.looseObject({
  sequence: z.optional(z.number()),
  text: z.string().check(z.regex(/\S/)),
  patientInstruction: z.optional(z.string()),
  modifierExtension: z.optional(z.undefined()),
});
const sourceSchema = z.union([dosageSchema, wordsSchema]);

function sentenceOf(dosage: z.infer<typeof sourceSchema> | undefined): string {
  if (!dosage) throw new Unsayable('dosage');
  const { text, patientInstruction } = dosage;
  const own = [text, patientInstruction].filter((words) => words?.trim());
  const extra = z.safeParse(dosageSchema, dosage).data?.additionalInstruction ?? [];
  const further = extra
    .flatMap((concept) => wordsOf(concept) ?? [])
    .filter((words) => !own.some((sentence) => sentence?.includes(words)));
  const said = own.length > 0 ? own.join('. ') : structuredWords(dosageSchema.parse(dosage));
  return [said, ...further].filter((part) => part !== '').join('. ');
}

function structuredWords(dosage: FhirDosage): string {
  const { asNeededBoolean, asNeededCodeableConcept, timing, method, route, site } = dosage;
  const reason = wordsOf(asNeededCodeableConcept);
  const parts = [
    wordsOf(method),
    ...doseWords(dosage.doseAndRate ?? []),
    wordsOf(route),
    wordsOf(site),
    ...(timing ? timingWords(timing) : []),
    reason === null ? (asNeededBoolean ? 'as needed' : null) : `as needed for ${reason}`,
    dosage.maxDosePerPeriod ? `at most ${ratioWords(dosage.maxDosePerPeriod)}` : null,
    dosage.maxDosePerAdministration
      ? `at most ${quantityWords(dosage.maxDosePerAdministration)} at a time`
      : null,
    dosage.maxDosePerLifetime
      ? `at most ${quantityWords(dosage.maxDosePerLifetime)} in a lifetime`
      : null,
  ];
  const sentence = parts.filter((part) => part !== null).join(', ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Of several the one that was ordered: another is how it was calculated. */
function doseWords(doses: readonly FhirDoseAndRate[]): string[] {
  const ordered = doses.filter(({ type }) => type?.coding?.some(({ code }) => code === 'ordered'));
  const [dose, ...others] = ordered.length > 0 ? ordered : doses;
  if (!dose) return [];
  if (others.length > 0) throw new Unsayable('doseAndRate');
  const { doseQuantity, doseRange, rateQuantity, rateRange, rateRatio } = dose;
  return [
    ...(doseQuantity ? [quantityWords(doseQuantity)] : []),
    ...(doseRange ? [rangeWords(doseRange)] : []),
    ...(rateQuantity ? [`at ${quantityWords(rateQuantity)}`] : []),
    ...(rateRange ? [`at ${rangeWords(rateRange)}`] : []),
    ...(rateRatio ? [`at ${ratioWords(rateRatio)}`] : []),
  ];
}

const unitOf = ({ unit, code }: FhirQuantity): string | undefined => unit ?? code;

/** "2 tablets"; a number alone is one of doses. */
function quantityWords(quantity: FhirQuantity): string {
  const { value, comparator = '' } = quantity;
  if (value === undefined) throw new Unsayable('quantity');
  return `${comparator}${value} ${unitOf(quantity) ?? (value === 1 ? 'dose' : 'doses')}`;
}

/** "1 to 2 tablets", "up to 2 tablets". */
function rangeWords({ low, high }: FhirRange): string {
  if (!high) throw new Unsayable('range');
  if (low?.value === undefined) return `up to ${quantityWords(high)}`;
  const [lowUnit, highUnit] = [unitOf(low), unitOf(high)];
  const isOne = lowUnit === undefined || highUnit?.replace(/s$/, '') === lowUnit.replace(/s$/, '');
  return `${isOne ? low.value : quantityWords(low)} to ${quantityWords(high)}`;
}

/** "8 tablets a day", "5 mL per 2 hours". */
function ratioWords({ numerator, denominator }: FhirRatio): string {
  if (!numerator || denominator?.value === undefined) throw new Unsayable('ratio');
  const time = timeWords(String(denominator.value), denominator.code ?? denominator.unit);
  return `${quantityWords(numerator)} ${denominator.value === 1 ? each(time) : `in ${time}`}`;
}

/** What says nothing of how it is taken: ids, extensions, and what belongs to a value's JSON. */
function withoutMarks(source: unknown): unknown {
  if (Array.isArray(source)) return source.map(withoutMarks);
  if (typeof source !== 'object' || source === null) return source;
  return Object.fromEntries(
    Object.entries(source)
      .filter(([key]) => key !== 'id' && key !== 'extension' && !key.startsWith('_'))
      .map(([key, value]) => [key, withoutMarks(value)]),
  );
}
