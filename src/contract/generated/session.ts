// Made from src/contract/session.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../session.js';
import { list, nullable, object, oneOf, tagged, text, whole } from '../../shape/shape.js';

const shared1 = object({ limitSeconds: whole, remainingSeconds: whole });
const shared2 = object({ status: oneOf('second-step-required'), csrfToken: text });
const shared3 = oneOf('self', 'spouse', 'parent', 'guardian', 'caregiver', 'other-family');
const shared4 = object({
  status: oneOf('signed-out'),
  csrfToken: text,
  ended: nullable(oneOf('idle', 'sign-out')),
});
const shared5 = object({
  id: text,
  displayName: text,
  relationship: shared3,
  access: oneOf('full', 'view'),
});
const shared6 = list(shared5, 1);
const shared7 = object({
  status: oneOf('signed-in'),
  csrfToken: text,
  account: object({ id: text, displayName: text }),
  subjects: shared6,
  idle: shared1,
});
const shared8 = tagged('status', {
  'signed-out': shared4,
  'second-step-required': shared2,
  'signed-in': shared7,
});

export const getSession: ClientEndpointOf<typeof contract.getSession> = {
  id: 'getSession',
  method: 'GET',
  path: '/session',
  safe: true,
  answer: shared8,
};

export const signIn: ClientEndpointOf<typeof contract.signIn> = {
  id: 'signIn',
  method: 'POST',
  path: '/session',
  safe: false,
  answer: shared8,
};

export const signOut: ClientEndpointOf<typeof contract.signOut> = {
  id: 'signOut',
  method: 'DELETE',
  path: '/session',
  safe: false,
  answer: null,
};
