/** A visit that was made or is to be made (FHIR Appointment, Encounter). */
export interface AppointmentRecord {
  readonly id: string;
  readonly patientId: string;
  /** "Office visit", "Annual physical". */
  readonly title: string;
  /** RFC 3339 instant. */
  readonly startsAt: string;
  /** Null: not given. */
  readonly minutes: number | null;
  readonly status: 'booked' | 'fulfilled' | 'cancelled' | 'no-show';
  readonly practitioner: string | null;
  readonly mode: 'in-person' | 'video' | 'phone';
  readonly location: {
    readonly name: string;
    /** In one line; null: not given. */
    readonly address: string | null;
    readonly phone: string | null;
  } | null;
  /** What to bring, how to get there; null: nothing. */
  readonly instructions: string | null;
}

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
