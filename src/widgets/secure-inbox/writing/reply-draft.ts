import type { Opened } from '../opened.js';

/** Begins the name of the draft of an answer; the thread's id comes after it. */
export const replyDraft = 'reply-';

/** Where a draft is gone on with. */
export const openedBy = (draft: string): Opened =>
  draft.startsWith(replyDraft)
    ? { view: 'thread', thread: draft.slice(replyDraft.length), reply: true }
    : { view: 'compose', draft };

/** The draft that is being written; undefined: none. */
export const draftIn = (opened: Opened | undefined): string | undefined => {
  if (opened?.view === 'compose') return opened.draft;
  return opened?.reply ? replyDraft + opened.thread : undefined;
};
