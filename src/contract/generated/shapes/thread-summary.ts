// Made from src/contract by `npm run generate`. Do not edit.

import { day, instant, nullable, object, text, truth, whole } from '../../../shape/shape.js';
import { messageTopic } from './message-topic.js';

export const threadSummary = object({
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
  preview: text,
  hasAttachments: truth,
});
