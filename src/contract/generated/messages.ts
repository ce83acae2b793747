// Made from src/contract/messages.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../messages.js';
import { list, object, oneOf, tagged, text, whole } from '../../shape/shape.js';
import { day, instant } from '../../shape/more-shapes.js';

const shared1 = object({ thread: text, message: text, sentAt: instant, expectedBy: day });

export const getWritingRules: ClientEndpointOf<typeof contract.getWritingRules> = {
  id: 'getWritingRules',
  method: 'GET',
  path: '/patients/{subject}/messages/rules',
  safe: true,
  answer: object({
    writing: tagged('allowed', {
      true: object({ allowed: oneOf(true) }),
      false: object({
        allowed: oneOf(false),
        rule: text,
        'case?': text,
        next: list(
          object({
            action: text,
            'contact?': object({ name: text, phone: text }),
            'subject?': text,
            'at?': instant,
          }),
        ),
      }),
    }),
    emergencyNumber: text,
    urgentContact: object({ name: object({ en: text, 'es?': text }), phone: text }),
    replyBusinessDays: object({ 'from?': whole, to: whole }),
    expectedBy: day,
    topics: list(oneOf('question', 'result', 'medication', 'appointment', 'other')),
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

export const sendMessage: ClientEndpointOf<typeof contract.sendMessage> = {
  id: 'sendMessage',
  method: 'POST',
  path: '/patients/{subject}/threads',
  safe: false,
  answer: shared1,
};

export const replyToThread: ClientEndpointOf<typeof contract.replyToThread> = {
  id: 'replyToThread',
  method: 'POST',
  path: '/patients/{subject}/threads/{thread}/messages',
  safe: false,
  answer: shared1,
};
