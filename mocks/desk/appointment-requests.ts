import * as z from 'zod/mini';
import { appointmentRequest } from '../../src/contract/record/appointments.js';
import { id, pageAnswer, pageRequest } from '../../src/contract/fields.js';
import type { AppointmentRequestRecord } from '../db/records/index.js';
import type { Tables } from '../db/tables.js';
import { notifyOfNewInformation } from '../emails.js';
import { earliestFirst } from '../handlers/queries/latest-first.js';
import { compareEarliestFirst, pageOf } from '../handlers/queries/pages.js';
import { requestFactsOf } from '../handlers/record/appointment-requests.js';
import { allowed, type Decision } from '../rules/decision.js';
import { deskAct } from './act.js';
import { ofPatient, staffNote } from './fields.js';
import { conflict, noSuchPatient, notThere } from './refusals.js';
import { recordStaffAction } from './staff-action.js';

/** A wish for an appointment that waits for its answer. */
export const deskAppointmentRequest = z.omit(appointmentRequest, { withdrawable: true });
export type DeskAppointmentRequest = z.infer<typeof deskAppointmentRequest>;

const waiting = earliestFirst<AppointmentRequestRecord>(
  ({ requestedAt }) => requestedAt,
  ({ status }) => status === 'pending',
);

export const searchPatientAppointmentRequests = deskAct(
  {
    id: 'searchPatientAppointmentRequests',
    summary: 'A patient’s requests for appointments that wait, the longest waiting first.',
    method: 'POST',
    path: '/desk/patients/{patient}/appointment-requests/search',
    request: { params: ofPatient, body: z.object(pageRequest) },
    response: z.object({ requests: z.array(deskAppointmentRequest), ...pageAnswer }),
    safe: true,
  },
  ({ tables, params, body }) => {
    if (!tables.patients.get(params.patient)) return noSuchPatient;
    const made = tables.appointmentRequests.by('patientId', params.patient);
    const page = pageOf(waiting(made), body, compareEarliestFirst);
    if (!page.ok) return page;
    const { entries, total, nextCursor } = page.value;
    const requests = entries.map(({ document }) => requestFactsOf(document));
    return allowed({ requests, total, nextCursor });
  },
);

export const declineAppointmentRequest = deskAct(
  {
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
  },
  (call) => {
    const { tables, policy, now, params, body } = call;
    const request = findWaiting(tables, params.request);
    if (!request.ok) return request;
    tables.appointmentRequests.put({ ...request.value, status: 'declined', answer: body.answer });
    const { patientId } = request.value;
    recordStaffAction(call, { patientId, action: 'declined-appointment-request' });
    notifyOfNewInformation(tables, patientId, policy, now);
    return allowed(undefined);
  },
);

/**
 * A request that waits for its answer.
 * @param patientId whose it must be. Absent: anybody's
 */
export const findWaiting = (
  { appointmentRequests }: Pick<Tables, 'appointmentRequests'>,
  requestId: string,
  patientId?: string,
): Decision<AppointmentRequestRecord> => {
  const request = appointmentRequests.get(requestId);
  if (!request || (patientId !== undefined && request.patientId !== patientId)) {
    return notThere('There is no such request.');
  }
  return request.status === 'pending'
    ? allowed(request)
    : conflict('This request isn’t waiting anymore.');
};
