import * as z from 'zod/mini';
import { eligibility } from '../eligibility.js';
import { endpoint } from '../endpoint.js';
import {
  coding,
  day,
  id,
  instant,
  notShown,
  pageAnswer,
  pageRequest,
  partialDay,
  typed,
} from '../fields.js';
import { resultValue } from './results.js';

/** How sure it is (FHIR verificationStatus); absent: nobody doubts it. */
const certainty = z.optional(z.enum(['provisional', 'differential', 'unconfirmed']));

/** A problem of the patient's health (FHIR Condition). */
export const condition = z.object({
  id,
  name: z.string(),
  /** ICD-10-CM or SNOMED CT; null: the source had no code. */
  code: z.nullable(coding),
  /** `resolved`: over (FHIR inactive and remission, too). */
  status: z.enum(['active', 'resolved']),
  certainty,
  /** In the source's words; absent: not given. */
  severity: z.optional(z.string()),
  /** Null: not known. */
  onsetOn: z.nullable(partialDay),
  resolvedOn: z.nullable(partialDay),
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
  /** How bad a reaction could be; absent: not given. */
  criticality: z.optional(z.enum(['low', 'high'])),
  certainty,
  notedOn: z.nullable(partialDay),
});
export type Allergy = z.infer<typeof allergy>;

/** A vaccine that was given (FHIR Immunization). */
export const immunization = z.object({
  id,
  name: z.string(),
  /** CVX; null: the source had no code. */
  code: z.nullable(coding),
  givenOn: z.nullable(partialDay),
});
export type Immunization = z.infer<typeof immunization>;

/** Something measured at a visit (FHIR Observation, category vital-signs). */
export const vital = z.object({
  id,
  name: z.string(),
  /** LOINC; null: the source had no code. */
  code: z.nullable(coding),
  takenAt: instant,
  /** One number, or two of a blood pressure: systolic first; none where `components` say it all. */
  values: z.array(z.number()).check(z.maxLength(2)),
  /** As printed for people in every language: `mmHg`, `°C`. A rate is `/min` (UCUM), to be said in words. */
  unit: z.string(),
  /** What else was measured with it, and what is no plain number; `name` is null for the vital sign itself. */
  components: z.optional(z.array(z.object({ name: z.nullable(z.string()), value: resultValue }))),
});
export type Vital = z.infer<typeof vital>;

/** What is measured, the same each time: the LOINC code, or the name where there is none. */
const kind = typed(1000);

/** That there is nothing to list, or that nobody knows: two different answers. */
const absence = z.object({
  /** Null: only of `parts`. */
  kind: z.nullable(z.enum(['none-known', 'no-information'])),
  /** What there is none of, in the source's words: "No known latex allergy". */
  parts: z.array(z.string()),
});
export type Absence = z.infer<typeof absence>;

/** What is taken now, as far as it is documented here (`medications.listed`). */
const listedMedication = z.object({
  id,
  name: z.string(),
  /** RxNorm; null: the source had no code. */
  code: z.nullable(coding),
});

/** Of a list that goes on. Absent: all of it is here. */
const rest = z.optional(z.object(pageAnswer));

export const healthSummary = z.object({
  patient: z.object({
    name: z.string(),
    /** Null: the source gives no day. */
    birthDate: z.nullable(day),
    /** FHIR Patient.gender */
    sex: z.enum(['female', 'male', 'other', 'unknown']),
  }),
  /**
   * Of each list the beginning. What the patient has comes first, then what is over; within these, the latest
   * first.
   */
  conditions: z.array(condition),
  /** Latest first, as the other two. */
  allergies: z.array(allergy),
  immunizations: z.array(immunization),
  medications: z.array(listedMedication),
  /** Where `searchHealthSummary` reads on. */
  more: z.optional(
    z.object({ conditions: rest, allergies: rest, immunizations: rest, medications: rest }),
  ),
  /** Of each kind the latest, with how many earlier ones `searchVitals` tells. */
  vitals: z.array(z.object({ kind, latest: vital, earlierCount: z.int().check(z.minimum(0)) })),
  /** What the source says where a list is empty, or lacks a part; absent: it says nothing. */
  absences: z.optional(
    z.object({
      conditions: z.optional(absence),
      allergies: z.optional(absence),
      immunizations: z.optional(absence),
      medications: z.optional(absence),
    }),
  ),
  notShown: z.optional(
    z.object({
      conditions: notShown,
      allergies: notShown,
      immunizations: notShown,
      medications: notShown,
      vitals: notShown,
    }),
  ),
  /** Whether a mistake in it can be put right here (`record.read-only`: nowhere in the portal). */
  correction: eligibility,
});
export type HealthSummary = z.infer<typeof healthSummary>;

/** The lists of the summary that may go on, each with its entries. */
const summaryPage = z.discriminatedUnion('list', [
  z.object({ list: z.literal('conditions'), entries: z.array(condition), ...pageAnswer }),
  z.object({ list: z.literal('allergies'), entries: z.array(allergy), ...pageAnswer }),
  z.object({ list: z.literal('immunizations'), entries: z.array(immunization), ...pageAnswer }),
  z.object({ list: z.literal('medications'), entries: z.array(listedMedication), ...pageAnswer }),
]);
export type SummaryPage = z.infer<typeof summaryPage>;
export type SummaryListName = SummaryPage['list'];

export const summaryQuery = z.object({
  list: z.enum(['conditions', 'allergies', 'immunizations', 'medications']),
  ...pageRequest,
});
export type SummaryQuery = z.infer<typeof summaryQuery>;

/** What all three read: a record that nothing here edits, so that any other method is 405. */
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

export const searchHealthSummary = endpoint({
  ...reading,
  id: 'searchHealthSummary',
  summary: 'One list of the summary, in its order: what comes after its beginning.',
  method: 'POST',
  path: '/patients/{subject}/health-summary/search',
  request: {
    params: z.object({ subject: id }),
    body: summaryQuery,
  },
  response: summaryPage,
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
