import { draftLimit, type Draft } from '../../../src/contract/drafts.js';
import type { Contract } from '../../../src/contract/index.js';
import type { AccountRecord, DraftRecord } from '../../db/records/index.js';
import { allowed, type Refusal } from '../../rules/decision.js';
import { decideSave, isForgotten } from '../../rules/drafts.js';
import { signedOut } from '../../rules/session.js';
import { decideUnsent } from '../../rules/unsent.js';
import { dropFilesOfDraft } from './attachments.js';
import type { Answer, Call } from '../http/call.js';
import { comparePlaces, pageOf } from '../queries/pages.js';
import { openRecord, openRecordToAct } from '../queries/subjects.js';

export const saveDraft: Answer<Contract['saveDraft']> = (call) => {
  const { tables, now, account, params, body } = call;
  if (!account) return signedOut;
  const isDropped = body.content === null;
  const record = (isDropped ? openRecord : openRecordToAct)(call, params.subject);
  if (!record.ok) return record;
  const bytes = new TextEncoder().encode(JSON.stringify(body.content)).byteLength;
  if (bytes > draftLimit) return tooLarge;
  const patientId = record.value.id;
  const id = draftId(account, patientId, params.draft);
  const stored = tables.drafts.get(id);
  const outcome = decideSave(stored, body, body.replaces);
  if (stored && outcome !== 'saved') return allowed({ outcome, draft: draftOf(stored) });
  if (!isDropped && !stored?.content) {
    const kept = tables.drafts.by('accountId', account.id).filter(({ content }) => content);
    const fits = decideUnsent('drafts', kept.length, call.policy);
    if (!fits.ok) return fits;
  }
  const draft: DraftRecord = {
    id,
    name: params.draft,
    accountId: account.id,
    patientId,
    form: body.form,
    writer: body.writer,
    sequence: body.sequence,
    content: body.content,
    savedAt: now,
  };
  for (const each of tables.drafts.by('accountId', account.id)) {
    if (isForgotten(each, now)) tables.drafts.delete(each.id);
  }
  tables.drafts.put(draft);
  if (isDropped) dropFilesOfDraft(call, patientId, params.draft);
  return allowed({ outcome: 'saved', draft: draftOf(draft) });
};

export const searchDrafts: Answer<Contract['searchDrafts']> = (call) => {
  const { tables, account, params, body } = call;
  if (!account) return signedOut;
  const record = openRecord(call, params.subject);
  if (!record.ok) return record;
  const entries = tables.drafts
    .by('accountId', account.id)
    .filter(({ patientId }) => patientId === record.value.id)
    .filter(({ form }) => body.forms?.includes(form) ?? true)
    .flatMap((record) => {
      const draft = draftOf(record);
      return draft ? { at: record.savedAt, id: record.name, draft } : [];
    })
    .sort(comparePlaces);
  const page = pageOf(entries, body);
  if (!page.ok) return page;
  const { entries: shown, total, nextCursor } = page.value;
  return allowed({ drafts: shown.map(({ draft }) => draft), total, nextCursor });
};

export const getDraft: Answer<Contract['getDraft']> = (call) => {
  const { tables, account, params } = call;
  if (!account) return signedOut;
  const record = openRecord(call, params.subject);
  if (!record.ok) return record;
  const stored = tables.drafts.get(draftId(account, record.value.id, params.draft));
  return allowed({ draft: stored ? draftOf(stored) : null });
};

export const deleteDraft: Answer<Contract['deleteDraft']> = (call) => {
  const record = openRecord(call, call.params.subject);
  if (!record.ok) return record;
  dropDraft(call, record.value.id, call.params.draft);
  return allowed(undefined);
};

/** Drops a draft of whoever is signed in, with the files that were brought for it and not sent. */
export const dropDraft = (
  call: Pick<Call, 'tables' | 'account'>,
  patientId: string,
  name: string,
): void => {
  const { tables, account } = call;
  if (!account) return;
  tables.drafts.delete(draftId(account, patientId, name));
  dropFilesOfDraft(call, patientId, name);
};

/** A draft belongs to an account and a record: under another of either it is another one. */
const draftId = ({ id }: AccountRecord, patientId: string, name: string): string =>
  `${id} ${patientId} ${name}`;

/** null: it was dropped. */
const draftOf = ({ name, form, writer, sequence, content, savedAt }: DraftRecord): Draft | null =>
  content && {
    id: name,
    form,
    writer,
    sequence,
    content,
    savedAt: new Date(savedAt).toISOString(),
  };

const tooLarge: Refusal = {
  ok: false,
  kind: 'too-large',
  detail: `A draft has at most ${draftLimit} bytes of JSON.`,
  next: [],
  errors: [{ pointer: '/body/content', detail: `At most ${draftLimit} bytes.` }],
};
