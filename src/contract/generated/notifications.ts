// Made from src/contract by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type { Contract } from '../index.js';
import { instant, list, nullable, object, oneOf, text, whole } from '../../shape/shape.js';

export const searchNotifications: ClientEndpointOf<Contract['searchNotifications']> = {
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
