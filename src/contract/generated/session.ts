// Made from src/contract/session.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../session.js';
import { list, nullable, object, oneOf, tagged, text, whole } from '../../shape/shape.js';

const shared1 = object({ limitSeconds: whole, remainingSeconds: whole });
const shared2 = oneOf('self', 'spouse', 'parent', 'guardian', 'caregiver', 'other-family');
const shared3 = object({
  id: text,
  displayName: text,
  relationship: shared2,
  access: oneOf('full', 'view'),
});
const shared4 = list(shared3, 1);
const shared5 = object({
  status: oneOf('signed-in'),
  csrfToken: text,
  account: object({ id: text, displayName: text }),
  subjects: shared4,
  idle: shared1,
});

export const getSession: ClientEndpointOf<typeof contract.getSession> = {
  id: 'getSession',
  method: 'GET',
  path: '/session',
  safe: true,
  answer: tagged('status', {
    'signed-out': object({
      status: oneOf('signed-out'),
      csrfToken: text,
      ended: nullable(oneOf('idle', 'sign-out')),
    }),
    'signed-in': shared5,
  }),
};

export const signIn: ClientEndpointOf<typeof contract.signIn> = {
  id: 'signIn',
  method: 'POST',
  path: '/session',
  safe: false,
  answer: shared5,
};

export const signOut: ClientEndpointOf<typeof contract.signOut> = {
  id: 'signOut',
  method: 'DELETE',
  path: '/session',
  safe: false,
  answer: null,
};
