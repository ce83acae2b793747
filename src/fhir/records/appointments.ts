/** A visit that was made or is to be made (FHIR Appointment, Encounter). */
export interface AppointmentRecord {
  readonly id: string;
  readonly patientId: string;
  /** "Office visit", "Annual physical". */
  readonly title: string;
  /** RFC 3339 instant. */
  readonly startsAt: string;
  /** The source names no time: `startsAt` is the day's noon in UTC. */
  readonly dayOnly?: boolean;
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
