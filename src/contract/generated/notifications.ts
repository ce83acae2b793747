// Made from src/contract/notifications.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../notifications.js';
import { instant, list, nullable, object, oneOf, text, whole } from '../../shape/shape.js';

export const searchNotifications: ClientEndpointOf<typeof contract.searchNotifications> = {
  id: 'searchNotifications',
  method: 'POST',
  path: '/account/notifications/search',
  safe: true,
  answer: object({
    notifications: list(
      object({
        id: text,
        sentAt: instant,
        to: text,
        subject: text,
        kind: oneOf(
          'username',
          'password-reset',
          'new-information',
          'access-given',
          'sign-in-changed',
          'email-changed',
          'invitation',
        ),
      }),
    ),
    total: whole,
    nextCursor: nullable(text),
  }),
};
