import type { OpenRecord } from '../session/open-record.js';
import { mostInPage } from './page-size.js';

/** What every answer with a part of a list has. */
export interface ListPage {
  readonly total: number;
  readonly nextCursor: string | null;
}

export interface ListEntry {
  readonly id: string;
}

/** Asks for a page; another object asks again. */
export interface PageQuestion {
  readonly limit: number;
  /** Absent: the first page. */
  readonly cursor?: string;
}

/** What is read of a list. Replaced as a whole with the record, so that nothing stays. */
export interface ListReading<Query, Page, Entry> {
  /** Whose list it is; undefined: nobody's. */
  readonly record: OpenRecord | undefined;
  /** What is searched for; undefined: nothing. */
  readonly query: Query | undefined;
  readonly question: PageQuestion;
  /** How many entries were asked for by now. */
  readonly size: number;
  /** The entries of each page, as they stand now. */
  readonly pages: readonly (readonly Entry[])[];
  /** Those of all pages: the same object as long as they are the same. */
  readonly entries: readonly Entry[];
  /** How many there are in all; undefined: nothing has come yet. */
  readonly total: number | undefined;
  /** The last answer; undefined: nothing has come yet. */
  readonly last: Page | undefined;
  /** Whether what is there may have changed since it was read. */
  readonly isStale: boolean;
}

export const nothingRead = <Query, Page, Entry>(
  record: OpenRecord | undefined,
  query: Query | undefined,
  limit: number,
): ListReading<Query, Page, Entry> => ({
  record,
  query,
  question: { limit },
  size: limit,
  pages: [],
  entries: [],
  total: undefined,
  last: undefined,
  isStale: false,
});

/** With the answer to its question: after what is there, or, if that was for the first page, instead of it. */
export const withPage = <Query, Page extends ListPage, Entry>(
  reading: ListReading<Query, Page, Entry>,
  page: Page,
  entries: readonly Entry[],
): ListReading<Query, Page, Entry> => {
  const { question, size, isStale } = reading;
  const isFirst = question.cursor === undefined;
  const pages = isFirst ? [entries] : [...reading.pages, entries];
  return {
    ...reading,
    size: isFirst ? question.limit : size + question.limit,
    pages,
    entries: pages.flat(),
    total: page.total,
    last: page,
    isStale: isStale && !isFirst,
  };
};

/** With other entries in its pages. */
export const withEntries = <Query, Page, Entry>(
  reading: ListReading<Query, Page, Entry>,
  change: (entries: readonly Entry[]) => readonly Entry[],
): ListReading<Query, Page, Entry> => {
  const pages = reading.pages.map(change);
  const entries = pages.flat();
  const gone = reading.entries.length - entries.length;
  return { ...reading, pages, entries, total: reading.total && reading.total - gone };
};

/** Asks for as many as have come. */
export const sameAgain = ({
  size,
}: Pick<ListReading<never, never, never>, 'size'>): PageQuestion => ({
  limit: Math.min(size, mostInPage),
});
