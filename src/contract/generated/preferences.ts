// Made from src/contract by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type { Contract } from '../index.js';
import { nullable, object, text, truth } from '../../shape/shape.js';

const shared1 = object({ address: nullable(text), inMedicalRecord: truth });
const shared2 = object({
  line1: text,
  line2: nullable(text),
  city: text,
  state: text,
  postalCode: text,
});
const shared3 = nullable(shared2);
const shared4 = object({ address: shared3, phone: nullable(text), editable: truth });
const shared5 = object({
  etag: text,
  username: text,
  email: shared1,
  securityQuestion: object({ used: truth, question: nullable(text) }),
  contact: shared4,
});

export const getPreferences: ClientEndpointOf<Contract['getPreferences']> = {
  id: 'getPreferences',
  method: 'GET',
  path: '/account/preferences',
  safe: true,
  answer: shared5,
};

export const changeEmail: ClientEndpointOf<Contract['changeEmail']> = {
  id: 'changeEmail',
  method: 'PUT',
  path: '/account/email',
  safe: false,
  answer: shared5,
};

export const changePassword: ClientEndpointOf<Contract['changePassword']> = {
  id: 'changePassword',
  method: 'PUT',
  path: '/account/password',
  safe: false,
  answer: shared5,
};

export const changeSecurityQuestion: ClientEndpointOf<Contract['changeSecurityQuestion']> = {
  id: 'changeSecurityQuestion',
  method: 'PUT',
  path: '/account/security-question',
  safe: false,
  answer: shared5,
};

export const changeContact: ClientEndpointOf<Contract['changeContact']> = {
  id: 'changeContact',
  method: 'PUT',
  path: '/account/contact',
  safe: false,
  answer: shared5,
};
