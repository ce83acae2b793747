// Made from src/contract/idle.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../idle.js';
import { list, object, oneOf, text, whole } from '../../shape/shape.js';

export const keepSessionAlive: ClientEndpointOf<typeof contract.keepSessionAlive> = {
  id: 'keepSessionAlive',
  method: 'PUT',
  path: '/session/activity',
  safe: false,
  answer: object({
    status: oneOf('signed-in'),
    csrfToken: text,
    account: object({ id: text, displayName: text }),
    subjects: list(
      object({
        id: text,
        displayName: text,
        relationship: oneOf('self', 'spouse', 'parent', 'guardian', 'caregiver', 'other-family'),
        access: oneOf('full', 'view'),
      }),
      1,
    ),
    idle: object({ limitSeconds: whole, remainingSeconds: whole }),
  }),
};
