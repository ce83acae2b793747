import type { Contract } from '../../../src/contract/index.js';
import type { AttachmentRecord } from '../../db/records/index.js';
import { decideFile, isForgotten, isOrphan, sizeOf } from '../../rules/messages/attachments.js';
import { allowed, notFound, refused, type Refusal } from '../../rules/decision.js';
import { attachmentLimitsOf } from '../../rules/default-lists.js';
import { cleanFileName } from '../../rules/file-names.js';
import { decideUnsent } from '../../rules/messages/unsent.js';
import type { RecordAnswer, RecordCall } from '../http/call.js';
import { attachmentSummaryOf } from './threads.js';

export const addAttachment: RecordAnswer<Contract['addAttachment']> = (call) => {
  const { tables, policy, now, account, record, params, body } = call;
  const type = decideFile(body.data, attachmentLimitsOf(policy));
  if (!type.ok) return type;
  const file: AttachmentRecord = {
    id: params.attachment,
    patientId: record.patient.id,
    accountId: account.id,
    name: cleanFileName(body.name, type.value),
    type: type.value,
    size: sizeOf(body.data),
    data: body.data,
    threadId: null,
    draft: body.draft,
    addedAt: now,
  };
  const stored = tables.attachments.get(file.id);
  if (stored) return isSameFile(stored, file) ? allowed(attachmentSummaryOf(stored)) : idTaken;
  dropForgotten(call, account.id);
  const fits = decideUnsent('files', unsentCount(call, account.id), policy);
  if (!fits.ok) return fits;
  tables.attachments.put(file);
  return allowed(attachmentSummaryOf(file));
};

export const getAttachment: RecordAnswer<Contract['getAttachment']> = (call) => {
  const { subject, attachment: id } = call.params;
  const file = sentFile(call, subject, id) ?? unsentFile(call, subject, id);
  return file ? allowed({ ...attachmentSummaryOf(file), data: file.data }) : notFound;
};

export const removeAttachment: RecordAnswer<Contract['removeAttachment']> = (call) => {
  const { tables, params } = call;
  if (sentFile(call, params.subject, params.attachment)) return sentStays;
  const file = unsentFile(call, params.subject, params.attachment);
  if (file) tables.attachments.delete(file.id);
  return allowed(undefined);
};

/** A file that was sent in a record. */
const sentFile = (
  { tables }: Pick<RecordCall, 'tables'>,
  patientId: string,
  id: string,
): AttachmentRecord | undefined => {
  const file = tables.attachments.get(id);
  return file?.patientId === patientId && file.threadId !== null ? file : undefined;
};

/** A file that whoever is signed in has brought to a record and not sent: nobody else sees it. */
export const unsentFile = (
  { tables, account }: Pick<RecordCall, 'tables' | 'account'>,
  patientId: string,
  id: string,
): AttachmentRecord | undefined => {
  const file = tables.attachments.get(id);
  const isOwn = file?.accountId === account.id && file.patientId === patientId;
  return isOwn && file.threadId === null ? file : undefined;
};

/** Drops the files that an account brought for a draft and has not sent with it. */
export const dropFilesOfDraft = (
  { tables, account }: Pick<RecordCall, 'tables' | 'account'>,
  patientId: string,
  draft: string,
): void => {
  for (const file of tables.attachments.by('unsentBy', account.id)) {
    if (file.patientId === patientId && file.draft === draft) tables.attachments.delete(file.id);
  }
};

/** What an account brought long ago and never sent goes when it brings something new. */
const dropForgotten = (
  { tables, now }: Pick<RecordCall, 'tables' | 'now'>,
  accountId: string,
): void => {
  for (const file of tables.attachments.by('unsentBy', accountId)) {
    if (isForgotten(file, now)) tables.attachments.delete(file.id);
  }
};

/** How many an account has, once those are dropped that it could find nowhere, if there are many. */
const unsentCount = ({ tables, policy, now }: RecordCall, accountId: string): number => {
  const unsent = tables.attachments.by('unsentBy', accountId);
  if (unsent.length >= policy.messages.unsent.files) {
    const drafts = new Set(
      tables.drafts
        .by('accountId', accountId)
        .flatMap(({ patientId, name, content }) => (content ? [`${patientId} ${name}`] : [])),
    );
    for (const file of unsent) {
      const hasDraft = drafts.has(`${file.patientId} ${file.draft}`);
      if (isOrphan(file, hasDraft, now)) tables.attachments.delete(file.id);
    }
  }
  return tables.attachments.by('unsentBy', accountId).length;
};

/** Whether a request has come again. */
const isSameFile = (stored: AttachmentRecord, file: AttachmentRecord): boolean =>
  (['patientId', 'accountId', 'name', 'data', 'draft'] as const).every(
    (member) => stored[member] === file[member],
  );

const idTaken: Refusal = {
  ok: false,
  kind: 'conflict',
  detail: 'Another file has this id: make up a new one.',
  next: [{ action: 'try-again' }],
};

const sentStays = refused('record.read-only', {
  detail: 'What was sent stays in the record.',
  next: [{ action: 'call-office' }],
});
