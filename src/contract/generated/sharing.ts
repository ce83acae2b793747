// Made from src/contract/sharing.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../sharing.js';
import { day, instant, list, nullable, object, oneOf, text } from '../../shape/shape.js';
import { relationship } from './shapes/relationship.js';
import { eligibility } from './shapes/eligibility.js';

const shared3 = object({
  id: text,
  name: text,
  email: text,
  relationship: relationship,
  access: oneOf('full', 'view'),
  sentAt: instant,
  worksThrough: day,
});
const shared4 = list(shared3);
const shared11 = object({
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
const shared12 = list(shared11);
const shared13 = object({
  etag: text,
  proxies: shared12,
  invitations: shared4,
  invite: eligibility,
  relationships: list(relationship),
});

export const getSharing: ClientEndpointOf<typeof contract.getSharing> = {
  id: 'getSharing',
  method: 'GET',
  path: '/patients/{subject}/sharing',
  safe: true,
  answer: shared13,
};

export const shareRecord: ClientEndpointOf<typeof contract.shareRecord> = {
  id: 'shareRecord',
  method: 'POST',
  path: '/patients/{subject}/sharing/invitations',
  safe: false,
  answer: shared13,
};

export const withdrawInvitation: ClientEndpointOf<typeof contract.withdrawInvitation> = {
  id: 'withdrawInvitation',
  method: 'DELETE',
  path: '/patients/{subject}/sharing/invitations/{invitation}',
  safe: false,
  answer: shared13,
};

export const changeAccess: ClientEndpointOf<typeof contract.changeAccess> = {
  id: 'changeAccess',
  method: 'PUT',
  path: '/patients/{subject}/sharing/{proxy}',
  safe: false,
  answer: shared13,
};

export const takeBackAccess: ClientEndpointOf<typeof contract.takeBackAccess> = {
  id: 'takeBackAccess',
  method: 'DELETE',
  path: '/patients/{subject}/sharing/{proxy}',
  safe: false,
  answer: shared13,
};
