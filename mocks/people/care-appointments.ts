import type { AppointmentRecord, AppointmentRequestRecord } from '../db/records/index.js';
import type { Facts } from './facts.js';
import {
  day,
  fridayOfWeekend,
  hour,
  instant,
  mondayAfterWeekend,
  promisedDay,
  startOfDay,
} from './dates.js';
import { opaqueId } from '../../src/fhir/opaque-id.js';
import { staff } from './staff.js';

export interface AppointmentSpec {
  readonly title: string;
  /** Days from now; before now if negative. A weekend moves to the weekday beside it. */
  readonly inDays: number;
  /** Hour in UTC: from 13 (early in the morning on the East Coast) to 20. */
  readonly atHour: number;
  readonly minutes?: number;
  /** Absent: booked, or fulfilled where it is past. */
  readonly status?: 'cancelled' | 'no-show';
  /** Absent: primary care. */
  readonly practitioner?: string;
  readonly mode?: 'video' | 'phone';
  readonly place?: NonNullable<AppointmentRecord['location']>;
  readonly instructions?: string;
}

/** Where people are seen. Made up. */
export const places = {
  center: {
    name: 'Harbor Street Health Center',
    address: '200 Harbor Street, Harbor Falls, NJ 08000',
    phone: '1-555-555-0120',
  },
  hospital: {
    name: 'Riverbend Hospital, Specialty Clinics',
    address: '1 Riverbend Way, Harbor Falls, NJ 08000',
    phone: '1-555-555-0125',
  },
} as const;

export const appointmentRecord = (
  spec: AppointmentSpec,
  { patient, now }: Facts,
): AppointmentRecord => {
  const { title, inDays, atHour, minutes = 30, mode = 'in-person' } = spec;
  const isPast = inDays < 0;
  const midnight = startOfDay(now) + inDays * day;
  const weekday = isPast ? fridayOfWeekend(midnight) : mondayAfterWeekend(midnight);
  return {
    id: opaqueId('appointment', patient.id, title, String(inDays)),
    patientId: patient.id,
    title,
    startsAt: instant(weekday + atHour * hour),
    minutes,
    status: spec.status ?? (isPast ? 'fulfilled' : 'booked'),
    practitioner: spec.practitioner ?? staff.primaryCare,
    mode,
    location: mode === 'in-person' ? (spec.place ?? places.center) : null,
    instructions: spec.instructions ?? null,
  };
};

export type AppointmentRequestSpec = Pick<
  AppointmentRequestRecord,
  'reason' | 'mode' | 'days' | 'times'
> & {
  readonly daysAgo: number;
  /** Of the care team; null: anybody. */
  readonly practitioner: string | null;
  readonly note?: string;
  /** Absent: pending. */
  readonly declined?: string;
};

export const appointmentRequestRecord = (
  { daysAgo, practitioner, note, declined, ...wish }: AppointmentRequestSpec,
  { patient, name, now, careTeam }: Facts,
): AppointmentRequestRecord => {
  const member = careTeam.find((each) => each.name === practitioner);
  const requestedAt = now - daysAgo * day;
  return {
    ...wish,
    id: opaqueId('appointment request', patient.id, String(daysAgo)),
    patientId: patient.id,
    requestedAt,
    requestedBy: name,
    practitioner: member ? { id: member.id, name: member.name } : null,
    note: note ?? null,
    expectedBy: promisedDay(requestedAt),
    status: declined === undefined ? 'pending' : 'declined',
    appointmentId: null,
    answer: declined ?? null,
  };
};
