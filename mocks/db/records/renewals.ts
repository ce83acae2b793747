/** A patient's request for more of a medication. Of one medication at most one is pending. */
export interface RenewalRecord {
  readonly id: string;
  readonly patientId: string;
  readonly medicationId: string;
  /** Epoch milliseconds. */
  readonly requestedAt: number;
  /** Name of who asked: the patient, or a proxy. */
  readonly requestedBy: string;
  readonly supplyDays: number;
  readonly refills: number;
  /** Null: none that are new. */
  readonly newAllergies: string | null;
  readonly pharmacy: string | null;
  readonly note: string | null;
  /** RFC 3339 full-date of the promised answer (`renewal.reply-time`). */
  readonly expectedBy: string;
  readonly status: 'pending' | 'approved' | 'denied';
  /** Null: not decided yet. */
  readonly decision: {
    /** Epoch milliseconds. */
    readonly at: number;
    readonly by: string;
    /** To the patient; null: nothing to add. */
    readonly note: string | null;
  } | null;
}
