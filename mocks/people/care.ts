import type {
  AppointmentRequestRecord,
  CareTeamMemberRecord,
  PatientRecord,
  Person,
} from '../db/records/index.js';
import {
  appointmentRecord,
  appointmentRequestRecord,
  type AppointmentDraft,
  type AppointmentRequestDraft,
} from './care-appointments.js';
import { medicationRecord, renewalRecords, type MedicationDraft } from './care-medications.js';
import { healthSummaryOf, type SummaryDraft } from './care-summary.js';
import { threadRecord, type ThreadDraft } from './care-threads.js';
import { day } from './dates.js';
import type { Facts } from './facts.js';
import { opaqueId } from '../../src/fhir/opaque-id.js';

/** What a record has besides results. All times are days before now. */
export interface Care extends SummaryDraft {
  readonly careTeam?: readonly Pick<CareTeamMemberRecord, 'name' | 'role' | 'phone'>[];
  readonly medications?: readonly MedicationDraft[];
  readonly threads?: readonly ThreadDraft[];
  readonly appointments?: readonly AppointmentDraft[];
  readonly appointmentRequests?: readonly AppointmentRequestDraft[];
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
export function careOf(
  care: Care,
  patient: PatientRecord,
  now: number,
  born: number,
): Omit<Person, 'patient' | 'reports'> {
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
    medications: medications.map((draft) => medicationRecord(draft, facts)),
    renewals: medications.flatMap((draft) => renewalRecords(draft, facts)),
    threads: (care.threads ?? []).map((draft) => threadRecord(draft, facts)),
    appointments: (care.appointments ?? []).map((draft) => appointmentRecord(draft, facts)),
    appointmentRequests: (care.appointmentRequests ?? []).map((draft): AppointmentRequestRecord =>
      appointmentRequestRecord(draft, facts),
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
}

const answered = (
  { daysAgo, ...answer }: NonNullable<Care['demographics']>,
  now: number,
): NonNullable<Person['demographics']> => ({ ...answer, savedAt: now - daysAgo * day });
