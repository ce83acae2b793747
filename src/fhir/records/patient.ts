import type { PostalAddress } from '../../contract/account/preferences.js';

/** A person with a record here (FHIR Patient). */
export interface PatientRecord {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  /** RFC 3339 full-date, or its year, or its month; null: not known. */
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
  /** Absent: nothing, as far as anybody knows. */
  readonly notShown?: NotShown;
}

/** An area of the record, as far as entries of it may be lost on the way here. */
export type Area =
  | 'results'
  | 'medications'
  | 'conditions'
  | 'allergies'
  | 'immunizations'
  | 'vitals'
  | 'appointments';

/** How many entries of each area the source has that are not shown, or not whole. */
export type NotShown = Readonly<Partial<Record<Area, number>>>;
