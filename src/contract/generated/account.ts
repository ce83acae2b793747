// Made from src/contract by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type { Contract } from '../index.js';
import { day, instant, list, nullable, object, text } from '../../shape/shape.js';
import { nextStep } from './shapes/next-step.js';

export const checkActivationCode: ClientEndpointOf<Contract['checkActivationCode']> = {
  id: 'checkActivationCode',
  method: 'POST',
  path: '/activation',
  safe: false,
  answer: object({ worksThrough: day }),
};

export const signUp: ClientEndpointOf<Contract['signUp']> = {
  id: 'signUp',
  method: 'POST',
  path: '/accounts',
  safe: false,
  answer: null,
};

export const recoverUsername: ClientEndpointOf<Contract['recoverUsername']> = {
  id: 'recoverUsername',
  method: 'POST',
  path: '/account/username-recovery',
  safe: false,
  answer: object({ next: list(nextStep) }),
};

export const requestPasswordReset: ClientEndpointOf<Contract['requestPasswordReset']> = {
  id: 'requestPasswordReset',
  method: 'POST',
  path: '/account/password-resets',
  safe: false,
  answer: object({ next: list(nextStep) }),
};

export const readPasswordReset: ClientEndpointOf<Contract['readPasswordReset']> = {
  id: 'readPasswordReset',
  method: 'POST',
  path: '/account/password-resets/read',
  safe: false,
  answer: object({ securityQuestion: nullable(text), expiresAt: instant }),
};

export const resetPassword: ClientEndpointOf<Contract['resetPassword']> = {
  id: 'resetPassword',
  method: 'POST',
  path: '/account/password-resets/perform',
  safe: false,
  answer: object({ next: list(nextStep) }),
};
