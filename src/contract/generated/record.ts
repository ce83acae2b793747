// Made from src/contract/record.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../record.js';
import { list, nullable, object, oneOf, tagged, text, whole } from '../../shape/shape.js';
import { day, instant, number } from '../../shape/more-shapes.js';

const shared1 = nullable(object({ system: text, code: text, display: text }));
const shared2 = object({
  kind: nullable(oneOf('none-known', 'no-information')),
  parts: list(text),
});
const shared3 = object({
  kind: oneOf('quantity'),
  value: number,
  comparator: nullable(oneOf('<', '<=', '>=', '>')),
  unit: nullable(text),
});
const shared4 = tagged('kind', {
  quantity: shared3,
  text: object({ kind: oneOf('text'), text: text }),
});
const shared5 = object({ name: nullable(text), value: shared4 });
const shared6 = list(shared5);
const shared7 = object({
  id: text,
  name: text,
  code: shared1,
  takenAt: instant,
  values: list(number),
  unit: text,
  'components?': shared6,
});

export const getHealthSummary: ClientEndpointOf<typeof contract.getHealthSummary> = {
  id: 'getHealthSummary',
  method: 'GET',
  path: '/patients/{subject}/health-summary',
  safe: true,
  answer: object({
    patient: object({
      name: text,
      birthDate: nullable(day),
      sex: oneOf('female', 'male', 'other', 'unknown'),
    }),
    conditions: list(
      object({
        id: text,
        name: text,
        code: shared1,
        status: oneOf('active', 'resolved'),
        'certainty?': oneOf('provisional', 'differential', 'unconfirmed'),
        'severity?': text,
        onsetOn: nullable(text),
        resolvedOn: nullable(text),
      }),
    ),
    allergies: list(
      object({
        id: text,
        substance: text,
        code: shared1,
        reactions: list(text),
        severity: nullable(oneOf('mild', 'moderate', 'severe')),
        'criticality?': oneOf('low', 'high'),
        'certainty?': oneOf('provisional', 'differential', 'unconfirmed'),
        notedOn: nullable(text),
      }),
    ),
    immunizations: list(object({ id: text, name: text, code: shared1, givenOn: nullable(text) })),
    vitals: list(object({ kind: text, latest: shared7, earlierCount: whole })),
    medications: list(object({ id: text, name: text, code: shared1 })),
    'absences?': object({
      'conditions?': shared2,
      'allergies?': shared2,
      'immunizations?': shared2,
      'medications?': shared2,
    }),
    'notShown?': object({
      'conditions?': whole,
      'allergies?': whole,
      'immunizations?': whole,
      'medications?': whole,
      'vitals?': whole,
    }),
    correction: tagged('allowed', {
      true: object({ allowed: oneOf(true) }),
      false: object({
        allowed: oneOf(false),
        rule: oneOf(
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
        ),
        next: list(
          object({
            action: oneOf(
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
            ),
            'contact?': object({ name: text, phone: text }),
            'subject?': text,
            'at?': instant,
          }),
        ),
      }),
    }),
  }),
};

export const searchVitals: ClientEndpointOf<typeof contract.searchVitals> = {
  id: 'searchVitals',
  method: 'POST',
  path: '/patients/{subject}/vitals/search',
  safe: true,
  answer: object({ vitals: list(shared7), total: whole, nextCursor: nullable(text) }),
};
