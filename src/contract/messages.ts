import * as z from 'zod/mini';
import { attachmentTypes } from '../policy/portal-policy.js';
import { eligibility } from './eligibility.js';
import { endpoint } from './endpoint.js';
import { day, id, instant, pageAnswer, pageRequest, typed } from './fields.js';
import { idempotencyKey } from './headers.js';

/** What a message is about. */
export const messageTopics = ['question', 'result', 'medication', 'appointment', 'other'] as const;
const messageTopic = z.enum(messageTopics);
export type MessageTopic = (typeof messageTopics)[number];

/** Characters that a title has at most. */
export const titleLength = 120;

/** Characters that a message has at most. */
export const messageLength = 8000;

/** Messages that a thread has at most, so that it can be answered as one: after that a new one begins. */
export const threadLength = 500;

/** Text of a message, or its title: more than space. */
const written = (most: number) =>
  z.string().check(z.minLength(1), z.maxLength(most), z.regex(/\S/));

/**
 * `inbox`: what the care team has written. `sent`: what the patient's side has written; a thread with
 * both is in both. `archive`: what was put away, of either, which is in neither of them.
 */
export const folders = ['inbox', 'sent', 'archive'] as const;
export type Folder = (typeof folders)[number];

const count = z.int().check(z.minimum(0));

/** The member of the care team that a thread is with, by the name and role of when it began. */
const correspondent = z.object({ id, name: z.string(), role: z.string() });

const threadFacts = {
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

export const threadQuery = z.object({
  folder: z.enum(folders),
  /** Words of titles, names and messages; letter case and accents do not matter. */
  text: z.optional(typed(100, 0)),
  unreadOnly: z.optional(z.boolean()),
  ...pageRequest,
});
export type ThreadQuery = z.infer<typeof threadQuery>;

const ofRecord = z.object({ subject: id });
const ofThread = z.object({ subject: id, thread: id });

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
  refusals: ['session.idle-logout'],
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
  refusals: ['session.idle-logout'],
});

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
  refusals: ['session.idle-logout'],
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
  safe: false,
  activity: true,
  refusals: ['session.idle-logout', 'proxy.friends-and-family'],
});

export const archiveThread = endpoint({
  id: 'archiveThread',
  summary: 'Put a thread into the archive, or back. A new message brings it back by itself.',
  method: 'PUT',
  path: '/patients/{subject}/threads/{thread}/archived',
  request: { params: ofThread, body: z.object({ archived: z.boolean() }) },
  response: threadSummary,
  access: 'session',
  safe: false,
  activity: true,
  audit: 'archived-message',
  refusals: ['session.idle-logout', 'proxy.friends-and-family'],
});

/** A text of the hospital's own, by language. */
const localizedText = z.object({ en: z.string(), es: z.optional(z.string()) });

export const getWritingRules = endpoint({
  id: 'getWritingRules',
  summary: 'What is said before writing (`messages.not-urgent`), and what a message may be.',
  method: 'GET',
  path: '/patients/{subject}/messages/rules',
  request: { params: ofRecord },
  response: z.object({
    /** Whether this account may write in this record. */
    writing: eligibility,
    emergencyNumber: z.string(),
    /** Whom to call if it cannot wait and is no emergency. */
    urgentContact: z.object({ name: localizedText, phone: z.string() }),
    /** Business days until an answer, as a rule. */
    replyBusinessDays: z.object({ from: z.optional(count), to: count }),
    /** The day by which a message that is sent now is answered (`messages.reply-time`). */
    expectedBy: day,
    topics: z.array(messageTopic),
    /** Characters. */
    longestTitle: count,
    longestText: count,
    attachments: z.object({
      /** 0: no files at all. */
      maxFiles: count,
      /** Of one file, and of all of a message. */
      maxFileBytes: count,
      maxTotalBytes: count,
      types: z.array(z.enum(attachmentTypes)),
    }),
  }),
  access: 'session',
  safe: true,
  activity: true,
  refusals: ['session.idle-logout'],
});

/** What a writer can say to a refusal that asks: it is meant so. */
export const confirmations = ['not-urgent', 'own-record'] as const;
export type Confirmation = (typeof confirmations)[number];

const writing = {
  text: written(messageLength),
  /** Files added before, in this order (`addAttachment`). */
  attachmentIds: z.array(id).check(z.maxLength(20)),
  /** `not-urgent`: it is no emergency. `own-record`: it is about whose record it is written in. */
  confirmed: z.array(z.enum(confirmations)).check(z.maxLength(confirmations.length)),
  /** The draft that this was, which is dropped with files of it that are not sent; null: none. */
  draft: z.nullable(id),
};

/** How sending a message is called, and answered. */
const sending = {
  method: 'POST',
  response: z.object({
    thread: id,
    message: id,
    sentAt: instant,
    /** The day by which an answer is promised (`messages.reply-time`). */
    expectedBy: day,
  }),
  access: 'session',
  safe: false,
  activity: true,
  audit: 'sent-message',
} as const;

export const sendMessage = endpoint({
  ...sending,
  id: 'sendMessage',
  summary: 'Begin a thread with a member of the care team.',
  path: '/patients/{subject}/threads',
  request: {
    params: ofRecord,
    headers: idempotencyKey,
    body: z.object({
      /** A member of the care team of this record. */
      recipient: id,
      topic: messageTopic,
      title: written(titleLength),
      ...writing,
    }),
  },
  refusals: [
    'session.idle-logout',
    'proxy.friends-and-family',
    'messages.not-urgent',
    'messages.own-record',
  ],
});

export const replyToThread = endpoint({
  ...sending,
  id: 'replyToThread',
  summary: 'Answer in a thread.',
  path: '/patients/{subject}/threads/{thread}/messages',
  request: { params: ofThread, headers: idempotencyKey, body: z.object(writing) },
  refusals: [
    'session.idle-logout',
    'proxy.friends-and-family',
    'messages.reply-time',
    'messages.not-urgent',
    'messages.own-record',
  ],
});
