import { notifyOfNewInformation } from '../emails.js';
import { isCancellable } from '../rules/appointments.js';
import { DeskError } from './desk-error.js';
import type { Hospital } from './hospital.js';
import { recordStaffAction } from './staff-action.js';

/**
 * Cancels an appointment for a patient who has called (`appointments.cancel-by-phone`), or because the
 * office must.
 * @param by who cancels it
 * @throws DeskError for an unknown appointment, and for one that is not booked or has begun
 */
export const cancelAppointment = (
  { db, clock, policy }: Hospital,
  appointmentId: string,
  by?: string,
): Promise<void> =>
  db.transact((tables) => {
    const appointment = tables.appointments.get(appointmentId);
    if (!appointment) throw new DeskError('not-found', 'There is no such appointment.');
    const now = clock.now();
    if (!isCancellable(appointment, now))
      throw new DeskError('conflict', 'There is nothing to cancel any more.');
    tables.appointments.put({ ...appointment, status: 'cancelled' });
    const { patientId } = appointment;
    recordStaffAction(tables, { patientId, action: 'cancelled-appointment', by, now, policy });
    notifyOfNewInformation(tables, patientId, policy, now);
  });
