// Made from src/contract/thread.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../thread.js';
import { list, nullable, object, oneOf, tagged, text, whole } from '../../shape/shape.js';
import { day, instant, truth } from '../../shape/more-shapes.js';

const shared1 = oneOf('question', 'result', 'medication', 'appointment', 'other');
const shared2 = object({
  action: text,
  'contact?': object({ name: text, phone: text }),
  'subject?': text,
  'at?': instant,
});
const shared3 = list(shared2);
const shared4 = object({ allowed: oneOf(false), rule: text, 'case?': text, next: shared3 });
const shared5 = tagged('allowed', { true: object({ allowed: oneOf(true) }), false: shared4 });
const shared6 = object({
  id: text,
  title: text,
  topic: shared1,
  careTeamMember: object({ id: text, name: text, role: text }),
  lastMessageAt: instant,
  messageCount: whole,
  unreadCount: whole,
  expectedBy: nullable(day),
  archived: truth,
  closed: truth,
  preview: text,
  hasAttachments: truth,
});

export const getThread: ClientEndpointOf<typeof contract.getThread> = {
  id: 'getThread',
  method: 'GET',
  path: '/patients/{subject}/threads/{thread}',
  safe: true,
  answer: object({
    id: text,
    title: text,
    topic: shared1,
    careTeamMember: object({ id: text, name: text, role: text }),
    lastMessageAt: instant,
    messageCount: whole,
    unreadCount: whole,
    expectedBy: nullable(day),
    archived: truth,
    closed: truth,
    messages: list(
      object({
        id: text,
        sentAt: instant,
        from: object({ side: oneOf('patient', 'care-team'), name: text }),
        text: text,
        attachments: list(
          object({
            id: text,
            name: text,
            type: oneOf('image/jpeg', 'image/png', 'application/pdf', 'text/plain'),
            size: whole,
          }),
        ),
      }),
    ),
    reply: shared5,
    filing: shared5,
  }),
};

export const markThreadRead: ClientEndpointOf<typeof contract.markThreadRead> = {
  id: 'markThreadRead',
  method: 'PUT',
  path: '/patients/{subject}/threads/{thread}/read',
  safe: false,
  answer: shared6,
};

export const archiveThread: ClientEndpointOf<typeof contract.archiveThread> = {
  id: 'archiveThread',
  method: 'PUT',
  path: '/patients/{subject}/threads/{thread}/archived',
  safe: false,
  answer: shared6,
};
