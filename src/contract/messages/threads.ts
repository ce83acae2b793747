import * as z from 'zod/mini';
import { attachmentTypes } from '../../policy/portal-policy.js';
import { eligibility } from '../eligibility.js';
import { endpoint } from '../endpoint.js';
import { day, id, instant, pageAnswer, pageRequest, typed } from '../fields.js';

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

/** A message of a thread (FHIR Communication). */
const message = z.object({
  id,
  sentAt: instant,
  from: z.object({
    /** `patient`: the patient, or somebody who writes for them, by their own name. */
    side: z.enum(['patient', 'care-team']),
    name: z.string(),
  }),
  text: z.string(),
  attachments: z.array(attachmentSummary),
});
export type Message = z.infer<typeof message>;

/** A thread with all of its messages, oldest first. */
export const thread = z.object({
  ...threadFacts,
  messages: z.array(message),
  /** Whether it can be answered (`replyToThread`). */
  reply: eligibility,
  /** Whether this account may mark it as read, and archive it. */
  filing: eligibility,
});
export type Thread = z.infer<typeof thread>;

const ofThread = z.object({ subject: id, thread: id });

export const getThread = endpoint({
  id: 'getThread',
  summary: 'One thread, whole. Reading it marks nothing as read.',
  method: 'GET',
  path: '/patients/{subject}/threads/{thread}',
  request: { params: ofThread },
  response: thread,
  access: 'session',
  safe: true,
  activity: true,
  audit: 'viewed-message',
  refusals: [],
});

export const markThreadRead = endpoint({
  id: 'markThreadRead',
  summary: 'Mark a thread as read up to a message. What was read further on stays read.',
  method: 'PUT',
  path: '/patients/{subject}/threads/{thread}/read',
  request: {
    params: ofThread,
    body: z.object({
      /** Id of the last message that was shown. */
      through: id,
    }),
  },
  response: threadSummary,
  access: 'session',
  acts: true,
  safe: false,
  activity: true,
  refusals: ['proxy.friends-and-family/view-only'],
});

export const archiveThread = endpoint({
  id: 'archiveThread',
  summary: 'Put a thread into the archive, or back. A new message brings it back by itself.',
  method: 'PUT',
  path: '/patients/{subject}/threads/{thread}/archived',
  request: { params: ofThread, body: z.object({ archived: z.boolean() }) },
  response: threadSummary,
  access: 'session',
  acts: true,
  safe: false,
  activity: true,
  audit: 'archived-message',
  refusals: ['proxy.friends-and-family/view-only'],
});
