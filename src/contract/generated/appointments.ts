// Made from src/contract/appointments.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../appointments.js';
import { list, nullable, object, oneOf, tagged, text, whole } from '../../shape/shape.js';
import { day, instant, truth } from '../../shape/more-shapes.js';

const shared1 = object({ name: text, address: nullable(text), phone: nullable(text) });
const shared2 = nullable(shared1);
const shared3 = oneOf(
  'try-again',
  'wait',
  'sign-in',
  'enable-cookies',
  'reset-password',
  'recover-username',
  'call-office',
  'call-support-line',
  'email-support',
  'call-pharmacy',
  'ask-at-next-visit',
  'get-email-address',
  'reload',
  'switch-subject',
  'confirm',
  'call-emergency',
  'new-message',
  'hand-in-consent-form',
  'share-record',
  'ask-patient',
);
const shared4 = object({
  action: shared3,
  'contact?': object({ name: text, phone: text }),
  'subject?': text,
  'at?': instant,
});
const shared5 = list(shared4);
const shared6 = oneOf(
  'activation.issued-at-visit',
  'activation.single-use',
  'activation.expires',
  'activation.not-a-username',
  'signup.own-credentials',
  'signup.email-required',
  'signup.security-question',
  'account.one-per-adult',
  'account.release-of-information',
  'fee.none',
  'login.cookies-required',
  'login.lockout',
  'login.unlock',
  'login.no-hints',
  'login.other-ways',
  'session.idle-logout',
  'session.leave-advice',
  'session.no-cache',
  'session.encrypted',
  'password.self-reset',
  'password.reset-question',
  'password.locked-reset',
  'username.recovery',
  'password.change',
  'security-question.change',
  'email.entered-twice',
  'email.instant-update',
  'contact.update',
  'notifications.new-information',
  'results.after-review',
  'results.typical-days',
  'results.contact-after',
  'results.provider-choice',
  'results.sensitive-withheld',
  'record.read-only',
  'record.health-summary',
  'resources.trusted',
  'medications.listed',
  'renewal.prescribed-here',
  'renewal.refills-remaining',
  'renewal.details',
  'renewal.one-pending',
  'renewal.reply-time',
  'messages.reply-time',
  'messages.not-urgent',
  'messages.own-record',
  'messages.signed-in-only',
  'messages.unsent-limit',
  'appointments.request',
  'appointments.cancel-by-phone',
  'proxy.consent-form',
  'proxy.relationships',
  'proxy.own-login',
  'proxy.friends-and-family',
  'demographics.race-ethnicity',
  'support.identify',
  'support.channels',
  'privacy.never-sold',
  'access.requirements',
  'mobile.apps',
);
const shared7 = object({ allowed: oneOf(false), rule: shared6, next: shared5 });
const shared8 = tagged('allowed', { true: object({ allowed: oneOf(true) }), false: shared7 });
const shared9 = nullable(shared8);
const shared10 = object({
  id: text,
  title: text,
  startsAt: instant,
  'dayOnly?': truth,
  minutes: nullable(whole),
  status: oneOf('booked', 'fulfilled', 'cancelled', 'no-show'),
  practitioner: nullable(text),
  mode: oneOf('in-person', 'video', 'phone'),
  location: shared2,
  instructions: nullable(text),
  cancellable: shared9,
});
const shared11 = object({
  id: text,
  status: oneOf('pending', 'booked', 'declined', 'withdrawn'),
  requestedAt: instant,
  requestedBy: text,
  reason: text,
  practitioner: nullable(object({ id: text, name: text })),
  mode: oneOf('in-person', 'video', 'phone'),
  days: list(whole),
  times: list(oneOf('morning', 'midday', 'afternoon')),
  note: nullable(text),
  expectedBy: day,
  appointmentId: nullable(text),
  answer: nullable(text),
  withdrawable: shared9,
});

export const searchAppointments: ClientEndpointOf<typeof contract.searchAppointments> = {
  id: 'searchAppointments',
  method: 'POST',
  path: '/patients/{subject}/appointments/search',
  safe: true,
  answer: object({
    appointments: list(shared10),
    'notShown?': whole,
    total: whole,
    nextCursor: nullable(text),
  }),
};

export const cancelAppointment: ClientEndpointOf<typeof contract.cancelAppointment> = {
  id: 'cancelAppointment',
  method: 'POST',
  path: '/patients/{subject}/appointments/{appointment}/cancellation',
  safe: false,
  answer: shared10,
};

export const searchAppointmentRequests: ClientEndpointOf<
  typeof contract.searchAppointmentRequests
> = {
  id: 'searchAppointmentRequests',
  method: 'POST',
  path: '/patients/{subject}/appointment-requests/search',
  safe: true,
  answer: object({
    requests: list(shared11),
    total: whole,
    nextCursor: nullable(text),
    requestable: shared8,
  }),
};

export const requestAppointment: ClientEndpointOf<typeof contract.requestAppointment> = {
  id: 'requestAppointment',
  method: 'POST',
  path: '/patients/{subject}/appointment-requests',
  safe: false,
  answer: shared11,
};

export const withdrawAppointmentRequest: ClientEndpointOf<
  typeof contract.withdrawAppointmentRequest
> = {
  id: 'withdrawAppointmentRequest',
  method: 'POST',
  path: '/patients/{subject}/appointment-requests/{request}/withdrawal',
  safe: false,
  answer: shared11,
};
