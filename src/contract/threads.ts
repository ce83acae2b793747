import * as z from 'zod/mini';
import { attachmentTypes } from '../policy/portal-policy.js';
import { endpoint } from './endpoint.js';
import { day, id, instant, pageAnswer, pageRequest, typed } from './fields.js';

/** What a message is about. */
export const messageTopics = ['question', 'result', 'medication', 'appointment', 'other'] as const;
export const messageTopic = z.enum(messageTopics);
export type MessageTopic = (typeof messageTopics)[number];

/** Messages that a thread has at most, so that it can be answered as one: after that a new one begins. */
export const threadLength = 500;

/**
 * `inbox`: what the care team has written. `sent`: what the patient's side has written; a thread with
 * both is in both. `archive`: what was put away, of either, which is in neither of them.
 */
export const folders = ['inbox', 'sent', 'archive'] as const;
export type Folder = (typeof folders)[number];

const count = z.int().check(z.minimum(0));

/** The member of the care team that a thread is with, by the name and role of when it began. */
const correspondent = z.object({ id, name: z.string(), role: z.string() });

/** What is told of a thread, alone and in a list. */
export const threadFacts = {
  id,
  title: z.string(),
  topic: messageTopic,
  careTeamMember: correspondent,
  lastMessageAt: instant,
  messageCount: count,
  /** Messages of the care team that the patient's side has not read. */
  unreadCount: count,
  /** The day by which an answer is promised (`messages.reply-time`); null: none is awaited. */
  expectedBy: z.nullable(day),
  archived: z.boolean(),
  /** Whether the care team has closed it. */
  closed: z.boolean(),
};

/** A line of the list. */
export const threadSummary = z.object({
  ...threadFacts,
  /** How the last message begins, in one line. */
  preview: z.string(),
  hasAttachments: z.boolean(),
});
export type ThreadSummary = z.infer<typeof threadSummary>;

/** What is told of a file without its content (FHIR Attachment). */
export const attachmentSummary = z.object({
  id,
  name: z.string(),
  type: z.enum(attachmentTypes),
  /** Bytes. */
  size: count,
});
export type AttachmentSummary = z.infer<typeof attachmentSummary>;

export const threadQuery = z.object({
  folder: z.enum(folders),
  /** Words of titles, names and messages; letter case and accents do not matter. */
  text: z.optional(typed(100, 0)),
  unreadOnly: z.optional(z.boolean()),
  ...pageRequest,
});
export type ThreadQuery = z.infer<typeof threadQuery>;

const ofRecord = z.object({ subject: id });

export const searchThreads = endpoint({
  id: 'searchThreads',
  summary:
    'Threads of a folder, the one with the latest message first. A POST, so that no search word stands in a URL.',
  method: 'POST',
  path: '/patients/{subject}/threads/search',
  request: { params: ofRecord, body: threadQuery },
  response: z.object({ threads: z.array(threadSummary), ...pageAnswer }),
  access: 'session',
  safe: true,
  activity: true,
  audit: 'viewed-messages',
  refusals: [],
});

export const getUnreadCount = endpoint({
  id: 'getUnreadCount',
  summary: 'How much in the inbox is unread. Asking for it again and again keeps no session alive.',
  method: 'GET',
  path: '/patients/{subject}/threads/unread',
  request: { params: ofRecord },
  response: z.object({ threads: count, messages: count }),
  access: 'session',
  safe: true,
  activity: false,
  refusals: [],
});
