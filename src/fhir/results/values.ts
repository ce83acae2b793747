import type { Interpretation, ReferenceRange, ResultValue } from '../../contract/record/results.js';
import { hasCode, wordsOf } from '../codes.js';
import { readInterpretation } from './interpretations.js';
import { plainText } from './text.js';
import { isSameUnit } from './units.js';
import type { FhirMeasurement, FhirQuantity, FhirRange, FhirReferenceRange } from '../schemas.js';
import { flagOf, type Limits, type Quantity } from '../flags.js';

/** UCUM's "1" says that a number has no unit. */
function unitOf({ unit, code }: FhirQuantity): string | null {
  const named = unit?.trim() || code?.trim();
  return named === undefined || named === '' || named === '1' ? null : named;
}

const join = (...parts: readonly (string | number | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(' ');

const quantityOf = (value: number, source: FhirQuantity): Quantity => ({
  kind: 'quantity',
  value,
  comparator: source.comparator ?? null,
  unit: unitOf(source),
});

const valueWords = (value: ResultValue): string =>
  value.kind === 'text' ? value.text : join(`${value.comparator ?? ''}${value.value}`, value.unit);

const quantityWords = (source: FhirQuantity | undefined): string =>
  source?.value === undefined ? '' : valueWords(quantityOf(source.value, source));

/** "3.5 to 5.1 mmol/L", "up to 5.1 mmol/L", "3.5 mmol/L or more". */
function rangeWords({ low, high }: FhirRange): string {
  const unit = unitOf(high ?? low ?? {});
  if (low?.value !== undefined && high?.value !== undefined) {
    return join(low.value, 'to', high.value, unit);
  }
  if (high?.value !== undefined) return join('up to', high.value, unit);
  return low?.value === undefined ? '' : join(low.value, unit, 'or more');
}

const text = (words: string | null | undefined): ResultValue | null =>
  words ? { kind: 'text', text: words } : null;

/** Observation.value[x], as far as it is a number or can be said in words. */
function readValue(source: FhirMeasurement): ResultValue | null {
  const { valueQuantity, valueInteger, valueBoolean, valueRange, valueRatio, valuePeriod } = source;
  if (valueQuantity?.value !== undefined) return quantityOf(valueQuantity.value, valueQuantity);
  if (valueInteger !== undefined) return quantityOf(valueInteger, {});
  if (valueBoolean !== undefined) return text(valueBoolean ? 'Yes' : 'No');
  if (valueRange) return text(rangeWords(valueRange));
  if (valueRatio) {
    const parts = [quantityWords(valueRatio.numerator), quantityWords(valueRatio.denominator)];
    return text(parts.filter((part) => part !== '').join(':'));
  }
  if (valuePeriod) return text(join(valuePeriod.start, 'to', valuePeriod.end));
  return text(
    (source.valueString === undefined ? undefined : plainText(source.valueString)) ??
      wordsOf(source.valueCodeableConcept) ??
      source.valueDateTime ??
      source.valueTime,
  );
}

/** Said in the place of a value. */
export const unreadableValue = 'This kind of value cannot be shown here';

const knownValues = new Set([
  ...['valueQuantity', 'valueCodeableConcept', 'valueString', 'valueBoolean', 'valueInteger'],
  ...['valueRange', 'valueRatio', 'valueTime', 'valueDateTime', 'valuePeriod'],
]);

/** The name of a value[x] that cannot be shown here, such as `valueSampledData`. */
const unknownValue = (source: FhirMeasurement): string | undefined =>
  Object.keys(source).find((key) => /^value[A-Z]/.test(key) && !knownValues.has(key));

/** By code where both have one, else by the spelling. */
function sameUnit(limit: FhirQuantity | undefined, measured: FhirQuantity): boolean {
  if (limit === undefined) return true;
  const [mine, theirs] = [unitOf(limit), unitOf(measured)];
  if (mine === null) return true;
  if (limit.code !== undefined && limit.code === measured.code) return true;
  return theirs !== null && isSameUnit(mine, theirs);
}

/** "Women: 12 to 16 g/dL", for a range that must be said in words. */
function describedRange(range: FhirReferenceRange): string {
  const whom = join(
    ...(range.appliesTo ?? []).map((concept) => wordsOf(concept)),
    range.age === undefined ? '' : `age ${rangeWords(range.age)}`,
    wordsOf(range.type),
  );
  const words = range.text ?? rangeWords(range);
  return whom === '' || words === '' ? words : `${whom}: ${words}`;
}

/** Meanings of a range within which a value is as it should be. */
const goodMeanings = ['normal', 'recommended', 'treatment', 'therapeutic'];

function isForEveryone({ appliesTo, age, type }: FhirReferenceRange): boolean {
  const codes = type?.coding?.map(({ code }) => code ?? '') ?? [];
  const isGood = type === undefined || codes.some((code) => goodMeanings.includes(code));
  return isGood && age === undefined && (appliesTo ?? []).length === 0;
}

const isTypedNormal = ({ type }: FhirReferenceRange): boolean =>
  hasCode([type], ['normal']) || /^normal( range)?$/i.test(type?.text ?? '');

/**
 * The range as limits if there is one, for everyone and in the value's own unit; of several the one that is
 * said to be the normal one. Else in words: which of them applies to this patient is not ours to say.
 */
function readRange(
  ranges: readonly FhirReferenceRange[],
  measured: FhirQuantity,
): ReferenceRange | null {
  const normal = ranges.length > 1 ? ranges.filter(isTypedNormal) : ranges;
  const others = ranges.filter((range) => !normal.includes(range));
  const [range] = normal.length === 1 ? normal : [];
  const isPlain =
    range !== undefined &&
    others.every(({ type }) => type !== undefined) &&
    isForEveryone(range) &&
    sameUnit(range.low, measured) &&
    sameUnit(range.high, measured);
  const low = isPlain ? (range.low?.value ?? null) : null;
  const high = isPlain ? (range.high?.value ?? null) : null;
  const hasLimits = isPlain && (low !== null || high !== null);
  const words = hasLimits
    ? [range.text ?? '', ...others.map(describedRange)]
    : ranges.map(describedRange);
  const text = words.filter((word) => word !== '').join('; ') || null;
  return hasLimits || text !== null ? { low, high, text } : null;
}

/** "Critical" alone leaves the side to the range. */
function criticalSide(computed: Interpretation | null): Interpretation {
  if (computed === 'low') return 'critical-low';
  return computed === 'high' ? 'critical-high' : 'abnormal';
}

function flagWithin(number: Quantity, { low, high }: Limits): Interpretation | null {
  return low !== null && high !== null && low > high ? null : flagOf(number, { low, high });
}

/** "Resistant (>=32 ug/mL)". */
function withSusceptibility(
  value: ResultValue | null,
  susceptibility: string | undefined,
): ResultValue | null {
  if (susceptibility === undefined || value === null) return value ?? text(susceptibility);
  const words = valueWords(value);
  return words.toLowerCase() === susceptibility.toLowerCase()
    ? value
    : text(`${susceptibility} (${words})`);
}

/** What an observation or a component of one measures. */
export interface Measurement {
  readonly value: ResultValue | null;
  readonly absentReason: string | null;
  readonly referenceRange: ReferenceRange | null;
  readonly interpretation: Interpretation | null;
  /** What of it could not be read, by kind. */
  readonly unread: readonly string[];
}

/**
 * The flag is the laboratory's. Where it gave none but one range in the value's unit, the two are
 * compared: that is reading, not guessing. In all other cases there is no flag.
 */
export function readMeasurement(source: FhirMeasurement): Measurement {
  const measured = readValue(source);
  const number = measured?.kind === 'quantity' ? measured : null;
  const referenceRange = readRange(source.referenceRange ?? [], source.valueQuantity ?? {});
  const computed = number && referenceRange && flagWithin(number, referenceRange);
  const { flag, susceptibility, words } = readInterpretation(source.interpretation);
  const said = words ?? (flag && source.interpretation?.map(wordsOf)[0]);
  const unknown = unknownValue(source);
  return {
    value: withSusceptibility(measured, susceptibility) ?? text(said),
    absentReason:
      wordsOf(source.dataAbsentReason) ?? (unknown === undefined ? null : unreadableValue),
    referenceRange,
    interpretation: (flag === 'critical' ? criticalSide(computed) : flag) ?? computed,
    unread: [
      ...(unknown === undefined ? [] : [`Observation.${unknown}`]),
      ...(words && measured ? ['Observation.interpretation'] : []),
    ],
  };
}
