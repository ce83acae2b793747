import type { ProxyAccess } from '../../../src/contract/family/family.js';
import type {
  AppointmentRecord,
  CareTeamMemberRecord,
  HealthSummaryRecord,
  MedicationRecord,
  PatientRecord,
  ReportRecord,
} from '../../../src/fhir/records/index.js';
import type { ProxyRelationship } from '../../../src/policy/portal-policy.js';
import type { AppointmentRequestRecord } from './appointment-requests.js';
import type { DemographicsRecord } from './demographics.js';
import type { ConsentFormRecord } from './family.js';
import type { ThreadRecord } from './messages.js';
import type { RenewalRecord } from './renewals.js';

/** Everything that one person brings into the backend. */
export interface Person {
  readonly patient: PatientRecord;
  /** Absent: in the record, but without an account (a child, a parent cared for). */
  readonly account?: {
    readonly username: string;
    readonly password: string;
    /** Locked by wrong passwords before we came. */
    readonly locked?: boolean;
    readonly securityQuestion?: { readonly question: string; readonly answer: string };
  };
  /** For someone who was given a code and has not signed up yet. */
  readonly activationCode?: { readonly code: string; readonly issuedAt: number };
  readonly reports: readonly ReportRecord[];
  readonly careTeam?: readonly CareTeamMemberRecord[];
  readonly medications?: readonly MedicationRecord[];
  readonly renewals?: readonly RenewalRecord[];
  readonly threads?: readonly ThreadRecord[];
  readonly appointments?: readonly AppointmentRecord[];
  readonly appointmentRequests?: readonly AppointmentRequestRecord[];
  readonly healthSummary?: Omit<HealthSummaryRecord, 'id'>;
  readonly demographics?: Omit<DemographicsRecord, 'id'>;
  /** Handed in about this person's record. */
  readonly consentForms?: readonly ConsentFormRecord[];
  /** Whose records this person may open besides, by a consent form processed at `since` (epoch ms). */
  readonly proxyFor?: readonly {
    readonly patientId: string;
    readonly relationship: ProxyRelationship;
    readonly access: ProxyAccess;
    readonly since: number;
  }[];
}
