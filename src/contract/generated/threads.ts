// Made from src/contract/threads.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../threads.js';
import { list, nullable, object, oneOf, text, whole } from '../../shape/shape.js';
import { day, instant, truth } from '../../shape/more-shapes.js';

export const searchThreads: ClientEndpointOf<typeof contract.searchThreads> = {
  id: 'searchThreads',
  method: 'POST',
  path: '/patients/{subject}/threads/search',
  safe: true,
  answer: object({
    threads: list(
      object({
        id: text,
        title: text,
        topic: oneOf('question', 'result', 'medication', 'appointment', 'other'),
        careTeamMember: object({ id: text, name: text, role: text }),
        lastMessageAt: instant,
        messageCount: whole,
        unreadCount: whole,
        expectedBy: nullable(day),
        archived: truth,
        closed: truth,
        preview: text,
        hasAttachments: truth,
      }),
    ),
    total: whole,
    nextCursor: nullable(text),
  }),
};

export const getUnreadCount: ClientEndpointOf<typeof contract.getUnreadCount> = {
  id: 'getUnreadCount',
  method: 'GET',
  path: '/patients/{subject}/threads/unread',
  safe: true,
  answer: object({ threads: whole, messages: whole }),
};
