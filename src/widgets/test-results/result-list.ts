import { html } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { ResultSummary } from '../../contract/results.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { ResultPage } from './result-reader.js';
import { categoryWords, dateWords, statusWords } from './result-words.js';

/**
 * Rows in one table. The browser lays out only the tables in view (`content-visibility`), so a list
 * of a thousand results costs little more than one of twenty.
 */
const rowsInTable = 20;

export interface ResultList {
  readonly pages: readonly ResultPage[];
  readonly context: PortalContext;
  /** Listens to the buttons; their `value` is the result's id. */
  readonly onOpen: (event: Event) => void;
}

/** The results as tables with the same columns, under each other; on narrow screens as blocks. */
export const resultList = ({ pages, context, onOpen }: ResultList) => {
  let before = 0;
  return pages.map((page) => {
    const first = before + 1;
    before += page.results.length;
    return guard([page, context], () => tables(page.results, first, context, onOpen));
  });
};

const tables = (
  results: readonly ResultSummary[],
  first: number,
  context: PortalContext,
  onOpen: ResultList['onOpen'],
) => {
  const columns = columnsFor(context);
  const starts = [...results.keys()].filter((index) => index % rowsInTable === 0);
  return starts.map((start) => {
    const rows = results.slice(start, start + rowsInTable);
    const from = first + start;
    return html`
      <section class="rows">
        <table role="table">
          <caption class="visually-hidden">
            ${msg(str`Results ${from} to ${from + rows.length - 1}`)}
          </caption>
          <thead role="rowgroup" class=${from === 1 ? '' : 'visually-hidden'}>
            <tr role="row">
              <th scope="col" role="columnheader">${msg('Test')}</th>
              ${columns.map(({ label }) => html`<th scope="col" role="columnheader">${label}</th>`)}
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${rows.map(
              (result) => html`
                <tr role="row">
                  <th scope="row" role="rowheader">
                    <button class="open" type="button" value=${result.id} @click=${onOpen}>
                      ${result.name}
                    </button>
                  </th>
                  ${columns.map(
                    ({ label, words }) =>
                      html`<td role="cell" data-label=${label}>${words(result)}</td>`,
                  )}
                </tr>
              `,
            )}
          </tbody>
        </table>
      </section>
    `;
  });
};

interface Column {
  readonly label: string;
  readonly words: (result: ResultSummary) => string;
}

const columnsFor = (context: PortalContext): readonly Column[] => {
  const categories = categoryWords();
  const statuses = statusWords();
  return [
    { label: msg('Collected'), words: ({ collectedAt }) => dateWords(collectedAt, context) },
    { label: msg('Kind'), words: ({ category }) => categories[category] },
    { label: msg('Status'), words: ({ status }) => statuses[status] },
    { label: msg('Out of range'), words: outOfRange },
    { label: msg('Ordered by'), words: ({ orderedBy }) => orderedBy ?? msg('Not given') },
  ];
};

/** Where the laboratory flags nothing it may have compared nothing, so this never says "all normal". */
const outOfRange = ({ status, observationCount, abnormalCount }: ResultSummary): string => {
  if (status === 'cancelled' || observationCount === 0) return msg('No values');
  return abnormalCount > 0 ? msg(str`${abnormalCount} out of range`) : msg('None marked');
};
