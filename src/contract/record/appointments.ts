import * as z from 'zod/mini';
import { eligibility } from '../eligibility.js';
import { endpoint } from '../endpoint.js';
import { day, id, instant, notShown, pageAnswer, pageRequest, typed } from '../fields.js';
import { idempotencyKey } from '../headers.js';

export const appointmentMode = z.enum(['in-person', 'video', 'phone']);
export type AppointmentMode = z.infer<typeof appointmentMode>;

/** FHIR Appointment.status, as far as patients see it. */
export const appointmentStatus = z.enum(['booked', 'fulfilled', 'cancelled', 'no-show']);
export type AppointmentStatus = z.infer<typeof appointmentStatus>;

/** A visit that was made or is to be made (FHIR Appointment). */
export const appointment = z.object({
  id,
  /** "Office visit", "Annual physical". */
  title: z.string(),
  startsAt: instant,
  /** The source names no time: `startsAt` is the day's noon in UTC. */
  dayOnly: z.optional(z.boolean()),
  /** Null: not given. */
  minutes: z.nullable(z.int().check(z.minimum(1))),
  status: appointmentStatus,
  practitioner: z.nullable(z.string()),
  mode: appointmentMode,
  /** Null: none, or not given. */
  location: z.nullable(
    z.object({
      name: z.string(),
      /** In one line. */
      address: z.nullable(z.string()),
      /** Null: the portal's general number. */
      phone: z.nullable(z.string()),
    }),
  ),
  /** What to bring, how to get there; null: nothing. */
  instructions: z.nullable(z.string()),
  /** Whether it can be cancelled here; null: it has begun, or is not booked. */
  cancellable: z.nullable(eligibility),
});
export type Appointment = z.infer<typeof appointment>;

/** Part of the office's day. */
export const timeOfDay = z.enum(['morning', 'midday', 'afternoon']);
export type TimeOfDay = z.infer<typeof timeOfDay>;

/** What is wanted of an appointment. */
const wish = {
  mode: appointmentMode,
  /** ISO 8601: 1 is Monday. Empty: any. */
  days: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.maxLength(7)),
  /** Empty: any. */
  times: z.array(timeOfDay).check(z.maxLength(3)),
};

/** A wish for an appointment, and what came of it. */
export const appointmentRequest = z.object({
  id,
  status: z.enum(['pending', 'booked', 'declined', 'withdrawn']),
  requestedAt: instant,
  /** Name of who asked: the patient, or a proxy. */
  requestedBy: z.string(),
  reason: z.string(),
  /** Of the care team, by the name of then; null: anybody. */
  practitioner: z.nullable(z.object({ id, name: z.string() })),
  ...wish,
  note: z.nullable(z.string()),
  /** The day by which an answer was promised. */
  expectedBy: day,
  /** The one that was booked for it; null: none. */
  appointmentId: z.nullable(id),
  /** The office's words to the patient; null: none. */
  answer: z.nullable(z.string()),
  /** Whether it can be withdrawn; null: it does not wait any more. */
  withdrawable: z.nullable(eligibility),
});
export type AppointmentRequest = z.infer<typeof appointmentRequest>;

const ofSubject = z.object({ subject: id });

export const appointmentQuery = z.object({
  /** `upcoming`: not over yet, earliest first; `past`: all others, latest first. */
  period: z.enum(['upcoming', 'past']),
  ...pageRequest,
});
export type AppointmentQuery = z.infer<typeof appointmentQuery>;

export const searchAppointments = endpoint({
  id: 'searchAppointments',
  summary: 'Appointments of the record, those nearest to now first.',
  method: 'POST',
  path: '/patients/{subject}/appointments/search',
  request: { params: ofSubject, body: appointmentQuery },
  response: z.object({ appointments: z.array(appointment), notShown, ...pageAnswer }),
  access: 'session',
  safe: true,
  activity: true,
  audit: 'viewed-appointments',
  refusals: [],
});

export const cancelAppointment = endpoint({
  id: 'cancelAppointment',
  summary: 'Cancel a booked appointment: it stays in the record, as cancelled.',
  method: 'POST',
  path: '/patients/{subject}/appointments/{appointment}/cancellation',
  request: { params: z.object({ subject: id, appointment: id }), headers: idempotencyKey },
  response: appointment,
  access: 'session',
  acts: true,
  safe: false,
  activity: true,
  audit: 'cancelled-appointment',
  refusals: ['proxy.friends-and-family/view-only', 'appointments.cancel-by-phone'],
});

export const searchAppointmentRequests = endpoint({
  id: 'searchAppointmentRequests',
  summary: 'Appointments that were asked for, latest request first.',
  method: 'POST',
  path: '/patients/{subject}/appointment-requests/search',
  request: { params: ofSubject, body: z.object(pageRequest) },
  response: z.object({
    requests: z.array(appointmentRequest),
    ...pageAnswer,
    /** Whether one can be asked for here. */
    requestable: eligibility,
  }),
  access: 'session',
  safe: true,
  activity: true,
  audit: 'viewed-appointments',
  refusals: [],
});

export const requestAppointment = endpoint({
  id: 'requestAppointment',
  summary: 'Ask the office for an appointment.',
  method: 'POST',
  path: '/patients/{subject}/appointment-requests',
  request: {
    params: ofSubject,
    headers: idempotencyKey,
    body: z.object({
      reason: typed(500),
      /** Id of a member of the care team; null: anybody. */
      practitioner: z.nullable(id),
      ...wish,
      /** To the office; null: nothing to add. */
      note: z.nullable(typed(1000)),
    }),
  },
  response: appointmentRequest,
  access: 'session',
  acts: true,
  safe: false,
  activity: true,
  audit: 'requested-appointment',
  refusals: ['proxy.friends-and-family/view-only', 'appointments.request'],
});

export const withdrawAppointmentRequest = endpoint({
  id: 'withdrawAppointmentRequest',
  summary: 'Take back a request that waits: it stays in the record, as withdrawn.',
  method: 'POST',
  path: '/patients/{subject}/appointment-requests/{request}/withdrawal',
  request: { params: z.object({ subject: id, request: id }), headers: idempotencyKey },
  response: appointmentRequest,
  access: 'session',
  acts: true,
  safe: false,
  activity: true,
  audit: 'withdrew-appointment-request',
  refusals: ['proxy.friends-and-family/view-only'],
});
