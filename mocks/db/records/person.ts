import type { PatientRecord } from './patient.js';
import type { ReportRecord } from './results.js';

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
}
