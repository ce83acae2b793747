// Made from src/contract/family.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../family.js';
import { list, nullable, object, oneOf, tagged, text } from '../../shape/shape.js';
import { day, instant } from '../../shape/more-shapes.js';

const shared1 = oneOf('spouse', 'parent', 'guardian', 'caregiver', 'other-family');
const shared2 = oneOf(
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
const shared3 = object({
  action: shared2,
  'contact?': object({ name: text, phone: text }),
  'subject?': text,
  'at?': instant,
});
const shared4 = list(shared3);
const shared5 = oneOf(
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
const shared6 = object({ allowed: oneOf(false), rule: shared5, next: shared4 });
const shared7 = tagged('allowed', { true: object({ allowed: oneOf(true) }), false: shared6 });

export const getFamily: ClientEndpointOf<typeof contract.getFamily> = {
  id: 'getFamily',
  method: 'GET',
  path: '/family',
  safe: true,
  answer: object({
    open: list(
      object({
        id: text,
        subject: text,
        displayName: text,
        relationship: shared1,
        access: oneOf('full', 'view'),
        givenBy: oneOf('consent-form', 'patient'),
        since: instant,
        endsOn: nullable(day),
      }),
    ),
    ended: list(
      object({
        id: text,
        subject: text,
        displayName: text,
        relationship: shared1,
        endedAt: nullable(instant),
        reason: oneOf('taken-back', 'given-up', 'ended-by-hospital', 'came-of-age'),
      }),
    ),
    consentForms: list(
      object({
        id: text,
        displayName: text,
        relationship: shared1,
        handedInAt: instant,
        state: oneOf('waiting', 'declined'),
        decidedAt: nullable(instant),
      }),
    ),
    ways: list(object({ relationship: shared1, byConsentForm: shared7, byInvitation: shared7 })),
  }),
};

export const acceptInvitation: ClientEndpointOf<typeof contract.acceptInvitation> = {
  id: 'acceptInvitation',
  method: 'POST',
  path: '/family/invitations',
  safe: false,
  answer: null,
};

export const giveUpAccess: ClientEndpointOf<typeof contract.giveUpAccess> = {
  id: 'giveUpAccess',
  method: 'DELETE',
  path: '/family/{proxy}',
  safe: false,
  answer: null,
};
