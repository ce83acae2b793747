import type { AppointmentRecord } from '../db/records/index.js';
import type { Tables } from '../db/tables.js';
import { notifyOfNewInformation } from '../emails.js';
import { randomToken } from '../random.js';
import { DeskError } from './desk-error.js';
import type { Hospital } from './hospital.js';
import { recordStaffAction } from './staff-action.js';

type Details = Omit<AppointmentRecord, 'id' | 'status'>;

interface Booking extends Details {
  /** The patient's request that it answers; absent: there was none. */
  readonly requestId?: string;
}

/**
 * Books an appointment, as an answer to a request (`appointments.request`) or by itself.
 * @param by who books it
 * @returns its id
 * @throws DeskError for an unknown patient, for a request that does not wait in this patient's record, and
 *   for a time that is not to come
 */
export const bookAppointment = (
  { db, clock, policy }: Hospital,
  { requestId, ...details }: Booking,
  by?: string,
): Promise<string> =>
  db.transact((tables) => {
    const { patientId } = details;
    const now = clock.now();
    if (!tables.patients.get(patientId))
      throw new DeskError('not-found', 'There is no such patient.');
    if (!(Date.parse(details.startsAt) > now))
      throw new DeskError('conflict', 'Its time must be to come.');
    const id = randomToken();
    const startsAt = new Date(details.startsAt).toISOString();
    tables.appointments.put({ ...details, id, startsAt, status: 'booked' });
    if (requestId !== undefined) answerRequest(tables, requestId, patientId, id);
    recordStaffAction(tables, { patientId, action: 'booked-appointment', by, now, policy });
    notifyOfNewInformation(tables, patientId, policy, now);
    return id;
  });

const answerRequest = (
  tables: Tables,
  requestId: string,
  patientId: string,
  appointmentId: string,
): void => {
  const request = tables.appointmentRequests.get(requestId);
  if (request?.patientId !== patientId)
    throw new DeskError('not-found', 'There is no such request.');
  if (request.status !== 'pending')
    throw new DeskError('conflict', 'This request does not wait any more.');
  tables.appointmentRequests.put({ ...request, status: 'booked', appointmentId });
};
