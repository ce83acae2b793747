// Made from src/contract/demographics.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../demographics.js';
import { list, nullable, object, oneOf, tagged, text } from '../../shape/shape.js';
import { instant, truth } from '../../shape/more-shapes.js';

const shared1 = oneOf(
  'american-indian-alaska-native',
  'asian',
  'black-african-american',
  'hispanic-latino',
  'middle-eastern-north-african',
  'native-hawaiian-pacific-islander',
  'white',
);
const shared2 = list(shared1);
const shared3 = object({
  categories: shared2,
  details: nullable(text),
  declined: truth,
  savedAt: instant,
});
const shared4 = nullable(shared3);
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
const shared11 = object({ etag: text, requiredByState: text, answer: shared4, change: shared10 });

export const getDemographics: ClientEndpointOf<typeof contract.getDemographics> = {
  id: 'getDemographics',
  method: 'GET',
  path: '/patients/{subject}/demographics',
  safe: true,
  answer: shared11,
};

export const saveDemographics: ClientEndpointOf<typeof contract.saveDemographics> = {
  id: 'saveDemographics',
  method: 'PUT',
  path: '/patients/{subject}/demographics',
  safe: false,
  answer: shared11,
};
