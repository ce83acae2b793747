import type { ThreadRecord } from '../../db/records/index.js';
import { memberOf } from '../../handlers/record/care-team.js';
import { latestFirst } from '../../handlers/queries/latest-first.js';
import { pageOf } from '../../handlers/queries/pages.js';
import { factsOf, lastMessageOf, summaryOf } from '../../handlers/queries/thread-folders.js';
import { messagesOf } from '../../handlers/record/threads.js';
import { allowed } from '../../rules/decision.js';
import { awaitedAnswer } from '../../rules/messages.js';
import { answerMessage as answer } from '../answer-message.js';
import { closeThread as close } from '../close-thread.js';
import type { DeskThread } from '../contract/messages.js';
import { DeskError } from '../desk-error.js';
import { writeMessage as write } from '../write-message.js';
import { done, type DeskAnswer } from './answer.js';
import { knownPatient } from './patients.js';

export const listCareTeam: DeskAnswer<'listCareTeam'> = ({ hospital, params }) => {
  const { id } = knownPatient(hospital, params.patient);
  const members = hospital.db.tables.careTeamMembers.by('patientId', id);
  return allowed({ members: members.map(memberOf) });
};

const isAwaited = (thread: ThreadRecord): boolean => awaitedAnswer(thread) !== null;
const lastSentAt = (thread: ThreadRecord): number => lastMessageOf(thread).sentAt;

const all = latestFirst(lastSentAt);
const awaiting = latestFirst(lastSentAt, isAwaited);
const others = latestFirst(lastSentAt, (thread) => !isAwaited(thread));

export const searchPatientThreads: DeskAnswer<'searchPatientThreads'> = ({
  hospital,
  params,
  body,
}) => {
  const { id } = knownPatient(hospital, params.patient);
  const inOrder = body.awaiting === undefined ? all : body.awaiting ? awaiting : others;
  const page = pageOf(inOrder(hospital.db.tables.threads.by('patientId', id)), body);
  if (!page.ok) return page;
  const { entries, total, nextCursor } = page.value;
  const threads = entries.map(({ document }) => deskThreadOf(document));
  return allowed({ threads, total, nextCursor });
};

export const getDeskThread: DeskAnswer<'getDeskThread'> = ({ hospital, params }) => {
  const { tables } = hospital.db;
  const thread = tables.threads.get(params.thread);
  if (!thread) throw new DeskError('not-found', 'There is no such thread.');
  return allowed({ ...factsOf(thread), messages: messagesOf(thread, tables) });
};

export const writeMessage: DeskAnswer<'writeMessage'> = async ({ hospital, params, body }) => {
  const { id } = knownPatient(hospital, params.patient);
  return allowed({ thread: await write(hospital, id, body) });
};

export const answerMessage: DeskAnswer<'answerMessage'> = ({ hospital, params, body }) =>
  done(answer(hospital, params.thread, body));

export const closeThread: DeskAnswer<'closeThread'> = ({ hospital, params }) =>
  done(close(hospital, params.thread));

const deskThreadOf = (thread: ThreadRecord): DeskThread => ({
  ...summaryOf(thread),
  lastFrom: lastMessageOf(thread).from.name,
});
