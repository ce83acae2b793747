// Made from src/contract by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../../client-endpoint.js';
import type { Contract } from '../../index.js';
import {
  day,
  instant,
  list,
  nullable,
  object,
  oneOf,
  text,
  truth,
  whole,
} from '../../../shape/shape.js';
import { messageTopic } from '../shapes/message-topic.js';
import { attachmentSummary } from '../shapes/attachment-summary.js';
import { eligibility } from '../shapes/eligibility.js';
import { threadSummary } from '../shapes/thread-summary.js';

export const getThread: ClientEndpointOf<Contract['getThread']> = {
  id: 'getThread',
  method: 'GET',
  path: '/patients/{subject}/threads/{thread}',
  safe: true,
  answer: object({
    id: text,
    title: text,
    topic: messageTopic,
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
        attachments: list(attachmentSummary),
      }),
    ),
    reply: eligibility,
    filing: eligibility,
  }),
};

export const markThreadRead: ClientEndpointOf<Contract['markThreadRead']> = {
  id: 'markThreadRead',
  method: 'PUT',
  path: '/patients/{subject}/threads/{thread}/read',
  safe: false,
  answer: threadSummary,
};

export const archiveThread: ClientEndpointOf<Contract['archiveThread']> = {
  id: 'archiveThread',
  method: 'PUT',
  path: '/patients/{subject}/threads/{thread}/archived',
  safe: false,
  answer: threadSummary,
};
