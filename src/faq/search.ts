import { readable, textsOf } from './answer.js';
import type { FaqEntry } from './faq.js';
import { fillers, synonyms } from './synonyms.js';

/** Where something stands in a text: from a place up to another, as `slice` takes them. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** An entry that was found. */
export interface Hit {
  readonly entry: FaqEntry;
  /** What was found in the question. */
  readonly question: readonly Range[];
  /** What was found in the answer, for each of its texts (`textsOf`). */
  readonly answer: readonly (readonly Range[])[];
}

/** How much a word counts by where it stands. */
const weights = { question: 4, keywords: 2, answer: 1 } as const;

/** How much it counts by how it was found. */
const certainty = { same: 1, beginning: 0.8, synonym: 0.6, typo: 0.5 } as const;

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu;

/** In small letters, without accents and apostrophes: `Contraseña` → `contrasena`. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();

/** A word of a text: folded, and where it stands. */
interface Word extends Range {
  readonly folded: string;
}

const wordsIn = (text: string): Word[] =>
  [...text.matchAll(word)]
    .map(({ index, 0: each }) => ({
      folded: fold(each),
      start: index,
      end: index + each.length,
    }))
    .filter(({ folded }) => folded !== '');

/** A word of a query, folded, and whether it is typed to its end: nothing but the last one may go on. */
type Term = readonly [folded: string, isWhole: boolean];

/** Searches entries, forgiving what people mistype. Made once for the entries of a page. */
export class FaqSearch {
  readonly #entries: readonly FaqEntry[];
  /** For each word, how much it weighs in each entry that has it. */
  readonly #places = new Map<string, Map<number, number>>();
  /** All words, in the order of letters: those with the same beginning stand together. */
  readonly #words: readonly string[];
  readonly #meanings = new Map<string, ReadonlyMap<string, number>>();
  /** The words of each text that may be marked. */
  readonly #read = new Map<string, readonly Word[]>();

  constructor(entries: readonly FaqEntry[]) {
    this.#entries = entries;
    entries.forEach(({ question, keywords, answer }, at) => {
      this.#add(at, question, weights.question);
      this.#add(at, keywords, weights.keywords);
      for (const text of textsOf(answer)) this.#add(at, readable(text), weights.answer);
    });
    this.#words = [...this.#places.keys()].sort();
  }

