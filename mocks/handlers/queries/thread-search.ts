import type { ThreadRecord } from '../../db/records/index.js';
import { searchable } from '../../rules/words.js';
import type { ThreadEntry } from './thread-folders.js';

/** Each word of the threads of a list, with the places in the list where it stands. */
type Index = ReadonlyMap<string, readonly number[]>;

/** Kept with the list: reading all messages for each search costs half as much again in 5,000 as in 100 (`bench:cost`). */
const keptIndexes = new WeakMap<readonly ThreadEntry[], Index>();

/** Kept with each thread, too: what changes in one makes the words of no other anew. */
const keptWords = new WeakMap<ThreadRecord, ReadonlySet<string>>();

/**
 * The threads of a list in which all words of a text stand somewhere, be it within others: in the title, the names
 * or the messages. All of them where the text has no words.
 */
export const withText = (entries: readonly ThreadEntry[], text = ''): readonly ThreadEntry[] => {
  const words = splitIntoWords(text);
  if (words.size === 0) return entries;
  const index = indexOf(entries);
  const [first = new Set<number>(), ...others] = [...words].map((word) => placesOf(index, word));
  return [...first]
    .filter((place) => others.every((places) => places.has(place)))
    .sort((a, b) => a - b)
    .flatMap((place) => entries[place] ?? []);
};

/** Where a word stands, or is part of another. */
const placesOf = (index: Index, word: string): Set<number> => {
  const found = new Set<number>();
  for (const [known, places] of index) {
    if (known.includes(word)) for (const place of places) found.add(place);
  }
  return found;
};

const indexOf = (entries: readonly ThreadEntry[]): Index => {
  let index = keptIndexes.get(entries);
  if (!index) keptIndexes.set(entries, (index = indexed(entries)));
  return index;
};

const indexed = (entries: readonly ThreadEntry[]): Index => {
  const index = new Map<string, number[]>();
  entries.forEach(({ thread }, place) => {
    for (const word of wordsIn(thread)) {
      const places = index.get(word);
      if (places) places.push(place);
      else index.set(word, [place]);
    }
  });
  return index;
};

const wordsIn = (thread: ThreadRecord): ReadonlySet<string> => {
  let words = keptWords.get(thread);
  if (!words) keptWords.set(thread, (words = splitIntoWords(textOf(thread))));
  return words;
};

const textOf = ({ title, careTeamMember, messages }: ThreadRecord): string =>
  [
    title,
    careTeamMember.name,
    careTeamMember.role,
    ...messages.flatMap(({ from, text }) => [from.name, text]),
  ].join('\n');

const splitIntoWords = (text: string): ReadonlySet<string> =>
  new Set(searchable(text).split(/\s+/).filter(Boolean));
