import type { DirectiveResult } from 'lit/directive.js';
import type { ResultSummary } from '../../contract/record/results.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { resultTables, type Column, type Piece, type ResultTables } from './result-tables.js';
import { categoryWords, collectedWords, monthWords, statusWords } from './result-words.js';

export interface ResultList {
  readonly pages: readonly (readonly ResultSummary[])[];
  readonly context: PortalContext;
  /** Of the widget's own heading: months have the next. */
  readonly headingLevel: number;
  /** Listens to the clicks of a table; the `value` of its buttons is the result's id. */
  readonly onOpen: (event: Event) => void;
}

/** The results by month, as tables with the same columns; on narrow screens each row is a block. */
export const resultList = ({
  pages,
  context,
  headingLevel,
  onOpen,
}: ResultList): readonly DirectiveResult[] => {
  const columns = columnsFor(context);
  const monthOf = monthWords(context);
  let first = 1;
  let last: ResultSummary | undefined;
  return pages.map((results) => {
    const tables: ResultTables = {
      results,
      first,
      columns,
      monthBefore: last && monthOf(last),
      monthOf,
      headingLevel: Math.min(headingLevel + 1, 4),
      onClick: onOpen,
    };
    first += results.length;
    last = results.at(-1) ?? last;
    return resultTables(tables);
  });
};

/** What each column says. */
export const columnsFor = (context: PortalContext): readonly Column[] => {
  const known = columnsOf.get(context);
  if (known) return known;
  const categories = categoryWords();
  const columns: readonly Column[] = [
    {
      label: msg('Collected'),
      words: (result) => collectedWords(result, context),
      pieces: (result) => datePieces(collectedWords(result, context)),
    },
    {
      label: msg('Ordered by'),
      words: ({ orderedBy }) => orderedBy ?? msg('Not given'),
      isUsual: ({ orderedBy }) => orderedBy === null,
    },
    {
      label: msg('Type'),
      words: ({ category }) => categories[category],
      isUsual: ({ category }) => category === 'laboratory',
    },
    {
      label: msg('Status'),
      words: (result) =>
        piecesOf(result)
          .map(({ words }) => words)
          .join(' '),
      pieces: piecesOf,
    },
  ];
  columnsOf.set(context, columns);
  return columns;
};

/** The same for every page of a list. Another language comes with another context. */
const columnsOf = new WeakMap<PortalContext, readonly Column[]>();

/** The year stands above, with the month. */
const datePieces = (words: string): readonly Piece[] => {
  const yearAt = words.search(/,? \d{4}$/);
  return yearAt < 0
    ? [{ words, look: '' }]
    : [
        { words: words.slice(0, yearAt), look: '' },
        { words: words.slice(yearAt), look: 'usual' },
      ];
};

/**
 * How a result stands: what became of it, if anything, and what is out of range. Where the laboratory flags nothing
 * it may have compared nothing, so this never says "all normal".
 */
const piecesOf = ({
  status,
  observationCount,
  documentCount,
  abnormalCount,
}: ResultSummary): readonly Piece[] => {
  const pieces: Piece[] = [];
  if (status !== 'final') pieces.push({ words: statusWords()[status], look: 'pw-chip' });
  if (status === 'cancelled' || observationCount === 0) {
    pieces.push({
      words: documentCount === undefined ? msg('No values') : msg('File to download'),
      look: 'usual',
    });
  } else if (abnormalCount > 0) {
    pieces.push({ words: msg(str`${abnormalCount} out of range`), look: 'pw-chip pw-warning' });
  } else {
    pieces.push({ words: msg('None flagged'), look: 'usual' });
  }
  return pieces;
};
