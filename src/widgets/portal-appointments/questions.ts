import type { Appointment, AppointmentRequest } from '../../contract/record/appointments.js';
import {
  cancelAppointment,
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

type Hooks = Pick<Question, 'isPending' | 'onDone'>;

export const cancelQuestion = (
  { id, ...appointment }: Appointment,
  subject: string,
  { client, locale, policy }: PortalContext,
  hooks: Hooks,
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
      act: (headers, signal) => client.call(cancelAppointment, { params, headers }, { signal }),
      ...hooks,
    },
    whenDone: { text: msg('The visit is canceled.'), about: `visit-${id}` },
  };
};

export const withdrawQuestion = (
  { id, reason }: AppointmentRequest,
  subject: string,
  { client }: PortalContext,
  hooks: Hooks,
): Asked => {
  const params = { subject, request: id };
  return {
    question: {
      heading: msg('Take this request back?'),
      text: reason,
      confirm: msg('Yes, take it back'),
      busyLabel: msg('Removing access…'),
      keep: msg('No, keep it'),
      subject: params,
      act: (headers, signal) =>
        client.call(withdrawAppointmentRequest, { params, headers }, { signal }),
      ...hooks,
    },
    whenDone: { text: msg('The request is taken back.'), about: `request-${id}` },
  };
};
