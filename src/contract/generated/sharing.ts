// Made from src/contract/sharing.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../sharing.js';
import { list, nullable, object, oneOf, tagged, text } from '../../shape/shape.js';
import { day, instant } from '../../shape/more-shapes.js';

const shared1 = oneOf('spouse', 'parent', 'guardian', 'caregiver', 'other-family');
const shared2 = list(shared1);
const shared3 = object({
  id: text,
  name: text,
  email: text,
  relationship: shared1,
  access: oneOf('full', 'view'),
  sentAt: instant,
  worksThrough: day,
});
const shared4 = list(shared3);
const shared5 = oneOf(
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
const shared6 = object({
  action: shared5,
  'contact?': object({ name: text, phone: text }),
  'subject?': text,
  'at?': instant,
});
const shared7 = list(shared6);
const shared8 = oneOf(
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
const shared9 = object({ allowed: oneOf(false), rule: shared8, next: shared7 });
const shared10 = tagged('allowed', { true: object({ allowed: oneOf(true) }), false: shared9 });
const shared11 = object({
  id: text,
  displayName: text,
  relationship: shared1,
  access: oneOf('full', 'view'),
  givenBy: oneOf('consent-form', 'patient'),
  since: instant,
  endsOn: nullable(day),
  change: shared10,
  takeBack: shared10,
});
const shared12 = list(shared11);
const shared13 = object({
  etag: text,
  proxies: shared12,
  invitations: shared4,
  invite: shared10,
  relationships: shared2,
});

export const getSharing: ClientEndpointOf<typeof contract.getSharing> = {
  id: 'getSharing',
  method: 'GET',
  path: '/patients/{subject}/sharing',
  safe: true,
  answer: shared13,
};

export const shareRecord: ClientEndpointOf<typeof contract.shareRecord> = {
  id: 'shareRecord',
  method: 'POST',
  path: '/patients/{subject}/sharing/invitations',
  safe: false,
  answer: shared13,
};

export const withdrawInvitation: ClientEndpointOf<typeof contract.withdrawInvitation> = {
  id: 'withdrawInvitation',
  method: 'DELETE',
  path: '/patients/{subject}/sharing/invitations/{invitation}',
  safe: false,
  answer: shared13,
};

export const changeAccess: ClientEndpointOf<typeof contract.changeAccess> = {
  id: 'changeAccess',
  method: 'PUT',
  path: '/patients/{subject}/sharing/{proxy}',
  safe: false,
  answer: shared13,
};

export const takeBackAccess: ClientEndpointOf<typeof contract.takeBackAccess> = {
  id: 'takeBackAccess',
  method: 'DELETE',
  path: '/patients/{subject}/sharing/{proxy}',
  safe: false,
  answer: shared13,
};
