// Made from src/contract by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type { Contract } from '../index.js';
import { instant, list, nullable, object, oneOf, text, truth, whole } from '../../shape/shape.js';
import { signedIn } from './shapes/signed-in.js';

const shared1 = object({ id: text, name: text, addedAt: instant, lastUsedAt: nullable(instant) });
const shared2 = list(shared1);
const shared3 = object({ passkeys: shared2 });

export const startPasskeySignIn: ClientEndpointOf<Contract['startPasskeySignIn']> = {
  id: 'startPasskeySignIn',
  method: 'POST',
  path: '/session/passkey/challenge',
  safe: false,
  answer: object({
    rpId: text,
    challenge: text,
    timeout: whole,
    userVerification: oneOf('required'),
  }),
};

export const signInWithPasskey: ClientEndpointOf<Contract['signInWithPasskey']> = {
  id: 'signInWithPasskey',
  method: 'POST',
  path: '/session/passkey',
  safe: false,
  answer: signedIn,
};

export const getPasskeys: ClientEndpointOf<Contract['getPasskeys']> = {
  id: 'getPasskeys',
  method: 'GET',
  path: '/account/passkeys',
  safe: true,
  answer: shared3,
};

export const startPasskey: ClientEndpointOf<Contract['startPasskey']> = {
  id: 'startPasskey',
  method: 'POST',
  path: '/account/passkeys/setup',
  safe: false,
  answer: object({
    rp: object({ id: text, name: text }),
    user: object({ id: text, name: text, displayName: text }),
    challenge: text,
    pubKeyCredParams: list(object({ type: oneOf('public-key'), alg: whole })),
    timeout: whole,
    excludeCredentials: list(
      object({ id: text, type: oneOf('public-key'), transports: list(text) }),
    ),
    authenticatorSelection: object({
      residentKey: oneOf('required'),
      requireResidentKey: truth,
      userVerification: oneOf('required'),
    }),
    attestation: oneOf('none'),
  }),
};

export const addPasskey: ClientEndpointOf<Contract['addPasskey']> = {
  id: 'addPasskey',
  method: 'POST',
  path: '/account/passkeys',
  safe: false,
  answer: shared3,
};

export const renamePasskey: ClientEndpointOf<Contract['renamePasskey']> = {
  id: 'renamePasskey',
  method: 'PUT',
  path: '/account/passkeys/{passkey}',
  safe: false,
  answer: shared3,
};

export const removePasskey: ClientEndpointOf<Contract['removePasskey']> = {
  id: 'removePasskey',
  method: 'POST',
  path: '/account/passkeys/{passkey}/removal',
  safe: false,
  answer: shared3,
};
