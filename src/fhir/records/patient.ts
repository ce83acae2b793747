import type { PostalAddress } from '../../contract/preferences.js';

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
