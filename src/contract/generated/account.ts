// Made from src/contract/account.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../account.js';
import { list, nullable, object, oneOf, text } from '../../shape/shape.js';
import { day, instant } from '../../shape/more-shapes.js';

const shared1 = oneOf(
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
const shared2 = object({
  action: shared1,
  'contact?': object({ name: text, phone: text }),
  'subject?': text,
  'at?': instant,
});
const shared3 = list(shared2);
const shared4 = object({ next: shared3 });

export const checkActivationCode: ClientEndpointOf<typeof contract.checkActivationCode> = {
  id: 'checkActivationCode',
  method: 'POST',
  path: '/activation',
  safe: false,
  answer: object({ worksThrough: day }),
};

export const signUp: ClientEndpointOf<typeof contract.signUp> = {
  id: 'signUp',
  method: 'POST',
  path: '/accounts',
  safe: false,
  answer: null,
};

export const recoverUsername: ClientEndpointOf<typeof contract.recoverUsername> = {
  id: 'recoverUsername',
  method: 'POST',
  path: '/account/username-recovery',
  safe: false,
  answer: shared4,
};

export const requestPasswordReset: ClientEndpointOf<typeof contract.requestPasswordReset> = {
  id: 'requestPasswordReset',
  method: 'POST',
  path: '/account/password-resets',
  safe: false,
  answer: shared4,
};

export const readPasswordReset: ClientEndpointOf<typeof contract.readPasswordReset> = {
  id: 'readPasswordReset',
  method: 'POST',
  path: '/account/password-resets/read',
  safe: false,
  answer: object({ securityQuestion: nullable(text), expiresAt: instant }),
};

export const resetPassword: ClientEndpointOf<typeof contract.resetPassword> = {
  id: 'resetPassword',
  method: 'POST',
  path: '/account/password-resets/perform',
  safe: false,
  answer: shared4,
};
