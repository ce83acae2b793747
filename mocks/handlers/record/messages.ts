import {
  messageLength,
  titleLength,
  type Confirmation,
} from '../../../src/contract/messages/messages.js';
import type { Contract } from '../../../src/contract/index.js';
import { messageTopics } from '../../../src/contract/messages/threads.js';
import type { AttachmentRecord, Message, ThreadRecord } from '../../db/records/index.js';
import { randomToken } from '../../tokens.js';
import { bytesOf, decideFiles } from '../../rules/messages/attachments.js';
import { allowed, type Decision, type Refusal } from '../../rules/decision.js';
import { attachmentLimitsOf } from '../../rules/default-lists.js';
import { eligibilityOf } from '../../rules/eligibility.js';
import { decideMessage, decideReply, promisedAnswer } from '../../rules/messages/messages.js';
import { unsentFile } from './attachments.js';
import type { RecordAnswer, RecordCall } from '../http/call.js';
import { dropDraft } from './drafts.js';
import { decideActing, fullName, openRecordsOf } from '../queries/subjects.js';
import { threadOf } from './threads.js';

export const getWritingRules: RecordAnswer<Contract['getWritingRules']> = (call) => {
  const { policy, now, record } = call;
  const { emergencyNumber, urgentContact, replyBusinessDays } = policy.messages;
  const limits = attachmentLimitsOf(policy);
  return allowed({
    writing: eligibilityOf(decideActing(record)),
    emergencyNumber,
    urgentContact: { name: urgentContact, phone: policy.support.officePhone },
    replyBusinessDays,
    expectedBy: promisedAnswer(now, policy),
    topics: [...messageTopics],
    longestTitle: titleLength,
    longestText: messageLength,
    attachments: { maxFiles: limits.maxFiles, ...bytesOf(limits), types: limits.types },
  });
};

export const sendMessage: RecordAnswer<Contract['sendMessage']> = (call) => {
  const { tables, record, body } = call;
  const member = tables.careTeamMembers.get(body.recipient);
  if (member?.patientId !== record.patient.id) return noSuchRecipient;
  const written = writtenBy(call, body);
  if (!written.ok) return written;

  const { message, files } = written.value;
  const thread: ThreadRecord = {
    id: randomToken(),
    patientId: record.patient.id,
    title: body.title,
    topic: body.topic,
    careTeamMember: { id: member.id, name: member.name, role: member.role },
    messages: [message],
    readCount: 1,
    archived: false,
    closed: false,
  };
  return allowed(store(call, thread, message, files));
};

export const replyToThread: RecordAnswer<Contract['replyToThread']> = (call) => {
  const { tables, params, body } = call;
  const found = threadOf(call, params.thread);
  if (!found.ok) return found;
  const thread = found.value;
  const reply = decideReply(thread, tables.careTeamMembers.get(thread.careTeamMember.id));
  if (!reply.ok) return reply;
  const written = writtenBy(call, body);
  if (!written.ok) return written;

  const { message, files } = written.value;
  const answered: ThreadRecord = {
    ...thread,
    messages: [...thread.messages, message],
    readCount: thread.readCount + Number(thread.readCount === thread.messages.length),
    archived: false,
  };
  return allowed(store(call, answered, message, files));
};

interface Writing {
  readonly title?: string;
  readonly text: string;
  readonly attachmentIds: readonly string[];
  readonly confirmed: readonly Confirmation[];
}

interface Written {
  readonly message: Message & { readonly expectedBy: string };
  readonly files: readonly AttachmentRecord[];
}

/** The message that a request asks to send, and its files, if the rules let it. */
const writtenBy = (call: RecordCall, writing: Writing): Decision<Written> => {
  const { policy, now, account, record } = call;
  const subject = record.patient;
  const records = openRecordsOf(call, account);
  const [{ patient: writer }] = records;
  const others = records
    .filter(({ patient }) => patient.id !== subject.id)
    .map(({ patient, proxy }) => ({ patient, canWrite: proxy?.access !== 'view' }));
  const sendable = decideMessage(writing, { subject, writer, others }, policy);
  if (!sendable.ok) return sendable;
  const files = filesOf(call, writing.attachmentIds);
  if (!files.ok) return files;
  const fitting = decideFiles(files.value, attachmentLimitsOf(policy));
  if (!fitting.ok) return fitting;
  return allowed({
    message: {
      id: randomToken(),
      sentAt: now,
      from: { side: 'patient', name: fullName(writer) },
      text: writing.text,
      attachmentIds: files.value.map(({ id }) => id),
      expectedBy: promisedAnswer(now, policy),
    },
    files: files.value,
  });
};

/** The writer's own files that are not sent yet; one that is named twice goes once. */
const filesOf = (
  call: RecordCall,
  ids: readonly string[],
): Decision<readonly AttachmentRecord[]> => {
  const files: AttachmentRecord[] = [];
  for (const id of new Set(ids)) {
    const file = unsentFile(call, call.record.patient.id, id);
    if (!file) return noSuchFile(ids.indexOf(id));
    files.push(file);
  }
  return allowed(files);
};

/** Sends: the thread has the message, the files belong to it, and the draft is gone, all at once. */
const store = (
  call: RecordCall & { readonly body: { readonly draft: string | null } },
  thread: ThreadRecord,
  message: Written['message'],
  files: readonly AttachmentRecord[],
) => {
  const { tables, body } = call;
  tables.threads.put(thread);
  for (const file of files) tables.attachments.put({ ...file, threadId: thread.id });
  if (body.draft !== null) dropDraft(call, thread.patientId, body.draft);
  return {
    thread: thread.id,
    message: message.id,
    sentAt: new Date(message.sentAt).toISOString(),
    expectedBy: message.expectedBy,
  };
};

const noSuchRecipient: Refusal = {
  ok: false,
  kind: 'invalid-request',
  detail: 'The recipient is nobody of the care team of this record.',
  next: [{ action: 'reload' }],
  errors: [{ pointer: '/body/recipient', detail: 'Nobody of the care team.' }],
};

const noSuchFile = (index: number): Refusal => ({
  ok: false,
  kind: 'invalid-request',
  detail: 'A file is not there, or was sent before.',
  next: [{ action: 'try-again' }],
  errors: [{ pointer: `/body/attachmentIds/${index}`, detail: 'No file that can be sent.' }],
});
