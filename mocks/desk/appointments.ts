import * as z from 'zod/mini';
import { appointment, appointmentMode } from '../../src/contract/record/appointments.js';
import { id, instant, pageAnswer, pageRequest, phoneNumber } from '../../src/contract/fields.js';
import { notifyOfNewInformation } from '../emails.js';
import { periodsOf } from '../handlers/queries/appointment-periods.js';
import { compareEarliestFirst, pageOf } from '../handlers/queries/pages.js';
import { appointmentFactsOf } from '../handlers/record/appointments.js';
import { randomToken } from '../tokens.js';
import { isCancellable } from '../rules/record/appointments.js';
import { allowed } from '../rules/decision.js';
import { deskAct } from './act.js';
import { findWaiting } from './appointment-requests.js';
import { ofPatient, staffLine, staffName, staffNote } from './fields.js';
import { conflict, noSuchPatient, notThere } from './refusals.js';
import { recordStaffAction } from './staff-action.js';

/** An appointment to come as staff see it. */
export const deskAppointment = z.extend(appointment, {
  /** Whether there is anything to cancel. */
  cancellable: z.boolean(),
});
export type DeskAppointment = z.infer<typeof deskAppointment>;

export const searchPatientAppointments = deskAct(
  {
    id: 'searchPatientAppointments',
    summary: 'A patient’s appointments to come, cancelled ones too, earliest first.',
    method: 'POST',
    path: '/desk/patients/{patient}/appointments/search',
    request: { params: ofPatient, body: z.object(pageRequest) },
    response: z.object({ appointments: z.array(deskAppointment), ...pageAnswer }),
    safe: true,
  },
  ({ tables, now, params, body }) => {
    if (!tables.patients.get(params.patient)) return noSuchPatient;
    const { upcoming } = periodsOf(tables.appointments.by('patientId', params.patient), now);
    const page = pageOf(upcoming, body, compareEarliestFirst);
    if (!page.ok) return page;
    const { entries, total, nextCursor } = page.value;
    const appointments = entries.map((entry) => ({
      ...appointmentFactsOf(entry.appointment),
      cancellable: isCancellable(entry.appointment, now),
    }));
    return allowed({ appointments, total, nextCursor });
  },
);

export const bookAppointment = deskAct(
  {
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
  },
  (call) => {
    const { tables, policy, now, params } = call;
    const { request, ...details } = call.body;
    const { patient: patientId } = params;
    if (!tables.patients.get(patientId)) return noSuchPatient;
    const startsAt = new Date(details.startsAt);
    if (!(startsAt.getTime() > now)) return conflict('Choose a time in the future.');
    const answered = request === null ? null : findWaiting(tables, request, patientId);
    if (answered?.ok === false) return answered;
    const booked = { id: randomToken(), patientId, status: 'booked' } as const;
    tables.appointments.put({ ...details, ...booked, startsAt: startsAt.toISOString() });
    if (answered) {
      const answer = { status: 'booked', appointmentId: booked.id } as const;
      tables.appointmentRequests.put({ ...answered.value, ...answer });
    }
    recordStaffAction(call, { patientId, action: 'booked-appointment' });
    notifyOfNewInformation(tables, patientId, policy, now);
    return allowed({ appointment: booked.id });
  },
);

/** By phone (`appointments.cancel-by-phone`), or otherwise. */
export const cancelPatientAppointment = deskAct(
  {
    id: 'cancelPatientAppointment',
    summary: 'Cancels an appointment for a patient who has called, or because the office must.',
    method: 'POST',
    path: '/desk/appointments/{appointment}/cancellation',
    request: { params: z.object({ appointment: id }) },
    response: null,
    safe: false,
  },
  (call) => {
    const { tables, policy, now, params } = call;
    const booked = tables.appointments.get(params.appointment);
    if (!booked) return notThere('There is no such appointment.');
    if (!isCancellable(booked, now)) return conflict('There’s nothing left to cancel.');
    tables.appointments.put({ ...booked, status: 'cancelled' });
    const { patientId } = booked;
    recordStaffAction(call, { patientId, action: 'cancelled-appointment' });
    notifyOfNewInformation(tables, patientId, policy, now);
    return allowed(undefined);
  },
);
