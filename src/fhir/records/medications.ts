import type { Coding } from '../../contract/fields.js';

/** A prescription, by the organisation's physicians or by others (FHIR MedicationRequest). */
export interface MedicationRecord {
  readonly id: string;
  readonly patientId: string;
  /** With strength and form: "Lisinopril 20 mg tablet". */
  readonly name: string;
  /** RxNorm; null: the source had no code. */
  readonly code: Coding | null;
  /** How to take it, in the prescriber's words; null: not given. */
  readonly directions: string | null;
  /** FHIR MedicationRequest.status, as far as it is kept here. */
  readonly status: 'active' | 'on-hold' | 'completed' | 'stopped';
  readonly prescriber: string | null;
  /** Whether one of the organisation's physicians prescribed it (`renewal.prescribed-here`). */
  readonly prescribedHere: boolean;
  /** Whether one of them has documented it: else it is listed nowhere (`medications.listed`). */
  readonly documentedHere: boolean;
  /** RFC 3339 full-date, or its year, or its month; null: the source does not say. */
  readonly prescribedOn: string | null;
  /** Of what is only known to be taken. */
  readonly takenSince?: string | null;
  readonly endedOn: string | null;
  /** Days for which one fill lasts; null: not given. */
  readonly supplyDays: number | null;
  /** Null: not known. */
  readonly refillsRemaining: number | null;
  /** The last day on which they can be had (RFC 3339 full-date); null or absent: not limited. */
  readonly refillsUntil?: string | null;
  readonly pharmacy: { readonly name: string; readonly phone: string } | null;
}
