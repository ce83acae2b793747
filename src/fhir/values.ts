import type { Interpretation, ReferenceRange, ResultValue } from '../contract/results.js';
import { wordsOf } from './codes.js';
import type {
  FhirCodeableConcept,
  FhirMeasurement,
  FhirQuantity,
  FhirRange,
  FhirReferenceRange,
} from './schemas.js';
import { flagOf, type Limits, type Quantity } from './flags.js';

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
    source.valueString ??
      wordsOf(source.valueCodeableConcept) ??
      source.valueDateTime ??
      source.valueTime,
  );
}

const knownValues = new Set([
  ...['valueQuantity', 'valueCodeableConcept', 'valueString', 'valueBoolean', 'valueInteger'],
  ...['valueRange', 'valueRatio', 'valueTime', 'valueDateTime', 'valuePeriod'],
]);

/** The name of a value[x] that cannot be shown here, such as `valueSampledData`. */
const unknownValue = (source: FhirMeasurement): string | undefined =>
  Object.keys(source).find((key) => /^value[A-Z]/.test(key) && !knownValues.has(key));

const sameUnit = (limit: FhirQuantity | undefined, unit: string | null): boolean =>
  limit === undefined || unitOf(limit) === null || unitOf(limit) === unit;

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

/**
 * The range as limits if there is one, for everyone and in the value's own unit. Else in words:
 * which of several applies to this patient is not ours to say.
 */
function readRange(
  ranges: readonly FhirReferenceRange[],
  unit: string | null,
): ReferenceRange | null {
  const [range] = ranges;
  if (range === undefined) return null;
  const isPlain =
    ranges.length === 1 &&
    isForEveryone(range) &&
    sameUnit(range.low, unit) &&
    sameUnit(range.high, unit);
  const low = isPlain ? (range.low?.value ?? null) : null;
  const high = isPlain ? (range.high?.value ?? null) : null;
  if (low !== null || high !== null) return { low, high, text: range.text ?? null };
  const words = ranges
    .map(describedRange)
    .filter((word) => word !== '')
    .join('; ');
  return words === '' ? null : { low: null, high: null, text: words };
}

/** HL7 v3 ObservationInterpretation (and v2-0078, from which it comes), gravest first. */
const flags: readonly (readonly [code: string, flag: Interpretation])[] = [
  ['LL', 'critical-low'],
  ['HH', 'critical-high'],
  ['AA', 'abnormal'],
  ['LU', 'low'],
  ['HU', 'high'],
  ['L', 'low'],
  ['H', 'high'],
  ['LX', 'low'],
  ['HX', 'high'],
  ['A', 'abnormal'],
  ['N', 'normal'],
];

/** How a germ answers to a drug: not a flag but the result itself. */
const susceptibilities: Readonly<Record<string, string>> = {
  S: 'Susceptible',
  SDD: 'Susceptible, dose dependent',
  I: 'Intermediate',
  R: 'Resistant',
  NS: 'Not susceptible',
};

/** By address or OID; local codes of the same letters may mean something else. */
const isInterpretationSystem = (system: string | undefined): boolean =>
  system === undefined || /ObservationInterpretation$|0078$|\.5\.83$|\.12\.78$/.test(system);

/** AA says "critical" and leaves the side to the range. */
function criticalSide(computed: Interpretation | null): Interpretation {
  if (computed === 'low') return 'critical-low';
  return computed === 'high' ? 'critical-high' : 'abnormal';
}

const codingsOf = (concepts: readonly FhirCodeableConcept[] | undefined) =>
  concepts?.flatMap(({ coding = [] }) => coding) ?? [];

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
  const referenceRange = readRange(source.referenceRange ?? [], number?.unit ?? null);
  const computed = number && referenceRange && flagWithin(number, referenceRange);
  const codings = codingsOf(source.interpretation).filter(({ system }) =>
    isInterpretationSystem(system),
  );
  const codes = codings.flatMap(({ code }) => code ?? []);
  const [flagCode, flag] = flags.find(([code]) => codes.includes(code)) ?? [];
  const susceptibility = codes.flatMap((code) => susceptibilities[code] ?? [])[0];
  const otherWords = flag || susceptibility ? undefined : source.interpretation?.map(wordsOf)[0];
  const unknown = unknownValue(source);
  return {
    value: withSusceptibility(measured, susceptibility) ?? text(otherWords),
    absentReason:
      wordsOf(source.dataAbsentReason) ??
      (unknown === undefined ? null : 'This kind of value cannot be shown here'),
    referenceRange,
    interpretation: (flagCode === 'AA' ? criticalSide(computed) : flag) ?? computed,
    unread: [
      ...(unknown === undefined ? [] : [`Observation.${unknown}`]),
      ...(otherWords && measured ? ['Observation.interpretation'] : []),
    ],
  };
}
