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
import { idempotencyKey } from '../headers.js';
import { mostRefills, renewalLengths } from './renewal-limits.js';

/** FHIR MedicationRequest.status, as far as patients see it. */
export const medicationStatus = z.enum(['active', 'on-hold', 'completed', 'stopped']);
export type MedicationStatus = z.infer<typeof medicationStatus>;

/** A request for more of a medication, and what came of it. */
export const renewal = z.object({
  id,
  status: z.enum(['pending', 'approved', 'denied']),
  requestedAt: instant,
  /** Name of who asked: the patient, or a proxy. */
  requestedBy: z.string(),
  supplyDays: z.int().check(z.minimum(1)),
  refills: z.int().check(z.minimum(0)),
  /** Null: none that are new. */
  newAllergies: z.nullable(z.string()),
  /** Null: the medication's own. */
  pharmacy: z.nullable(z.string()),
  note: z.nullable(z.string()),
  /** The day by which an answer was promised (`renewal.reply-time`). */
  expectedBy: day,
  /** Whether it waits still, though that day is over. */
  overdue: z.boolean(),
  /** Null: still waiting for it. */
  decision: z.nullable(
    z.object({
      at: instant,
      by: z.string(),
      /** To the patient; null: nothing to add. */
      note: z.nullable(z.string()),
    }),
  ),
});
export type Renewal = z.infer<typeof renewal>;

/** A prescription that the record lists (FHIR MedicationRequest). */
export const medication = z.object({
  id,
  /** With strength and form: "Lisinopril 20 mg tablet". */
  name: z.string(),
  /** RxNorm; null: the source had no code. */
  code: z.nullable(coding),
  /** How to take it, in the prescriber's words; null: not given. */
  directions: z.nullable(z.string()),
  status: medicationStatus,
  prescriber: z.nullable(z.string()),
  /** Null: the source does not say. */
  prescribedOn: z.nullable(partialDay),
  /** Of what is only known to be taken; absent: not known. */
  takenSince: z.optional(partialDay),
  endedOn: z.nullable(partialDay),
  /** Days for which one fill lasts; null: not given. */
  supplyDays: z.nullable(z.int().check(z.minimum(1))),
  /** Null: not known. */
  refillsRemaining: z.nullable(z.int().check(z.minimum(0))),
  /** Where it is filled; null: not known. */
  pharmacy: z.nullable(z.object({ name: z.string(), phone: z.string() })),
  /**
   * Whether it can be renewed. What has ended is `renewal.prescribed-here/ended`: nobody here prescribes it
   * any more. Where a request waits (`renewal.one-pending`), `wait` is a next step until it is overdue.
   */
  renewable: eligibility,
  /** What a renewal can be asked for, in days (`renewal.details`). */
  supplyChoices: z.array(z.int().check(z.minimum(1))).check(z.minLength(1)),
  /** The one that waits, or else the latest; null: there was none. */
  lastRenewal: z.nullable(renewal),
});
export type Medication = z.infer<typeof medication>;

export const medicationQuery = z.object({
  /** `current`: active or on hold, by the day of prescription; `past`: ended, by the day of its end. */
  period: z.enum(['current', 'past']),
  ...pageRequest,
});
export type MedicationQuery = z.infer<typeof medicationQuery>;

export const searchMedications = endpoint({
  id: 'searchMedications',
  summary: 'Medications of the record, latest first.',
  method: 'POST',
  path: '/patients/{subject}/medications/search',
  request: { params: z.object({ subject: id }), body: medicationQuery },
  response: z.object({ medications: z.array(medication), notShown, ...pageAnswer }),
  access: 'session',
  safe: true,
  activity: true,
  audit: 'viewed-medications',
  refusals: [],
});

export const getMedication = endpoint({
  id: 'getMedication',
  summary: 'One medication as it stands now: after a renewal was refused.',
  method: 'GET',
  path: '/patients/{subject}/medications/{medication}',
  request: { params: z.object({ subject: id, medication: id }) },
  response: medication,
  access: 'session',
  safe: true,
  activity: true,
  audit: 'viewed-medications',
  refusals: [],
});

export const requestRenewal = endpoint({
  id: 'requestRenewal',
  summary: 'Ask for more of a medication, which is answered as it stands then.',
  method: 'POST',
  path: '/patients/{subject}/medications/{medication}/renewals',
  request: {
    params: z.object({ subject: id, medication: id }),
    headers: idempotencyKey,
    body: z.object({
      /** One of the medication's `supplyChoices`. */
      supplyDays: z.int().check(z.minimum(1), z.maximum(365)),
      refills: z.int().check(z.minimum(0), z.maximum(mostRefills)),
      /** Null: none that are new. */
      newAllergies: z.nullable(typed(renewalLengths.newAllergies)),
      /** Name and town; null: the medication's own. */
      pharmacy: z.nullable(typed(renewalLengths.pharmacy)),
      /** To the office; null: nothing to add. */
      note: z.nullable(typed(renewalLengths.note)),
    }),
  },
  response: medication,
  access: 'session',
  acts: true,
  safe: false,
  activity: true,
  audit: 'requested-renewal',
  refusals: [
    'proxy.friends-and-family/view-only',
    'renewal.prescribed-here/ended',
    'renewal.prescribed-here/elsewhere',
    'renewal.refills-remaining',
    'renewal.one-pending',
    'renewal.details',
  ],
});
