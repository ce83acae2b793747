import type { SessionStore } from '../../../session/session-store.js';
import type { Opened } from '../opened.js';
import { draftIn, openedBy } from './reply-draft.js';

const place = 'portal-writing';

/**
 * Keeps what was being written as the session idled, so that it opens again by itself in this tab, for who
 * wrote it, in the record in which it was written. The ids of account, record and draft are all that is kept:
 * text and files are with the backend.
 * @param key who writes in whose record
 */
export const keepWriting = (
  { tabStorage }: SessionStore,
  key: string,
  opened: Opened | undefined,
): void => {
  const draft = draftIn(opened);
  if (draft !== undefined) tabStorage.setItem(place, `${key} ${draft}`);
};

/** What was interrupted there and not closed since; undefined: nothing, or somebody else's. */
export const keptWriting = ({ tabStorage }: SessionStore, key: string): Opened | undefined => {
  const kept = tabStorage.getItem(place) ?? '';
  return kept.startsWith(`${key} `) ? openedBy(kept.slice(key.length + 1)) : undefined;
};

/** Whoever wrote it has gone on to something else. */
export const forgetWriting = (store: SessionStore, key: string): void => {
  if (keptWriting(store, key)) store.tabStorage.removeItem(place);
};
