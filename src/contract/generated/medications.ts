// Made from src/contract/medications.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../medications.js';
import { list, nullable, object, oneOf, tagged, text, whole } from '../../shape/shape.js';
import { day, instant } from '../../shape/more-shapes.js';

const shared1 = object({ at: instant, by: text, note: nullable(text) });
const shared2 = nullable(object({ system: text, code: text, display: text }));
const shared3 = nullable(shared1);
const shared4 = oneOf(
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
const shared5 = object({
  id: text,
  status: oneOf('pending', 'approved', 'denied'),
  requestedAt: instant,
  requestedBy: text,
  supplyDays: whole,
  refills: whole,
  newAllergies: nullable(text),
  pharmacy: nullable(text),
  note: nullable(text),
  expectedBy: day,
  decision: shared3,
});
const shared6 = nullable(shared5);
const shared7 = object({
  action: shared4,
  'contact?': object({ name: text, phone: text }),
  'subject?': text,
  'at?': instant,
});
const shared8 = list(shared7);
const shared9 = oneOf(
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
const shared10 = object({ allowed: oneOf(false), rule: shared9, next: shared8 });
const shared11 = tagged('allowed', { true: object({ allowed: oneOf(true) }), false: shared10 });
const shared12 = object({
  id: text,
  name: text,
  code: shared2,
  directions: nullable(text),
  status: oneOf('active', 'on-hold', 'completed', 'stopped'),
  prescriber: nullable(text),
  prescribedOn: nullable(text),
  'takenSince?': text,
  endedOn: nullable(text),
  supplyDays: nullable(whole),
  refillsRemaining: nullable(whole),
  pharmacy: nullable(object({ name: text, phone: text })),
  renewable: shared11,
  supplyChoices: list(whole, 1),
  lastRenewal: shared6,
});

export const searchMedications: ClientEndpointOf<typeof contract.searchMedications> = {
  id: 'searchMedications',
  method: 'POST',
  path: '/patients/{subject}/medications/search',
  safe: true,
  answer: object({
    medications: list(shared12),
    'notShown?': whole,
    total: whole,
    nextCursor: nullable(text),
  }),
};

export const getMedication: ClientEndpointOf<typeof contract.getMedication> = {
  id: 'getMedication',
  method: 'GET',
  path: '/patients/{subject}/medications/{medication}',
  safe: true,
  answer: shared12,
};

export const requestRenewal: ClientEndpointOf<typeof contract.requestRenewal> = {
  id: 'requestRenewal',
  method: 'POST',
  path: '/patients/{subject}/medications/{medication}/renewals',
  safe: false,
  answer: shared5,
};
