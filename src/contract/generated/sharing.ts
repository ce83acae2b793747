// Made from src/contract by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type { Contract } from '../index.js';
import { day, instant, list, nullable, object, oneOf, text } from '../../shape/shape.js';
import { relationship } from './shapes/relationship.js';
import { eligibility } from './shapes/eligibility.js';

const shared6 = object({
  id: text,
  name: text,
  email: text,
  relationship: relationship,
  access: oneOf('full', 'view'),
  sentAt: instant,
  worksThrough: day,
});
const shared7 = list(shared6);
const shared9 = object({
  id: text,
  displayName: text,
  relationship: relationship,
  access: oneOf('full', 'view'),
  givenBy: oneOf('consent-form', 'patient'),
  since: instant,
  endsOn: nullable(day),
  change: eligibility,
  takeBack: eligibility,
});
const shared10 = list(shared9);
const shared11 = object({
  etag: text,
  proxies: shared10,
  invitations: shared7,
  invite: eligibility,
  relationships: list(relationship),
});

export const getSharing: ClientEndpointOf<Contract['getSharing']> = {
  id: 'getSharing',
  method: 'GET',
  path: '/patients/{subject}/sharing',
  safe: true,
  answer: shared11,
};

export const shareRecord: ClientEndpointOf<Contract['shareRecord']> = {
  id: 'shareRecord',
  method: 'POST',
  path: '/patients/{subject}/sharing/invitations',
  safe: false,
  answer: shared11,
};

export const withdrawInvitation: ClientEndpointOf<Contract['withdrawInvitation']> = {
  id: 'withdrawInvitation',
  method: 'DELETE',
  path: '/patients/{subject}/sharing/invitations/{invitation}',
  safe: false,
  answer: shared11,
};

export const changeAccess: ClientEndpointOf<Contract['changeAccess']> = {
  id: 'changeAccess',
  method: 'PUT',
  path: '/patients/{subject}/sharing/{proxy}',
  safe: false,
  answer: shared11,
};

export const takeBackAccess: ClientEndpointOf<Contract['takeBackAccess']> = {
  id: 'takeBackAccess',
  method: 'DELETE',
  path: '/patients/{subject}/sharing/{proxy}',
  safe: false,
  answer: shared11,
};
