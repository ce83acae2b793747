import * as z from 'zod/mini';
import { id } from '../../src/contract/fields.js';
import { messageLength, titleLength, written } from '../../src/contract/messages/messages.js';
import { messageTopic } from '../../src/contract/messages/threads.js';
import type { Message, ThreadRecord } from '../db/records/index.js';
import { notifyOfNewInformation } from '../emails.js';
import { randomToken } from '../tokens.js';
import { allowed } from '../rules/decision.js';
import { deskAct } from './act.js';
import { ofPatient, staffName } from './fields.js';
import { conflict, noSuchPatient, notThere } from './refusals.js';
import { recordStaffAction } from './staff-action.js';

/** Whoever gets a letter is told that there is something new, not what (`messages.signed-in-only`). */
export const writeMessage = deskAct(
  {
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
  },
  (call) => {
    const { tables, policy, now, params, body } = call;
    const { patient: patientId } = params;
    if (!tables.patients.get(patientId)) return noSuchPatient;
    const member = tables.careTeamMembers.get(body.by);
    if (member?.patientId !== patientId) {
      return notThere('There is no such member of the care team.');
    }
    const thread: ThreadRecord = {
      id: randomToken(),
      patientId,
      title: body.title,
      topic: body.topic,
      careTeamMember: { id: member.id, name: member.name, role: member.role },
      messages: [messageOf(member.name, body.text, now)],
      readCount: 0,
      archived: false,
      closed: false,
    };
    tables.threads.put(thread);
    recordStaffAction(call, { patientId, action: 'sent-message', by: member.name });
    notifyOfNewInformation(tables, patientId, policy, now);
    return allowed({ thread: thread.id });
  },
);

const ofThread = z.object({ thread: id });

/** A thread that was archived comes back into the inbox. */
export const answerMessage = deskAct(
  {
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
  },
  (call) => {
    const { tables, policy, now, params } = call;
    const { by, text } = call.body;
    const thread = tables.threads.get(params.thread);
    if (!thread) return noSuchThread;
    if (thread.closed) return conflict('The thread is closed.');
    const messages = [...thread.messages, messageOf(by, text, now)] as const;
    tables.threads.put({ ...thread, messages, archived: false });
    const { patientId } = thread;
    recordStaffAction(call, { patientId, action: 'sent-message', by });
    notifyOfNewInformation(tables, patientId, policy, now);
    return allowed(undefined);
  },
);

/** Nobody of the care team reads on. */
export const closeThread = deskAct(
  {
    id: 'closeThread',
    summary: 'Closes a thread: nothing can be answered in it any more.',
    method: 'POST',
    path: '/desk/threads/{thread}/close',
    request: { params: ofThread },
    response: null,
    safe: false,
  },
  (call) => {
    const { tables, params } = call;
    const thread = tables.threads.get(params.thread);
    if (!thread) return noSuchThread;
    tables.threads.put({ ...thread, closed: true });
    recordStaffAction(call, { patientId: thread.patientId, action: 'closed-message' });
    return allowed(undefined);
  },
);

const noSuchThread = notThere('There is no such thread.');

const messageOf = (name: string, text: string, sentAt: number): Message => ({
  id: randomToken(),
  sentAt,
  from: { side: 'care-team', name },
  text,
  attachmentIds: [],
  expectedBy: null,
});
