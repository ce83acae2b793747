import type { AppointmentRequestRecord } from '../../db/records/index.js';
import { periodsOf } from '../../handlers/queries/appointment-periods.js';
import { requestFactsOf } from '../../handlers/record/appointment-requests.js';
import { appointmentFactsOf } from '../../handlers/record/appointments.js';
import { earliestFirst } from '../../handlers/queries/latest-first.js';
import { compareEarliestFirst, pageOf } from '../../handlers/queries/pages.js';
import { isCancellable } from '../../rules/appointments.js';
import { allowed } from '../../rules/decision.js';
import { bookAppointment as book } from '../book-appointment.js';
import { cancelAppointment as cancel } from '../cancel-appointment.js';
import { declineAppointmentRequest as decline } from '../decline-appointment-request.js';
import { done, type DeskAnswer } from './answer.js';
import { knownPatient } from './patients.js';

export const searchPatientAppointments: DeskAnswer<'searchPatientAppointments'> = ({
  hospital,
  params,
  body,
}) => {
  const { id } = knownPatient(hospital, params.patient);
  const now = hospital.clock.now();
  const { upcoming } = periodsOf(hospital.db.tables.appointments.by('patientId', id), now);
  const page = pageOf(upcoming, body, compareEarliestFirst);
  if (!page.ok) return page;
  const { entries, total, nextCursor } = page.value;
  const appointments = entries.map(({ appointment }) => ({
    ...appointmentFactsOf(appointment),
    cancellable: isCancellable(appointment, now),
  }));
  return allowed({ appointments, total, nextCursor });
};

const waiting = earliestFirst<AppointmentRequestRecord>(
  ({ requestedAt }) => requestedAt,
  ({ status }) => status === 'pending',
);

export const searchPatientAppointmentRequests: DeskAnswer<'searchPatientAppointmentRequests'> = ({
  hospital,
  params,
  body,
}) => {
  const { id } = knownPatient(hospital, params.patient);
  const made = hospital.db.tables.appointmentRequests.by('patientId', id);
  const page = pageOf(waiting(made), body, compareEarliestFirst);
  if (!page.ok) return page;
  const { entries, total, nextCursor } = page.value;
  const requests = entries.map(({ document }) => requestFactsOf(document));
  return allowed({ requests, total, nextCursor });
};

export const bookAppointment: DeskAnswer<'bookAppointment'> = async ({
  hospital,
  params,
  body: { request, ...details },
}) => {
  const booking = { ...details, patientId: params.patient };
  const answering = request === null ? booking : { ...booking, requestId: request };
  return allowed({ appointment: await book(hospital, answering) });
};

export const cancelPatientAppointment: DeskAnswer<'cancelPatientAppointment'> = ({
  hospital,
  params,
}) => done(cancel(hospital, params.appointment));

export const declineAppointmentRequest: DeskAnswer<'declineAppointmentRequest'> = ({
  hospital,
  params,
  body,
}) => done(decline(hospital, params.request, body.answer));
