import { notifyOfNewInformation } from '../emails.js';
import { DeskError } from './desk-error.js';
import type { Hospital } from './hospital.js';
import { recordStaffAction } from './staff-action.js';

/**
 * Answers a request for an appointment with a no.
 * @param answer to the patient: why, and what to do instead
 * @param by who answers
 * @throws DeskError for an unknown request, and for one that does not wait any more
 */
export const declineAppointmentRequest = (
  { db, clock, policy }: Hospital,
  requestId: string,
  answer: string,
  by?: string,
): Promise<void> =>
  db.transact((tables) => {
    const request = tables.appointmentRequests.get(requestId);
    if (!request) throw new DeskError('not-found', 'There is no such request.');
    if (request.status !== 'pending')
      throw new DeskError('conflict', 'This request does not wait any more.');
    tables.appointmentRequests.put({ ...request, status: 'declined', answer });
    const { patientId } = request;
    const now = clock.now();
    recordStaffAction(tables, {
      patientId,
      action: 'declined-appointment-request',
      by,
      now,
      policy,
    });
    notifyOfNewInformation(tables, patientId, policy, now);
  });
