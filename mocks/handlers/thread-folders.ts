import type { Folder, ThreadSummary } from '../../src/contract/threads.js';
import type { ThreadRecord } from '../db/records/index.js';
import { awaitedAnswer, unreadCount } from '../rules/messages.js';
import { searchable } from '../rules/words.js';
import { comparePlaces, type Place } from './pages.js';

/** A thread at the time of its latest message, with what lists tell of it. */
export interface ThreadEntry extends Place {
  readonly thread: ThreadRecord;
  readonly summary: ThreadSummary;
}

/** The threads of a record as its folders have them, each with the latest message first. */
interface Folders extends Readonly<Record<Folder, readonly ThreadEntry[]>> {
  /** In the inbox. */
  readonly unread: { readonly threads: number; readonly messages: number };
}

/** Kept with the threads that they were made of, so that a page costs the same however many there are. */
const keptFolders = new WeakMap<readonly ThreadRecord[], Folders>();

/** The same for each thread: when one changes, the others need not be read again. */
const keptEntries = new WeakMap<ThreadRecord, ThreadEntry>();
const keptWords = new WeakMap<ThreadRecord, string>();

/** @param threads of one record, as the collection's index has them */
export const foldersOf = (threads: readonly ThreadRecord[]): Folders => {
  let folders = keptFolders.get(threads);
  if (!folders) keptFolders.set(threads, (folders = sortedIntoFolders(threads)));
  return folders;
};

const sortedIntoFolders = (threads: readonly ThreadRecord[]): Folders => {
  const entries = threads.map(entryOf).sort(comparePlaces);
  const kept = entries.filter(({ thread }) => !thread.archived);
  const inbox = kept.filter(({ thread }) => hasSide(thread, 'care-team'));
  const unread = inbox.filter(({ summary }) => summary.unreadCount > 0);
  return {
    inbox,
    sent: kept.filter(({ thread }) => hasSide(thread, 'patient')),
    archive: entries.filter(({ thread }) => thread.archived),
    unread: {
      threads: unread.length,
      messages: unread.reduce((sum, { summary }) => sum + summary.unreadCount, 0),
    },
  };
};

const hasSide = ({ messages }: ThreadRecord, side: 'patient' | 'care-team'): boolean =>
  messages.some(({ from }) => from.side === side);

const entryOf = (thread: ThreadRecord): ThreadEntry => {
  let entry = keptEntries.get(thread);
  if (!entry) {
    const at = lastMessageOf(thread).sentAt;
    keptEntries.set(thread, (entry = { at, id: thread.id, thread, summary: summaryOf(thread) }));
  }
  return entry;
};

const lastMessageOf = ({ messages }: ThreadRecord) => messages.at(-1) ?? messages[0];

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
  return Array.from(line).slice(0, previewLength).join(''); // no half of a character
};

/** Whether all words stand somewhere in a thread: in its title, the names or the messages. */
export const hasWords = (thread: ThreadRecord, words: readonly string[]): boolean => {
  let text = keptWords.get(thread);
  if (text === undefined) keptWords.set(thread, (text = textOf(thread)));
  return words.every((word) => text.includes(word));
};

const textOf = ({ title, careTeamMember, messages }: ThreadRecord): string =>
  searchable(
    [
      title,
      careTeamMember.name,
      careTeamMember.role,
      ...messages.flatMap(({ from, text }) => [from.name, text]),
    ].join('\n'),
  );
