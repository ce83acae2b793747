import type { SessionStore } from '../../session/session-store.js';
import type { Opened } from './inbox-reader.js';
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
  if (draft !== undefined) tabStorage?.setItem(place, `${key} ${draft}`);
};

/** What was interrupted there, once; undefined: nothing, or somebody else's. */
export const takeWriting = ({ tabStorage }: SessionStore, key: string): Opened | undefined => {
  const kept = tabStorage?.getItem(place) ?? '';
  if (!kept.startsWith(`${key} `)) return undefined;
  tabStorage?.removeItem(place);
  return openedBy(kept.slice(key.length + 1));
};
