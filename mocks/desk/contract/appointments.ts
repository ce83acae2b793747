import * as z from 'zod/mini';
import {
  appointment,
  appointmentMode,
  appointmentRequest,
} from '../../../src/contract/appointments.js';
import { id, instant, pageAnswer, pageRequest, phoneNumber } from '../../../src/contract/fields.js';
import { deskEndpoint } from './desk-endpoint.js';
import { staffLine, staffName, staffNote } from './written.js';

const ofPatient = z.object({ patient: id });

/** An appointment to come as staff see it. */
export const deskAppointment = z.extend(appointment, {
  /** Whether there is anything to cancel. */
  cancellable: z.boolean(),
});
export type DeskAppointment = z.infer<typeof deskAppointment>;

/** A wish for an appointment that waits for its answer. */
export const deskAppointmentRequest = z.omit(appointmentRequest, { withdrawable: true });
export type DeskAppointmentRequest = z.infer<typeof deskAppointmentRequest>;

export const searchPatientAppointments = deskEndpoint({
  id: 'searchPatientAppointments',
  summary: 'A patient’s appointments to come, cancelled ones too, earliest first.',
  method: 'POST',
  path: '/desk/patients/{patient}/appointments/search',
  request: { params: ofPatient, body: z.object(pageRequest) },
  response: z.object({ appointments: z.array(deskAppointment), ...pageAnswer }),
  safe: true,
});

export const searchPatientAppointmentRequests = deskEndpoint({
  id: 'searchPatientAppointmentRequests',
  summary: 'A patient’s requests for appointments that wait, the longest waiting first.',
  method: 'POST',
  path: '/desk/patients/{patient}/appointment-requests/search',
  request: { params: ofPatient, body: z.object(pageRequest) },
  response: z.object({ requests: z.array(deskAppointmentRequest), ...pageAnswer }),
  safe: true,
});

export const bookAppointment = deskEndpoint({
  id: 'bookAppointment',
  summary: 'Books an appointment, as an answer to a request or by itself.',
  method: 'POST',
  path: '/desk/patients/{patient}/appointments',
  request: {
    params: ofPatient,
    body: z.object({
      /** The request that it answers; null: none. */
      request: z.nullable(id),
      title: staffLine,
      startsAt: instant,
      /** Null: not given. */
      minutes: z.nullable(z.int().check(z.minimum(1), z.maximum(24 * 60))),
      practitioner: z.nullable(staffName),
      mode: appointmentMode,
      /** Null: none, or not given. */
      location: z.nullable(
        z.object({
          name: staffLine,
          /** In one line. */
          address: z.nullable(staffLine),
          /** Null: the portal's general number. */
          phone: z.nullable(phoneNumber),
        }),
      ),
      /** What to bring, how to get there; null: nothing. */
      instructions: z.nullable(staffNote),
    }),
  },
  response: z.object({ appointment: id }),
  safe: false,
});

export const cancelPatientAppointment = deskEndpoint({
  id: 'cancelPatientAppointment',
  summary: 'Cancels an appointment for a patient who has called, or because the office must.',
  method: 'POST',
  path: '/desk/appointments/{appointment}/cancellation',
  request: { params: z.object({ appointment: id }) },
  response: null,
  safe: false,
});

export const declineAppointmentRequest = deskEndpoint({
  id: 'declineAppointmentRequest',
  summary: 'Answers a request for an appointment with a no.',
  method: 'POST',
  path: '/desk/appointment-requests/{request}/decline',
  request: {
    params: z.object({ request: id }),
    body: z.object({
      /** To the patient: why, and what to do instead. */
      answer: staffNote,
    }),
  },
  response: null,
  safe: false,
});
