import type {
  AppointmentRequestRecord,
  CareTeamMemberRecord,
  PatientRecord,
  Person,
} from '../db/records/index.js';
import {
  appointmentRecord,
  appointmentRequestRecord,
  type AppointmentSpec,
  type AppointmentRequestSpec,
} from './care-appointments.js';
import { medicationRecord, renewalRecords, type MedicationSpec } from './care-medications.js';
import { healthSummaryOf, type SummarySpec } from './care-summary.js';
import { threadRecord, type ThreadSpec } from './care-threads.js';
import { day } from './dates.js';
import type { Facts } from './facts.js';
import { opaqueId } from '../../src/fhir/opaque-id.js';

/** What a record has besides results. All times are days before now. */
export interface Care extends SummarySpec {
  readonly careTeam?: readonly Pick<CareTeamMemberRecord, 'name' | 'role' | 'phone'>[];
  readonly medications?: readonly MedicationSpec[];
  readonly threads?: readonly ThreadSpec[];
  readonly appointments?: readonly AppointmentSpec[];
  readonly appointmentRequests?: readonly AppointmentRequestSpec[];
  readonly demographics?: Omit<NonNullable<Person['demographics']>, 'savedAt'> & {
    readonly daysAgo: number;
  };
  /** Whose records this person may open, by the key of their identity. */
  readonly proxyFor?: readonly (Omit<
    NonNullable<Person['proxyFor']>[number],
    'patientId' | 'since'
  > & { readonly key: string; readonly sinceDaysAgo: number })[];
  /** Forms that wait: somebody, by the key of the identity, wants to open this record. */
  readonly consentForms?: readonly (Pick<
    NonNullable<Person['consentForms']>[number],
    'relationship'
  > & { readonly key: string; readonly daysAgo: number })[];
}

/** The id of the made-up person with this key. */
export const patientIdOf = (key: string): string => opaqueId('patient', key);

/** The sections of a person that `care` describes. */
export const careOf = (
  care: Care,
  patient: PatientRecord,
  now: number,
  born: number,
): Omit<Person, 'patient' | 'reports'> => {
  const careTeam = (care.careTeam ?? []).map((member) => ({
    ...member,
    id: opaqueId('care team', patient.id, member.name),
    patientId: patient.id,
  }));
  const name = `${patient.givenName} ${patient.familyName}`;
  const facts: Facts = { patient, name, now, born, careTeam };
  const { medications = [], demographics } = care;
  return {
    careTeam,
    medications: medications.map((spec) => medicationRecord(spec, facts)),
    renewals: medications.flatMap((spec) => renewalRecords(spec, facts)),
    threads: (care.threads ?? []).map((spec) => threadRecord(spec, facts)),
    appointments: (care.appointments ?? []).map((spec) => appointmentRecord(spec, facts)),
    appointmentRequests: (care.appointmentRequests ?? []).map((spec): AppointmentRequestRecord =>
      appointmentRequestRecord(spec, facts),
    ),
    healthSummary: healthSummaryOf(care, facts),
    ...(demographics && { demographics: answered(demographics, now) }),
    proxyFor: (care.proxyFor ?? []).map(({ key, sinceDaysAgo, ...proxy }) => ({
      ...proxy,
      patientId: patientIdOf(key),
      since: now - sinceDaysAgo * day,
    })),
    consentForms: (care.consentForms ?? []).map(({ key, daysAgo, relationship }) => ({
      id: opaqueId('consent form', patient.id, key),
      patientId: patient.id,
      proxyPatientId: patientIdOf(key),
      relationship,
      handedInAt: now - daysAgo * day,
      state: 'waiting',
      decidedAt: null,
    })),
  };
};

const answered = (
  { daysAgo, ...answer }: NonNullable<Care['demographics']>,
  now: number,
): NonNullable<Person['demographics']> => ({ ...answer, savedAt: now - daysAgo * day });
