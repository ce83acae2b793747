// Made from src/contract by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type { Contract } from '../index.js';
import { instant, list, nullable, object, text, whole } from '../../shape/shape.js';
import { signedIn } from './shapes/signed-in.js';

export const finishSignIn: ClientEndpointOf<Contract['finishSignIn']> = {
  id: 'finishSignIn',
  method: 'POST',
  path: '/session/second-step',
  safe: false,
  answer: signedIn,
};

export const getSecondStep: ClientEndpointOf<Contract['getSecondStep']> = {
  id: 'getSecondStep',
  method: 'GET',
  path: '/account/second-step',
  safe: true,
  answer: object({
    app: nullable(object({ name: text, addedAt: instant, lastUsedAt: nullable(instant) })),
    recoveryCodesLeft: whole,
  }),
};

export const startAuthenticatorApp: ClientEndpointOf<Contract['startAuthenticatorApp']> = {
  id: 'startAuthenticatorApp',
  method: 'POST',
  path: '/account/second-step/app/setup',
  safe: false,
  answer: object({ secret: text, uri: text, expiresAt: instant }),
};

export const addAuthenticatorApp: ClientEndpointOf<Contract['addAuthenticatorApp']> = {
  id: 'addAuthenticatorApp',
  method: 'POST',
  path: '/account/second-step/app',
  safe: false,
  answer: object({ recoveryCodes: list(text, 1) }),
};

export const removeAuthenticatorApp: ClientEndpointOf<Contract['removeAuthenticatorApp']> = {
  id: 'removeAuthenticatorApp',
  method: 'POST',
  path: '/account/second-step/app/removal',
  safe: false,
  answer: null,
};

export const makeRecoveryCodes: ClientEndpointOf<Contract['makeRecoveryCodes']> = {
  id: 'makeRecoveryCodes',
  method: 'POST',
  path: '/account/second-step/recovery-codes',
  safe: false,
  answer: object({ recoveryCodes: list(text, 1) }),
};
