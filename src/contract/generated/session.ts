// Made from src/contract by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type { Contract } from '../index.js';
import { nullable, object, oneOf, tagged, text } from '../../shape/shape.js';
import { signedIn } from './shapes/signed-in.js';

const shared2 = object({ status: oneOf('second-step-required'), csrfToken: text });
const shared3 = object({ status: oneOf('new-password-required'), csrfToken: text });
const shared5 = object({
  status: oneOf('signed-out'),
  csrfToken: text,
  ended: nullable(oneOf('idle', 'sign-out')),
});
const shared9 = tagged('status', {
  'signed-out': shared5,
  'second-step-required': shared2,
  'new-password-required': shared3,
  'signed-in': signedIn,
});

export const getSession: ClientEndpointOf<Contract['getSession']> = {
  id: 'getSession',
  method: 'GET',
  path: '/session',
  safe: true,
  answer: shared9,
};

export const signIn: ClientEndpointOf<Contract['signIn']> = {
  id: 'signIn',
  method: 'POST',
  path: '/session',
  safe: false,
  answer: shared9,
};

export const chooseNewPassword: ClientEndpointOf<Contract['chooseNewPassword']> = {
  id: 'chooseNewPassword',
  method: 'POST',
  path: '/session/new-password',
  safe: false,
  answer: shared9,
};

export const signOut: ClientEndpointOf<Contract['signOut']> = {
  id: 'signOut',
  method: 'DELETE',
  path: '/session',
  safe: false,
  answer: null,
};

export const keepSessionAlive: ClientEndpointOf<Contract['keepSessionAlive']> = {
  id: 'keepSessionAlive',
  method: 'PUT',
  path: '/session/activity',
  safe: false,
  answer: signedIn,
};
