import * as z from 'zod/mini';
import { endpoint } from '../endpoint.js';
import { id, instant, pageAnswer, pageRequest } from '../fields.js';

/** The forms that have drafts. None of them asks for a secret: passwords and answers are never drafted. */
export const draftForms = [
  'message',
  'reply',
  'renewal',
  'appointment-request',
  'preferences',
  'demographics',
  'sharing',
] as const;
const draftForm = z.enum(draftForms);
export type DraftForm = (typeof draftForms)[number];

/** Bytes that the content of a draft has at most, as JSON in UTF-8. */
export const draftLimit = 64 * 1024;

/** Which save of a draft: the page that made it, and the page's own count. */
const draftVersion = {
  /** A name that the page made up when it was opened. */
  writer: id,
  /** Counts the saves of that page, so that one which was overtaken by a later one is known. */
  sequence: z.int().check(z.minimum(0)),
};

/** How many lists and objects may stand in each other. */
const draftDepth = 32;

const isShallow = (value: unknown, depth = draftDepth): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (depth > 0 && Object.values(value).every((each) => isShallow(each, depth - 1)));

/** What was typed, as the form itself has it. */
const draftContent = z
  .record(z.string(), z.unknown())
  .check(z.refine(isShallow, `At most ${draftDepth} lists and objects may stand in each other.`));

/** What somebody has typed in a record and not sent yet. */
export const draft = z.object({
  /** As its page named it: unique for this account in this record. */
  id,
  form: draftForm,
  ...draftVersion,
  content: draftContent,
  savedAt: instant,
});
export type Draft = z.infer<typeof draft>;

const ofRecord = z.object({ subject: id });
const ofDraft = z.object({ subject: id, draft: id });

export const saveDraft = endpoint({
  id: 'saveDraft',
  summary:
    'Save what is typed, or that nothing is any more. Only this account sees it, in this record only, and after signing in again too.',
  method: 'PUT',
  path: '/patients/{subject}/drafts/{draft}',
  request: {
    params: ofDraft,
    body: z.object({
      form: draftForm,
      ...draftVersion,
      /** null: drops the draft and its files, if what is stored is no later and nobody else's. */
      content: z.nullable(draftContent),
      /** The save of another page that this one goes on from or shall replace, as read; null: none. */
      replaces: z.nullable(z.object(draftVersion)),
    }),
  },
  response: z.object({
    /**
     * `saved`: it is stored now. `late`: the same page has stored as much or more already.
     * `conflict`: another page has stored something that this one has not seen; it is kept, and
     * naming it in `replaces` puts this one in its place.
     */
    outcome: z.enum(['saved', 'late', 'conflict']),
    /** What is stored now; null: nothing. */
    draft: z.nullable(draft),
  }),
  access: 'session',
  safe: false,
  // Pages save by themselves, also later than the last key was pressed: input is told of by `keepSessionAlive`.
  activity: false,
  refusals: ['proxy.friends-and-family/view-only', 'messages.unsent-limit'],
});

export const searchDrafts = endpoint({
  id: 'searchDrafts',
  summary: 'The drafts of this account in a record, the one saved last first.',
  method: 'POST',
  path: '/patients/{subject}/drafts/search',
  request: {
    params: ofRecord,
    body: z.object({
      /** Absent: of every form. */
      forms: z.optional(z.array(draftForm).check(z.minLength(1))),
      ...pageRequest,
    }),
  },
  response: z.object({ drafts: z.array(draft), ...pageAnswer }),
  access: 'session',
  safe: true,
  activity: true,
  refusals: [],
});

export const getDraft = endpoint({
  id: 'getDraft',
  summary: 'What this account has kept under a name, if anything.',
  method: 'GET',
  path: '/patients/{subject}/drafts/{draft}',
  request: { params: ofDraft },
  /** Null: nothing, as most often when a form opens. */
  response: z.object({ draft: z.nullable(draft) }),
  access: 'session',
  safe: true,
  activity: true,
  refusals: [],
});

export const deleteDraft = endpoint({
  id: 'deleteDraft',
  summary: 'Drop a draft and its files. One that is not there is dropped already.',
  method: 'DELETE',
  path: '/patients/{subject}/drafts/{draft}',
  request: { params: ofDraft },
  response: null,
  access: 'session',
  safe: false,
  activity: true,
  refusals: [],
});
