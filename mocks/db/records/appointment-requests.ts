/** A patient's wish for an appointment (`appointments.request`). */
export interface AppointmentRequestRecord {
  readonly id: string;
  readonly patientId: string;
  /** Epoch milliseconds. */
  readonly requestedAt: number;
  /** Name of who asked: the patient, or a proxy. */
  readonly requestedBy: string;
  readonly reason: string;
  /** Of the care team, by the name of then; null: anybody. */
  readonly practitioner: { readonly id: string; readonly name: string } | null;
  readonly mode: 'in-person' | 'video' | 'phone';
  /** ISO 8601: 1 is Monday. Empty: any. */
  readonly days: readonly number[];
  /** Empty: any. */
  readonly times: readonly ('morning' | 'midday' | 'afternoon')[];
  readonly note: string | null;
  /** RFC 3339 full-date of the promised answer. */
  readonly expectedBy: string;
  readonly status: 'pending' | 'booked' | 'declined' | 'withdrawn';
  /** What came of it; null: nothing yet. */
  readonly appointmentId: string | null;
  /** The office's words to the patient; null: none. */
  readonly answer: string | null;
}
