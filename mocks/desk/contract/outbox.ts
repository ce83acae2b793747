import * as z from 'zod/mini';
import { id, instant, pageAnswer, pageRequest } from '../../../src/contract/fields.js';
import { deskEndpoint } from './desk-endpoint.js';

export const readOutbox = deskEndpoint({
  id: 'readOutbox',
  summary:
    'The e-mails that the portal has sent, latest first, in full: links to a new password too.',
  method: 'POST',
  path: '/desk/outbox/search',
  request: { body: z.object(pageRequest) },
  response: z.object({
    emails: z.array(
      z.object({ id, to: z.string(), subject: z.string(), text: z.string(), sentAt: instant }),
    ),
    ...pageAnswer,
  }),
  safe: true,
});
