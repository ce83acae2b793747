import type { ResultValue } from '../../contract/record/results.js';
import type { HealthSummaryRecord } from '../records/index.js';
import type { FhirBundle } from '../bundle/bundle.js';
import type { Entry } from '../bundle/entry.js';
import { categoryOf, hasCode, loincCodesOf, loincOf, plainWordsOf } from '../codes.js';
import { readEffective } from '../dates.js';
import {
  observationSchema,
  type FhirMeasurement,
  type FhirObservation,
  type FhirQuantity,
} from '../schemas.js';
import { counted, leave, Left, whyUnsafe, type Subject } from '../bundle/subject.js';
import { readMeasurement } from '../results/values.js';

import { opaqueId } from '../opaque-id.js';

type Vital = HealthSummaryRecord['vitals'][number];

const finalStatuses = ['final', 'amended', 'corrected'];

/** LOINC of the two numbers of a blood pressure, the upper first. */
const pressureNames: Readonly<Record<string, string>> = {
  '8480-6': 'Systolic',
  '8462-4': 'Diastolic',
};
const pressureCodes = ['8480-6', '8462-4'];

/**
 * The vital signs of a bundle, as they were sent. What is not final yet stays, and is counted as what it
 * is: `Observation (vital-signs)`.
 */
export function readVitals(bundle: FhirBundle, subject: Subject): Vital[] {
  return bundle.about(subject.entry, 'Observation').flatMap((entry) => {
    const observation = bundle.peek(entry, observationSchema);
    if (!observation || !isVital(observation)) return [];
    const outcome = whyUnsafe(entry) ?? readVital(bundle, subject, observation, entry);
    if (outcome instanceof Left) {
      leave(bundle, entry, outcome);
      return [];
    }
    bundle.take(entry);
    return [outcome];
  });
}

/** A result of the laboratory stays one, whatever else it is called. */
const isVital = ({ category, status }: FhirObservation): boolean =>
  hasCode(category ?? [], ['vital-signs']) &&
  categoryOf(category) === undefined &&
  finalStatuses.includes(status);

function readVital(
  bundle: FhirBundle,
  subject: Subject,
  observation: FhirObservation,
  entry: Entry,
): Vital | Left {
  const name = plainWordsOf(observation.code);
  const { at } = counted(bundle, entry, readEffective(observation));
  const measured = measuredBy(observation);
  if (measured.values.length + (measured.components?.length ?? 0) === 0) {
    return new Left('vital-signs', !isGroup(observation));
  }
  if (name === null || at === null) return new Left('vital-signs', true);
  const id = opaqueId(subject.id, entry.key);
  return { id, name, code: loincOf(observation.code), takenAt: at, ...measured };
}

/** It only names others, which are read themselves, or says why there is nothing. */
const isGroup = ({ hasMember = [], dataAbsentReason }: FhirObservation): boolean =>
  hasMember.length > 0 || dataAbsentReason !== undefined;

type Measured = Pick<Vital, 'values' | 'unit' | 'components'>;

/** Plain numbers are values; all else is said part by part, as it was sent. */
function measuredBy(observation: FhirObservation): Measured {
  const { valueQuantity, component = [] } = observation;
  const pressure = pressureOf(component);
  const own = isPlain(valueQuantity)
    ? { values: [valueQuantity.value], unit: unitOf(valueQuantity) }
    : (pressure ?? { values: [], unit: '' });
  const parts = component.filter(
    (part) => !pressure || !pressureCodes.some((code) => is(part, code)),
  );
  const { value: ownValue } = readMeasurement(observation);
  const components = [
    ...(isPlain(valueQuantity) || !ownValue ? [] : [{ name: null, value: printed(ownValue) }]),
    ...parts.flatMap((part) => {
      const { value } = readMeasurement(part);
      const name = plainWordsOf(part.code) ?? pressureNames[loincOf(part.code)?.code ?? ''] ?? null;
      return value ? [{ name, value: printed(value) }] : [];
    }),
  ];
  return { ...own, ...(components.length > 0 && { components }) };
}

const isPlain = (
  quantity: FhirQuantity | undefined,
): quantity is FhirQuantity & { readonly value: number } =>
  quantity?.value !== undefined && quantity.comparator === undefined;

const is = ({ code }: FhirMeasurement, loinc: string): boolean =>
  loincCodesOf(code).includes(loinc);

/** Both numbers, in one unit. */
function pressureOf(component: readonly FhirMeasurement[]): Measured | undefined {
  const [upper, lower] = pressureCodes.map(
    (code) => component.find((part) => is(part, code))?.valueQuantity,
  );
  if (!isPlain(upper) || !isPlain(lower) || unitOf(upper) !== unitOf(lower)) return undefined;
  return { values: [upper.value, lower.value], unit: unitOf(upper) };
}

const printed = (value: ResultValue): ResultValue =>
  value.kind === 'quantity' && value.unit !== null
    ? { ...value, unit: printedUnit(value.unit) }
    : value;

/** UCUM as people write it in every language; what is said in words, as the rate "/min", stays as it is. */
const printedUnits: Readonly<Record<string, string>> = {
  'mm[Hg]': 'mmHg',
  Cel: '°C',
  '[degF]': '°F',
  '[lb_av]': 'lb',
  '[in_i]': 'in',
  'kg/m2': 'kg/m²',
};

/** What stands in braces is no unit, and is said as it is: "{score}". */
const unitOf = ({ unit, code }: FhirQuantity): string => printedUnit((unit ?? code ?? '').trim());

function printedUnit(written: string): string {
  const plain = printedUnits[written] ?? written.replace(/^\{(.*)\}$/, '$1');
  return plain === '1' ? '' : plain;
}
