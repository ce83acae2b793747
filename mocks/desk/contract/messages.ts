import * as z from 'zod/mini';
import { careTeamMember } from '../../../src/contract/care-team.js';
import { id, pageAnswer, pageRequest } from '../../../src/contract/fields.js';
import { messageLength, titleLength, written } from '../../../src/contract/messages.js';
import { thread } from '../../../src/contract/thread.js';
import { messageTopic, threadSummary } from '../../../src/contract/threads.js';
import { deskEndpoint } from './desk-endpoint.js';
import { staffName } from './written.js';

const ofPatient = z.object({ patient: id });
const ofThread = z.object({ thread: id });

/** A line of the list; what is unread, the patient's side has not read. */
export const deskThread = z.extend(threadSummary, {
  /** Who has written the last message. */
  lastFrom: z.string(),
});
export type DeskThread = z.infer<typeof deskThread>;

export const listCareTeam = deskEndpoint({
  id: 'listCareTeam',
  summary: 'Who looks after a patient: whoever writes to the patient is one of them.',
  method: 'GET',
  path: '/desk/patients/{patient}/care-team',
  request: { params: ofPatient },
  response: z.object({ members: z.array(careTeamMember) }),
  safe: true,
});

export const searchPatientThreads = deskEndpoint({
  id: 'searchPatientThreads',
  summary: 'A patient’s threads, the one with the latest message first.',
  method: 'POST',
  path: '/desk/patients/{patient}/threads/search',
  request: {
    params: ofPatient,
    body: z.object({
      /** Only those in which the patient’s side waits for an answer, or does not. */
      awaiting: z.optional(z.boolean()),
      ...pageRequest,
    }),
  },
  response: z.object({ threads: z.array(deskThread), ...pageAnswer }),
  safe: true,
});

export const getDeskThread = deskEndpoint({
  id: 'getDeskThread',
  summary: 'One thread with its messages, oldest first. Reading it here marks nothing as read.',
  method: 'GET',
  path: '/desk/threads/{thread}',
  request: { params: ofThread },
  response: z.omit(thread, { reply: true, filing: true }),
  safe: true,
});
export type DeskThreadMessages = z.infer<typeof getDeskThread.response>;

export const writeMessage = deskEndpoint({
  id: 'writeMessage',
  summary: 'Begins a thread for a member of the care team.',
  method: 'POST',
  path: '/desk/patients/{patient}/threads',
  request: {
    params: ofPatient,
    body: z.object({
      /** The member of the care team. */
      by: id,
      topic: messageTopic,
      title: written(titleLength),
      text: written(messageLength),
    }),
  },
  response: z.object({ thread: id }),
  safe: false,
});

export const answerMessage = deskEndpoint({
  id: 'answerMessage',
  summary: 'Answers a thread for the care team.',
  method: 'POST',
  path: '/desk/threads/{thread}/messages',
  request: {
    params: ofThread,
    body: z.object({ by: staffName, text: written(messageLength) }),
  },
  response: null,
  safe: false,
});

export const closeThread = deskEndpoint({
  id: 'closeThread',
  summary: 'Closes a thread: nothing can be answered in it any more.',
  method: 'POST',
  path: '/desk/threads/{thread}/close',
  request: { params: ofThread },
  response: null,
  safe: false,
});
