// Made from src/contract/family.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../family.js';
import { list, nullable, object, oneOf, tagged, text } from '../../shape/shape.js';
import { day, instant } from '../../shape/more-shapes.js';

const shared1 = oneOf('spouse', 'parent', 'guardian', 'caregiver', 'other-family');
const shared2 = object({
  action: text,
  'contact?': object({ name: text, phone: text }),
  'subject?': text,
  'at?': instant,
});
const shared3 = list(shared2);
const shared4 = object({ allowed: oneOf(false), rule: text, 'case?': text, next: shared3 });
const shared5 = tagged('allowed', { true: object({ allowed: oneOf(true) }), false: shared4 });

export const getFamily: ClientEndpointOf<typeof contract.getFamily> = {
  id: 'getFamily',
  method: 'GET',
  path: '/family',
  safe: true,
  answer: object({
    open: list(
      object({
        id: text,
        subject: text,
        displayName: text,
        relationship: shared1,
        access: oneOf('full', 'view'),
        givenBy: oneOf('consent-form', 'patient'),
        since: instant,
        endsOn: nullable(day),
      }),
    ),
    ended: list(
      object({
        id: text,
        subject: text,
        displayName: text,
        relationship: shared1,
        endedAt: nullable(instant),
        reason: oneOf('taken-back', 'given-up', 'ended-by-hospital', 'came-of-age'),
      }),
    ),
    consentForms: list(
      object({
        id: text,
        displayName: text,
        relationship: shared1,
        handedInAt: instant,
        state: oneOf('waiting', 'declined'),
        decidedAt: nullable(instant),
      }),
    ),
    ways: list(object({ relationship: shared1, byConsentForm: shared5, byInvitation: shared5 })),
  }),
};

export const acceptInvitation: ClientEndpointOf<typeof contract.acceptInvitation> = {
  id: 'acceptInvitation',
  method: 'POST',
  path: '/family/invitations',
  safe: false,
  answer: null,
};

export const giveUpAccess: ClientEndpointOf<typeof contract.giveUpAccess> = {
  id: 'giveUpAccess',
  method: 'DELETE',
  path: '/family/{proxy}',
  safe: false,
  answer: null,
};
