import type { HealthSummaryRecord } from './records/index.js';
import type { Entry, FhirBundle } from './bundle.js';
import { categoryOf, hasCode, loincCodesOf, loincOf, plainWordsOf } from './codes.js';
import { readEffective } from './dates.js';
import { observationSchema, type FhirObservation, type FhirQuantity } from './schemas.js';
import { counted, isAbout, type Subject } from './subject.js';

import { opaqueId } from './opaque-id.js';

type Vital = HealthSummaryRecord['vitals'][number];

const finalStatuses = ['final', 'amended', 'corrected'];

/** LOINC of the two numbers of a blood pressure. */
const systolic = '8480-6';
const diastolic = '8462-4';

/**
 * The vital signs of a bundle, as far as they are numbers. All others stay, and are counted as what they
 * are: `Observation (vital-signs)`.
 */
export function readVitals(bundle: FhirBundle, subject: Subject): Vital[] {
  return bundle.ofType('Observation').flatMap((entry) => {
    const observation = bundle.peek(entry, observationSchema);
    if (!observation || !isVital(observation)) return [];
    if (!isAbout(bundle, subject, observation.subject, entry)) {
      bundle.leave(entry, 'not about this patient');
      return [];
    }
    const vital = readVital(bundle, subject, observation, entry);
    if (vital) bundle.take(entry);
    return vital ?? [];
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
): Vital | undefined {
  const measured = numbersOf(observation);
  const name = plainWordsOf(observation.code);
  if (!measured || name === null) return undefined;
  const { at } = counted(bundle, entry, readEffective(observation));
  if (at === null) return undefined;
  const id = opaqueId(subject.id, entry.key);
  return { id, name, code: loincOf(observation.code), takenAt: at, ...measured };
}

function numbersOf(observation: FhirObservation): Pick<Vital, 'values' | 'unit'> | undefined {
  const { valueQuantity, component = [] } = observation;
  if (valueQuantity?.value !== undefined) {
    return { values: [rounded(valueQuantity.value, 1)], unit: unitOf(valueQuantity) };
  }
  const [upper, lower] = [systolic, diastolic].map(
    (code) => component.find((part) => loincCodesOf(part.code).includes(code))?.valueQuantity,
  );
  if (upper?.value === undefined || lower?.value === undefined) return undefined;
  return { values: [rounded(upper.value, 0), rounded(lower.value, 0)], unit: unitOf(upper) };
}

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
function unitOf({ unit, code }: FhirQuantity): string {
  const written = (unit ?? code ?? '').trim();
  const plain = printedUnits[written] ?? written.replace(/^\{(.*)\}$/, '$1');
  return plain === '1' ? '' : plain;
}

/** Half up, as printed. */
const rounded = (value: number, decimals: number): number =>
  Math.round(value * 10 ** decimals + 1e-9) / 10 ** decimals;
