import type { Coding } from '../../src/contract/fields.js';
import type { PostalAddress } from '../../src/contract/preferences.js';
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
  /** How the medical record says that this person is reached; null: it does not. */
  readonly contact: {
    readonly email: string | null;
    readonly phone: string | null;
    readonly address: PostalAddress | null;
  };
  /** Whether the signed Release of Information request is there (`account.release-of-information`). */
  readonly releaseOfInformation: boolean;
}

/** Someone who signs in. At most one for a patient (`account.one-per-adult`). */
export interface AccountRecord {
  readonly id: string;
  readonly patientId: string;
  /** As chosen; compared without regard to letter case. */
  readonly username: string;
  /** `pbkdf2-sha256$<iterations>$<salt>$<hash>`, base64url. */
  readonly passwordHash: string;
  /** Where the portal writes to; null: none on file. */
  readonly email: string | null;
  /** The answer is kept as passwords are. */
  readonly securityQuestion: { readonly question: string; readonly answerHash: string } | null;
}

/** A code that staff gave a patient at a visit, to sign up with (`activation.*`). */
export interface ActivationCodeRecord {
  /** Digest of the code: what is stored signs nobody up. */
  readonly id: string;
  readonly patientId: string;
  /** Epoch milliseconds. */
  readonly issuedAt: number;
  readonly used: boolean;
}

/** A link for a new password that works still. There is at most one for an account. */
export interface PasswordResetRecord {
  /** Digest of the token in the link. */
  readonly id: string;
  readonly accountId: string;
  /** Epoch milliseconds of the moment from which on it does not work. */
  readonly expiresAt: number;
}

/** An e-mail that the portal has sent. It carries no health information. */
export interface EmailRecord {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Epoch milliseconds. */
  readonly sentAt: number;
}

/** What a request with an `Idempotency-Key` was answered. */
export interface AnsweredRequestRecord {
  /** Session, endpoint and key. */
  readonly id: string;
  readonly sessionId: string;
  /** The body may hold a password, and is kept as passwords are. */
  readonly bodyHash: string;
  readonly answer: unknown;
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
    readonly securityQuestion?: { readonly question: string; readonly answer: string };
  };
  /** For someone who was given a code and has not signed up yet. */
  readonly activationCode?: { readonly code: string; readonly issuedAt: number };
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
  /** Epoch milliseconds of what was tried without being signed in, about the last minute, oldest first. */
  readonly tries: readonly number[];
}

/** Wrong tries in a row: at a username or a code, one that exists or not (`login.no-hints`). */
export interface AttemptsRecord {
  /** The username, normalized; the digest of the code; the id of the account. */
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
