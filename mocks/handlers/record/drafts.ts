import { draftLimit, type Draft } from '../../../src/contract/messages/drafts.js';
import type { Contract } from '../../../src/contract/index.js';
import type { AccountRecord, DraftRecord } from '../../db/records/index.js';
import { allowed, type Refusal } from '../../rules/decision.js';
import { decideSave, isForgotten } from '../../rules/messages/drafts.js';
import { decideUnsent } from '../../rules/messages/unsent.js';
import { dropFilesOfDraft } from './attachments.js';
import type { RecordAnswer, RecordCall } from '../http/call.js';
import { comparePlaces, pageOf } from '../queries/pages.js';
import { decideActing } from '../queries/subjects.js';

export const saveDraft: RecordAnswer<Contract['saveDraft']> = (call) => {
  const { tables, now, account, record, params, body } = call;
  const isDropped = body.content === null;
  const acting = isDropped ? allowed(record) : decideActing(record);
  if (!acting.ok) return acting;
  const bytes = new TextEncoder().encode(JSON.stringify(body.content)).byteLength;
  if (bytes > draftLimit) return tooLarge;
  const patientId = record.patient.id;
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

export const searchDrafts: RecordAnswer<Contract['searchDrafts']> = (call) => {
  const { tables, account, record, body } = call;
  const entries = tables.drafts
    .by('accountId', account.id)
    .filter(({ patientId }) => patientId === record.patient.id)
    .filter(({ form }) => body.forms?.includes(form) ?? true)
    .flatMap((stored) => {
      const draft = draftOf(stored);
      return draft ? { at: stored.savedAt, id: stored.name, draft } : [];
    })
    .sort(comparePlaces);
  const page = pageOf(entries, body);
  if (!page.ok) return page;
  const { entries: shown, total, nextCursor } = page.value;
  return allowed({ drafts: shown.map(({ draft }) => draft), total, nextCursor });
};

export const getDraft: RecordAnswer<Contract['getDraft']> = (call) => {
  const { tables, account, record, params } = call;
  const stored = tables.drafts.get(draftId(account, record.patient.id, params.draft));
  return allowed({ draft: stored ? draftOf(stored) : null });
};

export const deleteDraft: RecordAnswer<Contract['deleteDraft']> = (call) => {
  dropDraft(call, call.record.patient.id, call.params.draft);
  return allowed(undefined);
};

/** Drops a draft of whoever is signed in, with the files that were brought for it and not sent. */
export const dropDraft = (
  call: Pick<RecordCall, 'tables' | 'account'>,
  patientId: string,
  name: string,
): void => {
  const { tables, account } = call;
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