  /**
   * The entries in which most of what was typed is found, best first. All of them, in their order, for
   * nothing typed.
   */
  find(query: string): FaqEntry[] {
    const terms = termsOf(query);
    if (terms.length === 0) return [...this.#entries];
    const scores = new Map<number, { found: number; score: number }>();
    for (const term of terms) {
      for (const [at, score] of this.#scoresOf(term)) {
        const before = scores.get(at);
        scores.set(at, { found: (before?.found ?? 0) + 1, score: (before?.score ?? 0) + score });
      }
    }
    const most = Math.max(0, ...[...scores.values()].map(({ found }) => found));
    return [...scores]
      .filter(([, { found }]) => found === most)
      .sort(([a, { score: scoreOfA }], [b, { score: scoreOfB }]) => scoreOfB - scoreOfA || a - b)
      .flatMap(([at]) => this.#entries[at] ?? []);
  }

  /** Where the words of a query stand in an entry. */
  mark(entry: FaqEntry, query: string): Hit {
    const found = new Set(termsOf(query).flatMap((term) => [...this.#meaningsOf(term).keys()]));
    return {
      entry,
      question: this.#rangesOf(entry.question, found),
      answer: textsOf(entry.answer).map((text) => this.#rangesOf(readable(text), found)),
    };
  }

  /** Where a text has one of these words. */
  #rangesOf(text: string, found: ReadonlySet<string>): Range[] {
    return (this.#read.get(text) ?? []).filter(({ folded }) => found.has(folded));
  }

  #add(at: number, text: string, weight: number): void {
    const words = wordsIn(text);
    this.#read.set(text, words);
    for (const { folded: each } of words) {
      const places = this.#places.get(each) ?? new Map<number, number>();
      places.set(at, Math.max(places.get(at) ?? 0, weight));
      this.#places.set(each, places);
    }
  }

  /** How well a term is found in each entry. A word that few entries have says more. */
  #scoresOf(term: Term): Map<number, number> {
    const scores = new Map<number, number>();
    for (const [each, sureness] of this.#meaningsOf(term)) {
      const places = this.#places.get(each) ?? new Map<number, number>();
      const rarity = Math.log(1 + this.#entries.length / places.size);
      for (const [at, weight] of places) {
        scores.set(at, Math.max(scores.get(at) ?? 0, weight * sureness * rarity));
      }
    }
    return scores;
  }

  /** The words of the entries that a term may mean, and how surely. */
  #meaningsOf([term, isWhole]: Term): ReadonlyMap<string, number> {
    const key = isWhole ? `${term} ` : term;
    const known = this.#meanings.get(key);
    if (known) return known;
    const meanings = new Map<string, number>();
    const add = (each: string, sureness: number) =>
      meanings.set(each, Math.max(meanings.get(each) ?? 0, sureness));
    for (const each of this.#beginningWith(term)) {
      add(each, each === term ? certainty.same : certainty.beginning);
    }
    const others = sameMeaning(term);
    for (const other of others) {
      for (const each of this.#beginningWith(other)) add(each, certainty.synonym);
    }
    if (meanings.size === 0) {
      for (const each of this.#words) if (isTypo(term, each)) add(each, certainty.typo);
      for (const other of mistyped(term)) {
        for (const each of this.#beginningWith(other)) add(each, certainty.typo);
      }
    } else if (isWhole && others.length === 0 && !this.#places.has(term)) {
      // No word, though one begins so ("erró sesión": "error", or "cerró" with a slip).
      for (const each of this.#words) if (isTypo(term, each, isWhole)) add(each, certainty.typo);
    }
    this.#meanings.set(key, meanings);
    return meanings;
  }

  #beginningWith(start: string): string[] {
    let from = 0;
    for (let to = this.#words.length; from < to;) {
      const middle = (from + to) >> 1;
      if ((this.#words[middle] ?? '') < start) from = middle + 1;
      else to = middle;
    }
    let end = from;
    while (this.#words[end]?.startsWith(start)) end += 1;
    return this.#words.slice(from, end);
  }
}

/** What of a query is looked for. Fillers count only where there is nothing else. */
const termsOf = (query: string): Term[] => {
  const terms = [...new Map(wordsIn(query).map(({ folded, end }) => [folded, end < query.length]))];
  const telling = terms.filter(([folded]) => !fillers.has(folded));
  return telling.length > 0 ? telling : terms;
};

/** A plural means what the singular means. */
const isForm = (typed: string, known: string): boolean =>
  typed === known || typed === `${known}s` || typed === `${known}es`;

const groupsWith = (test: (known: string) => boolean): string[] =>
  synonyms.filter((group) => group.some(test)).flat();

/** Other words for what was typed. */
const sameMeaning = (term: string): string[] => groupsWith((known) => isForm(term, known));

const mistyped = (term: string): string[] => groupsWith((known) => isTypo(term, known));

/** Typing errors that a word of so many letters may have. */
const slips = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** Whether a word, or its beginning unless it is whole, is typed with a slip or two. */
const isTypo = (typed: string, meant: string, isWhole = false): boolean => {
  const most = slips(typed.length);
  if (most === 0 || meant.length < typed.length - most) return false;
  if (isWhole && meant.length > typed.length + most) return false;
  return distance(typed, meant, most, isWhole) <= most;
};

/**
 * Letters to leave out, put in, change or swap with the next one (optimal string alignment) until a word
 * is the same as another, or as the beginning of another.
 * @param most further than this does not matter
 * @param isWhole it shall be the same as all of the other
 */
const distance = (typed: string, meant: string, most: number, isWhole: boolean): number => {
  const width = Math.min(meant.length, typed.length + most);
  let beforeLast: number[] = [];
  let last = [...Array(width + 1).keys()];
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    let least = row;
    for (let at = 1; at <= width; at += 1) {
      const same = typed[row - 1] === meant[at - 1];
      let cost = Math.min(
        (last[at] ?? 0) + 1,
        (current[at - 1] ?? 0) + 1,
        (last[at - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = typed[row - 1] === meant[at - 2] && typed[row - 2] === meant[at - 1];
      if (row > 1 && at > 1 && swapped) cost = Math.min(cost, (beforeLast[at - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return least;
    [beforeLast, last] = [last, current];
  }
  return isWhole ? (last[width] ?? Infinity) : Math.min(...last);
};
