import type { Block } from './answer.js';
import type { EntryId, EntryOf, Topic } from './entries.js';
import type { Facts } from './facts.js';

/** An entry in the words of one language, filled with the facts of one policy. */
export interface Answered {
  readonly question: string;
  /** Paragraphs without words, which a policy leaves empty, are dropped. */
  readonly answer: readonly Block[];
  /** Words that people search it by and that do not stand in it. */
  readonly keywords?: string;
  /** Whether people of this hospital have reason to ask. Default: yes. If not, only search and links lead here. */
  readonly asked?: boolean;
}

/** The words of a topic's entries. */
export type TopicWords<T extends Topic> = (facts: Facts) => Readonly<Record<EntryOf<T>, Answered>>;

/** The words of all entries. */
export type FaqWords = (facts: Facts) => Readonly<Record<EntryId, Answered>>;
