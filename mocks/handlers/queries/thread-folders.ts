import type { Folder, ThreadSummary } from '../../../src/contract/messages/threads.js';
import type { ThreadRecord } from '../../db/records/index.js';
import { awaitedAnswer, unreadCount } from '../../rules/messages/messages.js';
import { comparePlaces, type Place } from './pages.js';

/** A thread at the time of its latest message, with what lists tell of it. */
export interface ThreadEntry extends Place {
  readonly thread: ThreadRecord;
  /** In which it is. */
  readonly folders: readonly Folder[];
  readonly summary: ThreadSummary;
}

/** What a folder has, with the latest message first. */
interface FolderEntries {
  readonly all: readonly ThreadEntry[];
  readonly unread: readonly ThreadEntry[];
  /** Of all its threads. */
  readonly unreadMessages: number;
}

/** The threads of a record as its folders have them. */
type Folders = Readonly<Record<Folder, FolderEntries>>;

/** Kept with the threads: a page of 10,000 costs 57 times one of 100 without (`bench:cost`). */
const keptFolders = new WeakMap<readonly ThreadRecord[], Folders>();

/** @param threads of one record, as the collection's index has them */
export const foldersOf = (threads: readonly ThreadRecord[]): Folders => {
  let folders = keptFolders.get(threads);
  if (!folders) keptFolders.set(threads, (folders = sortedIntoFolders(threads)));
  return folders;
};

const sortedIntoFolders = (threads: readonly ThreadRecord[]): Folders => {
  const entries = threads.map(entryOf).sort(comparePlaces);
  const of = (folder: Folder): FolderEntries => {
    const all = entries.filter(({ folders }) => folders.includes(folder));
    const unread = all.filter(({ summary }) => summary.unreadCount > 0);
    const unreadMessages = unread.reduce((sum, { summary }) => sum + summary.unreadCount, 0);
    return { all, unread, unreadMessages };
  };
  return { inbox: of('inbox'), sent: of('sent'), archive: of('archive') };
};

const entryOf = (thread: ThreadRecord): ThreadEntry => ({
  at: lastMessageOf(thread).sentAt,
  id: thread.id,
  thread,
  folders: foldersWith(thread),
  summary: summaryOf(thread),
});

const foldersWith = ({ messages, archived }: ThreadRecord): readonly Folder[] => {
  if (archived) return ['archive'];
  const sides = new Set(messages.map(({ from }) => from.side));
  return [...sides].map((side) => (side === 'care-team' ? 'inbox' : 'sent'));
};

export const lastMessageOf = ({ messages }: ThreadRecord) => messages.at(-1) ?? messages[0];

/** What is told of a thread, alone and in a list. */
export const factsOf = (thread: ThreadRecord) => ({
  id: thread.id,
  title: thread.title,
  topic: thread.topic,
  careTeamMember: thread.careTeamMember,
  lastMessageAt: new Date(lastMessageOf(thread).sentAt).toISOString(),
  messageCount: thread.messages.length,
  unreadCount: unreadCount(thread),
  expectedBy: awaitedAnswer(thread),
  archived: thread.archived,
  closed: thread.closed,
});

/** A line of the list. */
export const summaryOf = (thread: ThreadRecord): ThreadSummary => ({
  ...factsOf(thread),
  preview: previewOf(lastMessageOf(thread).text),
  hasAttachments: thread.messages.some(({ attachmentIds }) => attachmentIds.length > 0),
});

/** Characters of a preview. */
const previewLength = 140;

const previewOf = (text: string): string => {
  const line = text
    .slice(0, 4 * previewLength)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = Array.from(line); // no half of one
  return characters.length > previewLength
    ? `${characters
        .slice(0, previewLength - 1)
        .join('')
        .trimEnd()}…`
    : line;
};
