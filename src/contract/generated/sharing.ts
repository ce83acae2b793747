// Made from src/contract/sharing.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../sharing.js';
import { list, nullable, object, oneOf, tagged, text } from '../../shape/shape.js';
import { day, instant } from '../../shape/more-shapes.js';

const shared1 = oneOf('spouse', 'parent', 'guardian', 'caregiver', 'other-family');
const shared2 = list(shared1);
const shared3 = object({
  action: text,
  'contact?': object({ name: text, phone: text }),
  'subject?': text,
  'at?': instant,
});
const shared4 = list(shared3);
const shared5 = object({ allowed: oneOf(false), rule: text, 'case?': text, next: shared4 });
const shared6 = object({
  id: text,
  name: text,
  email: text,
  relationship: shared1,
  access: oneOf('full', 'view'),
  sentAt: instant,
  worksThrough: day,
});
const shared7 = list(shared6);
const shared8 = tagged('allowed', { true: object({ allowed: oneOf(true) }), false: shared5 });
const shared9 = object({
  id: text,
  displayName: text,
  relationship: shared1,
  access: oneOf('full', 'view'),
  givenBy: oneOf('consent-form', 'patient'),
  since: instant,
  endsOn: nullable(day),
  change: shared8,
  takeBack: shared8,
});
const shared10 = list(shared9);
const shared11 = object({
  etag: text,
  proxies: shared10,
  invitations: shared7,
  invite: shared8,
  relationships: shared2,
});

export const getSharing: ClientEndpointOf<typeof contract.getSharing> = {
  id: 'getSharing',
  method: 'GET',
  path: '/patients/{subject}/sharing',
  safe: true,
  answer: shared11,
};

export const shareRecord: ClientEndpointOf<typeof contract.shareRecord> = {
  id: 'shareRecord',
  method: 'POST',
  path: '/patients/{subject}/sharing/invitations',
  safe: false,
  answer: shared11,
};

export const withdrawInvitation: ClientEndpointOf<typeof contract.withdrawInvitation> = {
  id: 'withdrawInvitation',
  method: 'DELETE',
  path: '/patients/{subject}/sharing/invitations/{invitation}',
  safe: false,
  answer: shared11,
};

export const changeAccess: ClientEndpointOf<typeof contract.changeAccess> = {
  id: 'changeAccess',
  method: 'PUT',
  path: '/patients/{subject}/sharing/{proxy}',
  safe: false,
  answer: shared11,
};

export const takeBackAccess: ClientEndpointOf<typeof contract.takeBackAccess> = {
  id: 'takeBackAccess',
  method: 'DELETE',
  path: '/patients/{subject}/sharing/{proxy}',
  safe: false,
  answer: shared11,
};
