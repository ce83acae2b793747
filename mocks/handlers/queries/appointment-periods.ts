import type { AppointmentRecord } from '../../db/records/index.js';
import { endOf, isUpcoming } from '../../rules/record/appointments.js';
import { compareEarliestFirst, comparePlaces, type Place } from './pages.js';

/** An appointment at the time of its beginning. */
export interface AppointmentEntry extends Place {
  readonly appointment: AppointmentRecord;
}

interface Periods {
  /** Earliest first. */
  readonly upcoming: readonly AppointmentEntry[];
  /** Latest first. */
  readonly past: readonly AppointmentEntry[];
  /** The time span, epoch milliseconds, in which none ends. */
  readonly from: number;
  readonly until: number;
}

/** Kept with the appointments: a page of 10,000 costs 9 times one of 100 without (`bench:cost`). */
const kept = new WeakMap<readonly AppointmentRecord[], Periods>();

/** A patient's appointments: what is to come or under way, and what is over. */
export const periodsOf = (appointments: readonly AppointmentRecord[], now: number): Periods => {
  let periods = kept.get(appointments);
  if (!periods || now < periods.from || now >= periods.until) {
    periods = split(appointments, now);
    kept.set(appointments, periods);
  }
  return periods;
};

const split = (appointments: readonly AppointmentRecord[], now: number): Periods => {
  const upcoming: AppointmentEntry[] = [];
  const past: AppointmentEntry[] = [];
  for (const appointment of appointments) {
    const entry = { id: appointment.id, at: Date.parse(appointment.startsAt), appointment };
    (isUpcoming(appointment, now) ? upcoming : past).push(entry);
  }
  upcoming.sort(compareEarliestFirst);
  past.sort(comparePlaces);
  const ends = upcoming.map(({ appointment }) => endOf(appointment));
  return { upcoming, past, from: now, until: Math.min(...ends, Infinity) };
};
