import type { Coding } from '../../src/contract/fields.js';
import type { Observation } from '../../src/contract/results.js';
import type { PortalPolicy, ResultCategory } from '../../src/policy/portal-policy.js';

/** A person with a record here (FHIR Patient). */
export interface PatientRecord {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  /** RFC 3339 full-date; null: the source gives no day. */
  readonly birthDate: string | null;
  readonly sex: 'female' | 'male' | 'other' | 'unknown';
}

/** Someone who signs in. At most one for a patient (`account.one-per-adult`). */
export interface AccountRecord {
  readonly id: string;
  readonly patientId: string;
  /** As chosen; compared without regard to letter case. */
  readonly username: string;
  /** `pbkdf2-sha256$<iterations>$<salt>$<hash>`, base64url. */
  readonly passwordHash: string;
}

/** A result as the hospital holds it (FHIR DiagnosticReport), released or not. */
export interface ReportRecord {
  readonly id: string;
  readonly patientId: string;
  readonly name: string;
  /** LOINC; null: the source had no code. */
  readonly code: Coding | null;
  readonly category: ResultCategory;
  /** FHIR DiagnosticReport.status, as far as it is kept here. */
  readonly status: 'registered' | 'preliminary' | 'final' | 'amended' | 'corrected' | 'cancelled';
  readonly collectedAt: string | null;
  readonly reportedAt: string | null;
  /** Whether the physician has reviewed it (`results.after-review`), and when if known. */
  readonly reviewed: boolean;
  readonly reviewedAt: string | null;
  readonly orderedBy: string | null;
  readonly laboratory: string | null;
  readonly specimen: string | null;
  readonly observations: readonly Observation[];
  readonly note: {
    readonly author: string;
    readonly text: string;
    readonly writtenAt: string;
  } | null;
  readonly correction: { readonly text: string; readonly correctedAt: string | null } | null;
}

/** Everything that one person brings into the backend. */
export interface Person {
  readonly patient: PatientRecord;
  /** Absent: in the record, but without an account (a child, a parent cared for). */
  readonly account?: {
    readonly username: string;
    readonly password: string;
    /** Locked by wrong passwords before we came. */
    readonly locked?: boolean;
  };
  readonly reports: readonly ReportRecord[];
}

/** What the server keeps of a browser's session. */
export interface SessionRecord {
  /** Value of the session cookie: random, and a new one with each sign-in. */
  readonly id: string;
  /** Comes back in `X-CSRF-Token`. */
  readonly csrfToken: string;
  /** Who is signed in; null: nobody. */
  readonly accountId: string | null;
  /** How the last sign-in ended, if there was one. */
  readonly ended: 'idle' | 'sign-out' | null;
  /** Epoch milliseconds. */
  readonly lastActivityAt: number;
  /** Epoch milliseconds of the sign-in requests of about the last minute, oldest first. */
  readonly signInRequests: readonly number[];
}

/** Wrong passwords in a row for a username, one that exists or not (`login.no-hints`). */
export interface SignInAttemptsRecord {
  /** The username, normalized. */
  readonly id: string;
  readonly failures: number;
  readonly locked: boolean;
}

/** Cookies of a browser whose page runs the backend itself, and cannot set `HttpOnly` ones. */
export interface BrowserRecord {
  readonly id: string;
  readonly cookies: Readonly<Record<string, string>>;
}

/** Choices made while the backend runs. There is one record, `current`. */
export interface SettingsRecord {
  readonly id: 'current';
  /** The policy in force instead of the one that the backend was started with. */
  readonly policy: PortalPolicy;
}
