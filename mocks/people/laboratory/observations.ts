import type { Coding } from '../../../src/contract/fields.js';
import type { Interpretation, Observation } from '../../../src/contract/record/results.js';
import type { Analyte, ReferenceGroup } from './analytes.js';
import { flagOf, type Limits, type Quantity } from '../../../src/fhir/flags.js';

/** An observation before its report gives it an id. */
export type ObservationSpec = Omit<Observation, 'id'>;

/** Of whom and when a specimen was taken, as far as values depend on it. */
export interface Draw {
  readonly group: ReferenceGroup;
  /** Whole years. */
  readonly age: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What a report says once it is known of whom and when. */
export type Content = (draw: Draw) => readonly ObservationSpec[];

/** Half up, and not misled by binary fractions (28.7 × 6 − 46.7 is 125.49999999999997 there). */
export const rounded = (value: number, decimals: number): number => {
  const scale = 10 ** decimals;
  return Math.round(value * scale + 1e-9) / scale;
};

export interface Measured {
  readonly comparator?: '<' | '>' | null;
  /** The value before it was corrected. */
  readonly previous?: number;
  /** Instead of the analyte's own range: a therapeutic one. */
  readonly range?: Limits;
}

const quantityOf = (
  { unit, decimals }: Analyte,
  value: number,
  comparator: Quantity['comparator'],
): Quantity => {
  return { kind: 'quantity', value: rounded(value, decimals), comparator, unit };
};

/** A number with its unit, the range for this person and the flag that follows. */
export const measured = (
  { group }: Draw,
  analyte: Analyte,
  value: number,
  { comparator = null, previous, range = analyte.range(group) }: Measured = {},
): ObservationSpec => {
  const quantity = quantityOf(analyte, value, comparator);
  const { low, high } = range;
  return {
    name: analyte.name,
    code: analyte.code,
    value: quantity,
    absentReason: null,
    referenceRange: low === null && high === null ? null : { low, high, text: null },
    interpretation: flagOf(quantity, range, analyte.critical),
    previousValue: previous === undefined ? null : quantityOf(analyte, previous, null),
  };
};

/** A finding in words that is normal if it is the expected one. */
export const finding = (
  code: Coding,
  name: string,
  text: string,
  expected: string,
): ObservationSpec => {
  return {
    ...narrative(code, name, text, text === expected ? 'normal' : 'abnormal'),
    referenceRange: { low: null, high: null, text: expected },
  };
};

/** Free text: a culture, a pathologist's or radiologist's words. */
export const narrative = (
  code: Coding,
  name: string,
  text: string,
  interpretation: Interpretation | null = null,
): ObservationSpec => {
  return {
    name,
    code,
    value: { kind: 'text', text },
    absentReason: null,
    referenceRange: null,
    interpretation,
    previousValue: null,
  };
};

/** A test that was asked for and gave no value. */
export const absent = (spec: ObservationSpec, reason: string): ObservationSpec => {
  return { ...spec, value: null, absentReason: reason, interpretation: null };
};
