import type { Appointment } from '../../../src/contract/record/appointments.js';
import type { Contract } from '../../../src/contract/index.js';
import type { AppointmentRecord } from '../../db/records/index.js';
import { decideCancellation, isCancellable } from '../../rules/record/appointments.js';
import { allowed, notFound } from '../../rules/decision.js';
import { eligibilityOf } from '../../rules/eligibility.js';
import { periodsOf } from '../queries/appointment-periods.js';
import type { RecordAnswer, RecordCall } from '../http/call.js';
import { compareEarliestFirst, comparePlaces, pageOf } from '../queries/pages.js';
import { decideActing, notShownIn } from '../queries/subjects.js';

export const searchAppointments: RecordAnswer<Contract['searchAppointments']> = (call) => {
  const { tables, now, record, body } = call;
  const periods = periodsOf(tables.appointments.by('patientId', record.patient.id), now);
  const order = body.period === 'upcoming' ? compareEarliestFirst : comparePlaces;
  const page = pageOf(periods[body.period], body, order);
  if (!page.ok) return page;
  const { entries, total, nextCursor } = page.value;
  const appointments = entries.map(({ appointment }) => appointmentOf(call, appointment));
  return allowed({ appointments, ...notShownIn(call, 'appointments'), total, nextCursor });
};

export const cancelAppointment: RecordAnswer<Contract['cancelAppointment']> = (call) => {
  const { tables, policy, now, record, params } = call;
  const appointment = tables.appointments.get(params.appointment);
  if (appointment?.patientId !== record.patient.id) return notFound;
  const decision = decideCancellation(appointment, policy, now);
  if (!decision.ok) return decision;
  const cancelled: AppointmentRecord = { ...appointment, status: 'cancelled' };
  tables.appointments.put(cancelled);
  return allowed(appointmentOf(call, cancelled));
};

const appointmentOf = (call: RecordCall, appointment: AppointmentRecord): Appointment => ({
  ...appointmentFactsOf(appointment),
  cancellable: cancellableOf(call, appointment),
});

/** What everybody is told of an appointment. */
export const appointmentFactsOf = (
  appointment: AppointmentRecord,
): Omit<Appointment, 'cancellable'> => ({
  id: appointment.id,
  title: appointment.title,
  startsAt: appointment.startsAt,
  ...(appointment.dayOnly && { dayOnly: true }),
  minutes: appointment.minutes,
  status: appointment.status,
  practitioner: appointment.practitioner,
  mode: appointment.mode,
  location: appointment.location,
  instructions: appointment.instructions,
});

const cancellableOf = (
  call: RecordCall,
  appointment: AppointmentRecord,
): Appointment['cancellable'] => {
  const { policy, now, record } = call;
  if (!isCancellable(appointment, now)) return null;
  const acting = decideActing(record);
  return eligibilityOf(acting.ok ? decideCancellation(appointment, policy, now) : acting);
};
