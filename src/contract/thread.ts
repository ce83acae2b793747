import * as z from 'zod/mini';
import { eligibility } from './eligibility.js';
import { endpoint } from './endpoint.js';
import { id, instant } from './fields.js';
import { attachmentSummary, threadFacts, threadSummary } from './threads.js';

/*
 * Apart from the list, so that the checks of a whole thread are fetched with the first that is opened.
 */

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
