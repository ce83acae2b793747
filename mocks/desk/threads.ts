import * as z from 'zod/mini';
import { careTeamMember } from '../../src/contract/record/care-team.js';
import { id, pageAnswer, pageRequest } from '../../src/contract/fields.js';
import { thread, threadSummary } from '../../src/contract/messages/threads.js';
import type { ThreadRecord } from '../db/records/index.js';
import { latestFirst } from '../handlers/queries/latest-first.js';
import { pageOf } from '../handlers/queries/pages.js';
import { factsOf, lastMessageOf, summaryOf } from '../handlers/queries/thread-folders.js';
import { memberOf } from '../handlers/record/care-team.js';
import { messagesOf } from '../handlers/record/threads.js';
import { allowed } from '../rules/decision.js';
import { awaitedAnswer } from '../rules/messages/messages.js';
import { deskAct } from './act.js';
import { ofPatient } from './fields.js';
import { noSuchPatient, notThere } from './refusals.js';

export const listCareTeam = deskAct(
  {
    id: 'listCareTeam',
    summary: 'Who looks after a patient: whoever writes to the patient is one of them.',
    method: 'GET',
    path: '/desk/patients/{patient}/care-team',
    request: { params: ofPatient },
    response: z.object({ members: z.array(careTeamMember) }),
    safe: true,
  },
  ({ tables, params }) => {
    if (!tables.patients.get(params.patient)) return noSuchPatient;
    const members = tables.careTeamMembers.by('patientId', params.patient);
    return allowed({ members: members.map(memberOf) });
  },
);

/** A line of the list; what is unread, the patient's side has not read. */
export const deskThread = z.extend(threadSummary, {
  /** Who has written the last message. */
  lastFrom: z.string(),
});
export type DeskThread = z.infer<typeof deskThread>;

const isAwaited = (each: ThreadRecord): boolean => awaitedAnswer(each) !== null;
const lastSentAt = (each: ThreadRecord): number => lastMessageOf(each).sentAt;

const all = latestFirst(lastSentAt);
const awaiting = latestFirst(lastSentAt, isAwaited);
const others = latestFirst(lastSentAt, (each) => !isAwaited(each));

export const searchPatientThreads = deskAct(
  {
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
  },
  ({ tables, params, body }) => {
    if (!tables.patients.get(params.patient)) return noSuchPatient;
    const inOrder = body.awaiting === undefined ? all : body.awaiting ? awaiting : others;
    const page = pageOf(inOrder(tables.threads.by('patientId', params.patient)), body);
    if (!page.ok) return page;
    const { entries, total, nextCursor } = page.value;
    const threads = entries.map(({ document }) => ({
      ...summaryOf(document),
      lastFrom: lastMessageOf(document).from.name,
    }));
    return allowed({ threads, total, nextCursor });
  },
);

export const getDeskThread = deskAct(
  {
    id: 'getDeskThread',
    summary: 'One thread with its messages, oldest first. Reading it here marks nothing as read.',
    method: 'GET',
    path: '/desk/threads/{thread}',
    request: { params: z.object({ thread: id }) },
    response: z.omit(thread, { reply: true, filing: true }),
    safe: true,
  },
  ({ tables, params }) => {
    const found = tables.threads.get(params.thread);
    if (!found) return notThere('There is no such thread.');
    return allowed({ ...factsOf(found), messages: messagesOf(found, tables) });
  },
);
export type DeskThreadMessages = z.infer<typeof getDeskThread.row.response>;
