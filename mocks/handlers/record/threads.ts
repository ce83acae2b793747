import type { Contract } from '../../../src/contract/index.js';
import type { Message, AttachmentSummary } from '../../../src/contract/messages/threads.js';
import type { AttachmentRecord, ThreadRecord } from '../../db/records/index.js';
import type { ReadonlyTables } from '../../db/tables.js';
import { allowed, notFound, type Decision, type Refusal } from '../../rules/decision.js';
import { eligibilityOf } from '../../rules/eligibility.js';
import { decideReply } from '../../rules/messages/messages.js';
import type { RecordAnswer, RecordCall } from '../http/call.js';
import { pageOf } from '../queries/pages.js';
import { decideActing } from '../queries/subjects.js';
import { factsOf, foldersOf, summaryOf } from '../queries/thread-folders.js';
import { withText } from '../queries/thread-search.js';

export const searchThreads: RecordAnswer<Contract['searchThreads']> = (call) => {
  const { tables, record, body } = call;
  const folder = foldersOf(tables.threads.by('patientId', record.patient.id))[body.folder];
  const page = pageOf(withText(body.unreadOnly ? folder.unread : folder.all, body.text), body);
  if (!page.ok) return page;
  const { entries: shown, total, nextCursor } = page.value;
  return allowed({ threads: shown.map(({ summary }) => summary), total, nextCursor });
};

export const getUnreadCount: RecordAnswer<Contract['getUnreadCount']> = (call) => {
  const { inbox } = foldersOf(call.tables.threads.by('patientId', call.record.patient.id));
  return allowed({ threads: inbox.unread.length, messages: inbox.unreadMessages });
};

export const getThread: RecordAnswer<Contract['getThread']> = (call) => {
  const { tables, record, params } = call;
  const found = threadOf(call, params.thread);
  if (!found.ok) return found;
  const thread = found.value;
  const acting = decideActing(record);
  const member = tables.careTeamMembers.get(thread.careTeamMember.id);
  return allowed({
    ...factsOf(thread),
    messages: messagesOf(thread, tables),
    reply: eligibilityOf(acting.ok ? decideReply(thread, member) : acting),
    filing: eligibilityOf(acting),
  });
};

/** The messages of a thread with what is told of their files, oldest first. */
export const messagesOf = (
  { messages }: ThreadRecord,
  { attachments }: Pick<ReadonlyTables, 'attachments'>,
): Message[] =>
  messages.map(({ id, sentAt, from, text, attachmentIds }) => ({
    id,
    sentAt: new Date(sentAt).toISOString(),
    from,
    text,
    attachments: attachmentIds.flatMap((attachmentId) => {
      const attachment = attachments.get(attachmentId);
      return attachment ? [attachmentSummaryOf(attachment)] : [];
    }),
  }));

export const markThreadRead: RecordAnswer<Contract['markThreadRead']> = (call) => {
  const { tables, params, body } = call;
  const found = threadOf(call, params.thread);
  if (!found.ok) return found;
  const thread = found.value;
  const at = thread.messages.findIndex(({ id }) => id === body.through);
  if (at < 0) return noSuchMessage;
  const read: ThreadRecord = { ...thread, readCount: Math.max(thread.readCount, at + 1) };
  if (read.readCount > thread.readCount) tables.threads.put(read);
  return allowed(summaryOf(read));
};

export const archiveThread: RecordAnswer<Contract['archiveThread']> = (call) => {
  const { tables, params, body } = call;
  const found = threadOf(call, params.thread);
  if (!found.ok) return found;
  const thread: ThreadRecord = { ...found.value, archived: body.archived };
  if (thread.archived !== found.value.archived) tables.threads.put(thread);
  return allowed(summaryOf(thread));
};

/** A thread of a record: one of another record is as if it did not exist. */
export const threadOf = (
  { tables, record }: RecordCall,
  threadId: string,
): Decision<ThreadRecord> => {
  const thread = tables.threads.get(threadId);
  return thread?.patientId === record.patient.id ? allowed(thread) : notFound;
};

export const attachmentSummaryOf = ({
  id,
  name,
  type,
  size,
}: AttachmentRecord): AttachmentSummary => ({ id, name, type, size });

const noSuchMessage: Refusal = {
  ok: false,
  kind: 'invalid-request',
  detail: 'The thread has no such message.',
  next: [{ action: 'reload' }],
  errors: [{ pointer: '/body/through', detail: 'Not a message of this thread.' }],
};
