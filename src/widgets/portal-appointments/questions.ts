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

/** What can be asked. */
export interface Questions {
  readonly cancelQuestion: typeof cancelQuestion;
  readonly withdrawQuestion: typeof withdrawQuestion;
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
      heading: msg('Cancel this appointment?'),
      text: `${appointment.title}: ${day}, ${hours}.`,
      confirm: msg('Cancel appointment'),
      busyLabel: msg('Canceling…'),
      keep: msg('Keep appointment'),
      subject: params,
      act: (headers, signal) => client.call(cancelAppointment, { params, headers }, { signal }),
      ...hooks,
    },
    whenDone: { text: msg('Appointment canceled.'), about: `visit-${id}` },
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
      heading: msg('Cancel this request?'),
      text: reason,
      confirm: msg('Cancel request'),
      busyLabel: msg('Canceling…'),
      keep: msg('Keep request'),
      subject: params,
      act: (headers, signal) =>
        client.call(withdrawAppointmentRequest, { params, headers }, { signal }),
      ...hooks,
    },
    whenDone: { text: msg('Request canceled.'), about: `request-${id}` },
  };
};
