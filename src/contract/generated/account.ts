// Made from src/contract/account.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../account.js';
import { list, nullable, object, text } from '../../shape/shape.js';
import { day, instant } from '../../shape/more-shapes.js';

const shared1 = object({
  action: text,
  'contact?': object({ name: text, phone: text }),
  'subject?': text,
  'at?': instant,
});
const shared2 = list(shared1);
const shared3 = object({ next: shared2 });

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
  answer: shared3,
};

export const requestPasswordReset: ClientEndpointOf<typeof contract.requestPasswordReset> = {
  id: 'requestPasswordReset',
  method: 'POST',
  path: '/account/password-resets',
  safe: false,
  answer: shared3,
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
  answer: shared3,
};
