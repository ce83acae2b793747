import type { DirectiveResult } from 'lit/directive.js';
import type { ResultSummary } from '../../contract/record/results.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { resultTables, type Column } from './result-tables.js';
import { categoryWords, dateWords, statusWords } from './result-words.js';

export interface ResultList {
  readonly pages: readonly (readonly ResultSummary[])[];
  readonly context: PortalContext;
  /** Listens to the clicks of a table; the `value` of its buttons is the result's id. */
  readonly onOpen: (event: Event) => void;
}

/** The results as tables with the same columns, under each other; on narrow screens as blocks. */
export const resultList = ({ pages, context, onOpen }: ResultList): readonly DirectiveResult[] => {
  const columns = columnsFor(context);
  let before = 0;
  return pages.map((results) => {
    const first = before + 1;
    before += results.length;
    return resultTables({ results, first, columns, onClick: onOpen });
  });
};

/** What each column says. */
export const columnsFor = (context: PortalContext): readonly Column[] => {
  const known = columnsOf.get(context);
  if (known) return known;
  const categories = categoryWords();
  const statuses = statusWords();
  const columns: readonly Column[] = [
    { label: msg('Collected'), words: ({ collectedAt }) => dateWords(collectedAt, context) },
    { label: msg('Kind'), words: ({ category }) => categories[category] },
    { label: msg('Status'), words: ({ status }) => statuses[status] },
    { label: msg('Out of range'), words: outOfRange },
    { label: msg('Ordered by'), words: ({ orderedBy }) => orderedBy ?? msg('Not given') },
  ];
  columnsOf.set(context, columns);
  return columns;
};

/** The same for every page of a list. Another language comes with another context. */
const columnsOf = new WeakMap<PortalContext, readonly Column[]>();

/** Where the laboratory flags nothing it may have compared nothing, so this never says "all normal". */
const outOfRange = ({ status, observationCount, abnormalCount }: ResultSummary): string => {
  if (status === 'cancelled' || observationCount === 0) return msg('No values');
  return abnormalCount > 0 ? msg(str`${abnormalCount} out of range`) : msg('None marked');
};
