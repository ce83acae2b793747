import type { PortalClient } from '../../client/portal-client.js';
import { ConflictError } from '../../client/portal-errors.js';
import type { Appointment, AppointmentRequest } from '../../contract/appointments.js';
import {
  cancelAppointment,
  searchAppointmentRequests,
  searchAppointments,
  withdrawAppointmentRequest,
} from '../../contract/generated/appointments.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { appointmentTime } from './appointment-time.js';
import type { Question } from './confirmation.js';

/** What somebody has done just now. */
export interface News {
  readonly text: string;
  /** Id of the heading that it is about. */
  readonly about: string;
}

/** A question, and what to tell once it is answered with yes. */
export interface Asked {
  readonly question: Question;
  readonly whenDone: News;
}

/** @param onDone called when the visit is cancelled */
export const cancelQuestion = (
  { id, ...appointment }: Appointment,
  subject: string,
  { client, locale, policy }: PortalContext,
  onDone: () => void,
): Asked => {
  const { day, hours } = appointmentTime(appointment, locale, policy.timeZone);
  const params = { subject, appointment: id };
  return {
    question: {
      heading: msg('Cancel this visit?'),
      text: `${appointment.title}: ${day}, ${hours}.`,
      confirm: msg('Yes, cancel it'),
      busyLabel: msg('Canceling…'),
      keep: msg('No, keep it'),
      subject: params,
      act: async (headers) => {
        await client.call(cancelAppointment, { params, headers });
      },
      isDone: async () => isDone(await visitStatus(client, subject, id), 'booked', 'cancelled'),
      onDone,
    },
    whenDone: { text: msg('The visit is canceled.'), about: `visit-${id}` },
  };
};

/** @param onDone called when the request is taken back */
export const withdrawQuestion = (
  { id, reason }: AppointmentRequest,
  subject: string,
  { client }: PortalContext,
  onDone: () => void,
): Asked => {
  const params = { subject, request: id };
  return {
    question: {
      heading: msg('Take this request back?'),
      text: reason,
      confirm: msg('Yes, take it back'),
      busyLabel: msg('Taking it back…'),
      keep: msg('No, keep it'),
      subject: params,
      act: async (headers) => {
        await client.call(withdrawAppointmentRequest, { params, headers });
      },
      isDone: async () => isDone(await requestStatus(client, subject, id), 'pending', 'withdrawn'),
      onDone,
    },
    whenDone: { text: msg('The request is taken back.'), about: `request-${id}` },
  };
};

/** @throws ConflictError for what is neither as it was nor as it should be */
const isDone = <Status>(now: Status, before: Status, after: Status): boolean => {
  if (now !== before && now !== after) throw new ConflictError();
  return now === after;
};

/** Entries that are looked through at a time: as many as the backend gives. */
const limit = 100;

/** How a visit stands that was to come; undefined: it is not to come any more. */
const visitStatus = (client: PortalClient, subject: string, id: string) =>
  statusOf(id, async (cursor) => {
    const body = { period: 'upcoming' as const, cursor, limit };
    const page = await client.call(searchAppointments, { params: { subject }, body });
    return { entries: page.appointments, nextCursor: page.nextCursor };
  });

const requestStatus = (client: PortalClient, subject: string, id: string) =>
  statusOf(id, async (cursor) => {
    const body = { cursor, limit };
    const page = await client.call(searchAppointmentRequests, { params: { subject }, body });
    return { entries: page.requests, nextCursor: page.nextCursor };
  });

interface Entries<Status> {
  readonly entries: readonly { readonly id: string; readonly status: Status }[];
  readonly nextCursor: string | null;
}

/** Looks for an entry page by page. */
const statusOf = async <Status>(
  id: string,
  read: (cursor: string | null) => Promise<Entries<Status>>,
): Promise<Status | undefined> => {
  let cursor: string | null = null;
  do {
    const page: Entries<Status> = await read(cursor);
    const found = page.entries.find((entry) => entry.id === id);
    if (found) return found.status;
    cursor = page.nextCursor;
  } while (cursor !== null);
  return undefined;
};
