// Made from src/contract by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type { Contract } from '../index.js';
import { day, instant, list, object, oneOf, text, whole } from '../../shape/shape.js';
import { messageTopic } from './shapes/message-topic.js';
import { eligibility } from './shapes/eligibility.js';

const shared1 = object({ thread: text, message: text, sentAt: instant, expectedBy: day });

export const getWritingRules: ClientEndpointOf<Contract['getWritingRules']> = {
  id: 'getWritingRules',
  method: 'GET',
  path: '/patients/{subject}/messages/rules',
  safe: true,
  answer: object({
    writing: eligibility,
    emergencyNumber: text,
    urgentContact: object({ name: object({ en: text, 'es?': text }), phone: text }),
    replyBusinessDays: object({ 'from?': whole, to: whole }),
    expectedBy: day,
    topics: list(messageTopic),
    longestTitle: whole,
    longestText: whole,
    attachments: object({
      maxFiles: whole,
      maxFileBytes: whole,
      maxTotalBytes: whole,
      types: list(oneOf('image/jpeg', 'image/png', 'application/pdf', 'text/plain')),
    }),
  }),
};

export const sendMessage: ClientEndpointOf<Contract['sendMessage']> = {
  id: 'sendMessage',
  method: 'POST',
  path: '/patients/{subject}/threads',
  safe: false,
  answer: shared1,
};

export const replyToThread: ClientEndpointOf<Contract['replyToThread']> = {
  id: 'replyToThread',
  method: 'POST',
  path: '/patients/{subject}/threads/{thread}/messages',
  safe: false,
  answer: shared1,
};
