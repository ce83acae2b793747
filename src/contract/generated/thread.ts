// Made from src/contract/thread.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../thread.js';
import { list, nullable, object, oneOf, tagged, text, whole } from '../../shape/shape.js';
import { day, instant, truth } from '../../shape/more-shapes.js';

const shared1 = oneOf('question', 'result', 'medication', 'appointment', 'other');
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
  id: text,
  title: text,
  topic: shared1,
  careTeamMember: object({ id: text, name: text, role: text }),
  lastMessageAt: instant,
  messageCount: whole,
  unreadCount: whole,
  expectedBy: nullable(day),
  archived: truth,
  closed: truth,
  preview: text,
  hasAttachments: truth,
});
const shared4 = object({
  action: shared2,
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

export const getThread: ClientEndpointOf<typeof contract.getThread> = {
  id: 'getThread',
  method: 'GET',
  path: '/patients/{subject}/threads/{thread}',
  safe: true,
  answer: object({
    id: text,
    title: text,
    topic: shared1,
    careTeamMember: object({ id: text, name: text, role: text }),
    lastMessageAt: instant,
    messageCount: whole,
    unreadCount: whole,
    expectedBy: nullable(day),
    archived: truth,
    closed: truth,
    messages: list(
      object({
        id: text,
        sentAt: instant,
        from: object({ side: oneOf('patient', 'care-team'), name: text }),
        text: text,
        attachments: list(
          object({
            id: text,
            name: text,
            type: oneOf('image/jpeg', 'image/png', 'application/pdf', 'text/plain'),
            size: whole,
          }),
        ),
      }),
    ),
    reply: shared8,
    filing: shared8,
  }),
};

export const markThreadRead: ClientEndpointOf<typeof contract.markThreadRead> = {
  id: 'markThreadRead',
  method: 'PUT',
  path: '/patients/{subject}/threads/{thread}/read',
  safe: false,
  answer: shared3,
};

export const archiveThread: ClientEndpointOf<typeof contract.archiveThread> = {
  id: 'archiveThread',
  method: 'PUT',
  path: '/patients/{subject}/threads/{thread}/archived',
  safe: false,
  answer: shared3,
};
