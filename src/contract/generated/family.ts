// Made from src/contract by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type { Contract } from '../index.js';
import { day, instant, list, nullable, object, oneOf, text } from '../../shape/shape.js';
import { relationship } from './shapes/relationship.js';
import { eligibility } from './shapes/eligibility.js';

export const getFamily: ClientEndpointOf<Contract['getFamily']> = {
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
        relationship: relationship,
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
        relationship: relationship,
        endedAt: nullable(instant),
        reason: oneOf('taken-back', 'given-up', 'ended-by-hospital', 'came-of-age'),
      }),
    ),
    consentForms: list(
      object({
        id: text,
        displayName: text,
        relationship: relationship,
        handedInAt: instant,
        state: oneOf('waiting', 'declined'),
        decidedAt: nullable(instant),
      }),
    ),
    ways: list(
      object({ relationship: relationship, byConsentForm: eligibility, byInvitation: eligibility }),
    ),
  }),
};

export const acceptInvitation: ClientEndpointOf<Contract['acceptInvitation']> = {
  id: 'acceptInvitation',
  method: 'POST',
  path: '/family/invitations',
  safe: false,
  answer: null,
};

export const giveUpAccess: ClientEndpointOf<Contract['giveUpAccess']> = {
  id: 'giveUpAccess',
  method: 'DELETE',
  path: '/family/{proxy}',
  safe: false,
  answer: null,
};
