import type { Coding } from '../../contract/fields.js';
import type { DocumentType, Observation } from '../../contract/record/results.js';
import type { ResultCategory } from '../../policy/portal-policy.js';

/** A part of a result that is a file. */
export interface DocumentRecord {
  readonly id: string;
  /** As the source calls it; null: it does not. */
  readonly title: string | null;
  readonly type: DocumentType;
  /** Bytes. */
  readonly size: number;
  /** Base64. */
  readonly data: string;
}

/** A result as the hospital holds it (FHIR DiagnosticReport), released or not. */
export interface ReportRecord {
  readonly id: string;
  readonly patientId: string;
  readonly name: string;
  /** LOINC; null: the source had no code. */
  readonly code: Coding | null;
  /**
   * Further LOINC codes by which the source names it or a part of it: what must not be shown is
   * recognised by any of them.
   */
  readonly otherCodes?: readonly string[];
  readonly category: ResultCategory;
  /** FHIR DiagnosticReport.status, as far as it is kept here. */
  readonly status: 'registered' | 'preliminary' | 'final' | 'amended' | 'corrected' | 'cancelled';
  readonly collectedAt: string | null;
  /** The year or month alone, where the source says no more, and `collectedAt` is null. */
  readonly collectedOn?: string;
  readonly reportedAt: string | null;
  /** Whether the physician has reviewed it (`results.after-review`), and when if known. */
  readonly reviewed: boolean;
  readonly reviewedAt: string | null;
  readonly orderedBy: string | null;
  readonly laboratory: string | null;
  readonly specimen: string | null;
  readonly observations: readonly Observation[];
  readonly documents?: readonly DocumentRecord[];
  readonly note: {
    readonly author: string;
    readonly text: string;
    readonly writtenAt: string;
  } | null;
  readonly correction: { readonly text: string; readonly correctedAt: string | null } | null;
  /** Whether the source has more of it than can be shown. */
  readonly incomplete?: boolean;
}
