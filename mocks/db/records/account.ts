import type { NotificationKind } from '../../../src/contract/account/notifications.js';

/** Someone who signs in. At most one for a patient (`account.one-per-adult`). */
export interface AccountRecord {
  readonly id: string;
  readonly patientId: string;
  /** As chosen; compared without regard to letter case. */
  readonly username: string;
  /** `pbkdf2-sha256$<iterations>$<salt>$<hash>`, base64url. */
  readonly passwordHash: string;
  /**
   * Epoch milliseconds until which the password works, which staff have given: whoever signs in with it
   * chooses another. Absent: it was chosen.
   */
  readonly oneTimeUntil?: number | undefined;
  /** Where the portal writes to; null: none on file. */
  readonly email: string | null;
  /** The answer is kept as passwords are. */
  readonly securityQuestion: {
    readonly question: string;
    readonly answerHash: string;
    /** How often it was changed; absent: never. */
    readonly changes?: number;
  } | null;
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

/** A link for a new password that was sent and not used. */
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
  /** Whose account it is about; null: it went to somebody who may have none. */
  readonly accountId: string | null;
  readonly kind: NotificationKind;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Epoch milliseconds. */
  readonly sentAt: number;
}
