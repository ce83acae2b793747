import * as z from 'zod/mini';
import { eligibility } from './eligibility.js';
import { endpoint } from './endpoint.js';
import { coding, day, id, instant, pageAnswer, pageRequest, typed } from './fields.js';

/** A problem of the patient's health (FHIR Condition). */
export const condition = z.object({
  id,
  name: z.string(),
  /** ICD-10-CM or SNOMED CT; null: the source had no code. */
  code: z.nullable(coding),
  /** `resolved`: over (FHIR inactive and remission, too). */
  status: z.enum(['active', 'resolved']),
  /** Null: not known. */
  onsetOn: z.nullable(day),
  resolvedOn: z.nullable(day),
});
export type Condition = z.infer<typeof condition>;

/** What the patient does not tolerate (FHIR AllergyIntolerance). */
export const allergy = z.object({
  id,
  substance: z.string(),
  /** RxNorm or SNOMED CT; null: the source had no code. */
  code: z.nullable(coding),
  /** What happened then: "Hives". Empty: not known. */
  reactions: z.array(z.string()),
  severity: z.nullable(z.enum(['mild', 'moderate', 'severe'])),
  notedOn: z.nullable(day),
});
export type Allergy = z.infer<typeof allergy>;

/** A vaccine that was given (FHIR Immunization). */
export const immunization = z.object({
  id,
  name: z.string(),
  /** CVX; null: the source had no code. */
  code: z.nullable(coding),
  givenOn: z.nullable(day),
});
export type Immunization = z.infer<typeof immunization>;

/** Something measured at a visit (FHIR Observation, category vital-signs). */
export const vital = z.object({
  id,
  name: z.string(),
  /** LOINC; null: the source had no code. */
  code: z.nullable(coding),
  takenAt: instant,
  /** One number, or two of a blood pressure: systolic first. */
  values: z.array(z.number()).check(z.minLength(1), z.maxLength(2)),
  /** As printed for people in every language: `mmHg`, `°C`. A rate is `/min` (UCUM), to be said in words. */
  unit: z.string(),
});
export type Vital = z.infer<typeof vital>;

/** What is measured, the same each time: the LOINC code, or the name where there is none. */
const kind = typed(1000);

export const healthSummary = z.object({
  patient: z.object({
    name: z.string(),
    /** Null: the source gives no day. */
    birthDate: z.nullable(day),
    /** FHIR Patient.gender */
    sex: z.enum(['female', 'male', 'other', 'unknown']),
  }),
  /** What the patient has comes first, then what is over; within these, the latest first. */
  conditions: z.array(condition),
  allergies: z.array(allergy),
  /** Latest first. */
  immunizations: z.array(immunization),
  /** Of each kind the latest, with how many earlier ones `searchVitals` tells. */
  vitals: z.array(z.object({ kind, latest: vital, earlierCount: z.int().check(z.minimum(0)) })),
  /** What is taken now, as far as it is documented here (`medications.listed`); by name. */
  medications: z.array(
    z.object({
      id,
      name: z.string(),
      /** RxNorm; null: the source had no code. */
      code: z.nullable(coding),
    }),
  ),
  /** Whether a mistake in it can be put right here (`record.read-only`: nowhere in the portal). */
  correction: eligibility,
});
export type HealthSummary = z.infer<typeof healthSummary>;

/** What both read: a record that nothing here edits, so that any other method is 405. */
const reading = {
  access: 'session',
  safe: true,
  activity: true,
  audit: 'viewed-health-summary',
  refusals: ['record.read-only'],
} as const;

export const getHealthSummary = endpoint({
  ...reading,
  id: 'getHealthSummary',
  summary: 'Conditions, allergies, immunizations, vital signs and current medications.',
  method: 'GET',
  path: '/patients/{subject}/health-summary',
  request: { params: z.object({ subject: id }) },
  response: healthSummary,
});

export const searchVitals = endpoint({
  ...reading,
  id: 'searchVitals',
  summary: 'Vital signs, latest first. A POST, so that no kind stands in a URL.',
  method: 'POST',
  path: '/patients/{subject}/vitals/search',
  request: {
    params: z.object({ subject: id }),
    body: z.object({
      /** Of the summary; absent: all. */
      kind: z.optional(kind),
      ...pageRequest,
    }),
  },
  response: z.object({ vitals: z.array(vital), ...pageAnswer }),
});
