import type { Coding } from '../../src/contract/fields.js';
import type { HealthSummaryRecord } from '../db/records/index.js';
import type { Facts } from './facts.js';
import { loinc } from './laboratory/codings.js';
import { day, dayOf, fridayOfWeekend, hour, instant, startOfDay } from './dates.js';
import { rounded } from './laboratory/observations.js';
import { opaqueId } from '../../src/fhir/opaque-id.js';
import type { Vaccine } from './vaccines.js';

export interface ConditionSpec {
  readonly name: string;
  readonly code: Coding;
  readonly sinceDaysAgo: number;
  readonly resolvedDaysAgo?: number;
}

export interface AllergySpec {
  readonly substance: string;
  readonly code: Coding;
  readonly reactions: readonly string[];
  readonly severity: HealthSummaryRecord['allergies'][number]['severity'];
  readonly notedDaysAgo: number;
}

/** A vaccine so many days ago, at an age in months, or in October of so many seasons ago. */
export type ImmunizationSpec = { readonly vaccine: Vaccine } & (
  { readonly daysAgo: number } | { readonly atMonths: number } | { readonly octobersAgo: number }
);

/** What was measured at one visit. */
export interface VitalsSpec {
  readonly daysAgo: number;
  readonly bloodPressure?: readonly [systolic: number, diastolic: number];
  /** Beats a minute. */
  readonly pulse?: number;
  /** Pounds. */
  readonly weight?: number;
  /** Inches. */
  readonly height?: number;
  /** Degrees Fahrenheit. */
  readonly temperature?: number;
}

export interface SummarySpec {
  readonly conditions?: readonly ConditionSpec[];
  readonly allergies?: readonly AllergySpec[];
  readonly immunizations?: readonly ImmunizationSpec[];
  readonly vitals?: readonly VitalsSpec[];
}

export const healthSummaryOf = (
  { conditions = [], allergies = [], immunizations = [], vitals = [] }: SummarySpec,
  facts: Facts,
): Omit<HealthSummaryRecord, 'id'> => {
  const idOf = (...parts: readonly string[]) => opaqueId('summary', facts.patient.id, ...parts);
  const dayAgo = (days: number) => dayOf(facts.now - days * day);
  return {
    conditions: conditions.map(({ name, code, sinceDaysAgo, resolvedDaysAgo }) => ({
      id: idOf('condition', code.code, String(sinceDaysAgo)),
      name,
      code,
      status: resolvedDaysAgo === undefined ? 'active' : 'resolved',
      onsetOn: dayAgo(sinceDaysAgo),
      resolvedOn: resolvedDaysAgo === undefined ? null : dayAgo(resolvedDaysAgo),
    })),
    allergies: allergies.map(({ notedDaysAgo, ...allergy }) => ({
      ...allergy,
      id: idOf('allergy', allergy.code.code),
      notedOn: dayAgo(notedDaysAgo),
    })),
    immunizations: immunizations.map((spec, index) => ({
      id: idOf('immunization', String(index)),
      name: spec.vaccine.name,
      code: spec.vaccine.code,
      givenOn: dayOf(givenAt(spec, facts)),
    })),
    vitals: vitals.flatMap((visit) =>
      measured(visit).map(({ kind, values }) => ({
        id: idOf('vital', kind.code.code, String(visit.daysAgo)),
        ...kind,
        takenAt: instant(takenAt(visit.daysAgo, facts)),
        values,
      })),
    ),
  };
};

const givenAt = (spec: ImmunizationSpec, { now, born }: Facts): number => {
  if ('daysAgo' in spec) return now - spec.daysAgo * day;
  if ('atMonths' in spec) return born + Math.round(spec.atMonths * 30.44 + 5) * day;
  const october = new Date(now);
  october.setUTCMonth(9, 9);
  if (october.getTime() > now) october.setUTCFullYear(october.getUTCFullYear() - 1);
  return october.setUTCFullYear(october.getUTCFullYear() - spec.octobersAgo);
};

/** Early on the day of the visit. */
const takenAt = (daysAgo: number, { now }: Facts): number =>
  fridayOfWeekend(startOfDay(now) - daysAgo * day) + 12 * hour;

type Kind = Pick<HealthSummaryRecord['vitals'][number], 'name' | 'unit'> & {
  readonly code: Coding;
};

const kind = (name: string, unit: string, code: string, display: string): Kind => ({
  name,
  unit,
  code: loinc(code, display),
});

const kinds = {
  bloodPressure: kind(
    'Blood pressure',
    'mmHg',
    '85354-9',
    'Blood pressure panel with all children optional',
  ),
  pulse: kind('Pulse', '/min', '8867-4', 'Heart rate'),
  weight: kind('Weight', 'lb', '29463-7', 'Body weight'),
  height: kind('Height', 'in', '8302-2', 'Body height'),
  bodyMassIndex: kind('Body mass index', 'kg/m²', '39156-5', 'Body mass index (BMI) [Ratio]'),
  temperature: kind('Temperature', '°F', '8310-5', 'Body temperature'),
};

interface Measured {
  readonly kind: Kind;
  readonly values: readonly number[];
}

const measured = ({
  bloodPressure,
  pulse,
  weight,
  height,
  temperature,
}: VitalsSpec): Measured[] => {
  const one = (kind: Kind, value: number | undefined): Measured[] =>
    value === undefined ? [] : [{ kind, values: [value] }];
  return [
    ...(bloodPressure ? [{ kind: kinds.bloodPressure, values: bloodPressure }] : []),
    ...one(kinds.pulse, pulse),
    ...one(kinds.weight, weight),
    ...one(kinds.height, height),
    ...(weight !== undefined && height !== undefined
      ? one(kinds.bodyMassIndex, rounded((703 * weight) / height ** 2, 1)) // 703 lb/in² in kg/m²
      : []),
    ...one(kinds.temperature, temperature),
  ];
};
