// Made from src/contract/session.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../session.js';
import { list, nullable, object, oneOf, tagged, text, whole } from '../../shape/shape.js';

const shared1 = object({ limitSeconds: whole, remainingSeconds: whole });
const shared2 = object({ status: oneOf('second-step-required'), csrfToken: text });
const shared3 = object({ status: oneOf('new-password-required'), csrfToken: text });
const shared4 = oneOf('self', 'spouse', 'parent', 'guardian', 'caregiver', 'other-family');
const shared5 = object({
  status: oneOf('signed-out'),
  csrfToken: text,
  ended: nullable(oneOf('idle', 'sign-out')),
});
const shared6 = object({
  id: text,
  displayName: text,
  relationship: shared4,
  access: oneOf('full', 'view'),
});
const shared7 = list(shared6, 1);
const shared8 = object({
  status: oneOf('signed-in'),
  csrfToken: text,
  account: object({ id: text, displayName: text }),
  subjects: shared7,
  idle: shared1,
});
const shared9 = tagged('status', {
  'signed-out': shared5,
  'second-step-required': shared2,
  'new-password-required': shared3,
  'signed-in': shared8,
});

export const getSession: ClientEndpointOf<typeof contract.getSession> = {
  id: 'getSession',
  method: 'GET',
  path: '/session',
  safe: true,
  answer: shared9,
};

export const signIn: ClientEndpointOf<typeof contract.signIn> = {
  id: 'signIn',
  method: 'POST',
  path: '/session',
  safe: false,
  answer: shared9,
};

export const chooseNewPassword: ClientEndpointOf<typeof contract.chooseNewPassword> = {
  id: 'chooseNewPassword',
  method: 'POST',
  path: '/session/new-password',
  safe: false,
  answer: shared9,
};

export const signOut: ClientEndpointOf<typeof contract.signOut> = {
  id: 'signOut',
  method: 'DELETE',
  path: '/session',
  safe: false,
  answer: null,
};
