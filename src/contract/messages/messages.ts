import * as z from 'zod/mini';
import { attachmentTypes } from '../../policy/portal-policy.js';
import { eligibility } from '../eligibility.js';
import { endpoint } from '../endpoint.js';
import { day, id, instant } from '../fields.js';
import { idempotencyKey } from '../headers.js';
import { messageTopic } from './threads.js';

/** Characters that a title has at most. */
export const titleLength = 120;

/** Characters that a message has at most. */
export const messageLength = 8000;

/** Text of a message, or its title: more than space. */
export const written = (most: number) =>
  z.string().check(z.minLength(1), z.maxLength(most), z.regex(/\S/));

const count = z.int().check(z.minimum(0));

/** A text of the hospital's own, by language. */
const localizedText = z.object({ en: z.string(), es: z.optional(z.string()) });

export const getWritingRules = endpoint({
  id: 'getWritingRules',
  summary: 'What is said before writing (`messages.not-urgent`), and what a message may be.',
  method: 'GET',
  path: '/patients/{subject}/messages/rules',
  request: { params: z.object({ subject: id }) },
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
  refusals: [],
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
  acts: true,
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
    params: z.object({ subject: id }),
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
    'proxy.friends-and-family/view-only',
    'messages.not-urgent',
    'messages.own-record/certain',
    'messages.own-record/possible',
  ],
});

export const replyToThread = endpoint({
  ...sending,
  id: 'replyToThread',
  summary: 'Answer in a thread.',
  path: '/patients/{subject}/threads/{thread}/messages',
  request: {
    params: z.object({ subject: id, thread: id }),
    headers: idempotencyKey,
    body: z.object(writing),
  },
  refusals: [
    'proxy.friends-and-family/view-only',
    'messages.reply-time',
    'messages.not-urgent',
    'messages.own-record/certain',
    'messages.own-record/possible',
  ],
});
