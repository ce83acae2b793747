import { render } from 'lit';
import { createElement, memo } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { ResultSummary } from '../../../src/contract/record/results.js';
import { columnsFor, resultList } from '../../../src/widgets/test-results/result-list.js';
import { fillCell } from '../../../src/widgets/test-results/result-tables.js';
import { context } from './rows.js';

type Rows = readonly ResultSummary[];

/** A list that stands on the page. */
export interface Mounted {
  /** Shows another state of one row. */
  readonly update: (index: number, row: ResultSummary) => void;
  readonly unmount: () => void;
}

/** A way to show the list. All have the same rows, words, columns and style sheets. */
export type Way = (root: ShadowRoot, rows: Rows) => Mounted;

const rowsInPanel = 20;
const rowsInPage = 100;
const nobody = () => undefined;
const columns = columnsFor(context);
const labels = ['Test', ...columns.map(({ label }) => label)];

const chunks = (rows: Rows, size: number): Rows[] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, n) =>
    rows.slice(n * size, (n + 1) * size),
  );

/** Ours: the list of <test-results>, of pages of 100. */
const widget: Way = (root, rows) => {
  let pages = chunks(rows, rowsInPage);
  const draw = () => render(resultList({ pages, context, headingLevel: 2, onOpen: nobody }), root);
  draw();
  return {
    update: (index, row) => {
      pages = pages.map((page, n) =>
        n === Math.floor(index / rowsInPage) ? page.with(index % rowsInPage, row) : page,
      );
      draw();
    },
    unmount: () => render(null, root),
  };
};

const rowTemplate = document.createElement('template');
rowTemplate.content.append(
  (() => {
    const row = document.createElement('tr');
    const header = document.createElement('th');
    header.scope = 'row';
    const button = document.createElement('button');
    button.className = 'open';
    button.type = 'button';
    header.append(button);
    const cells = columns.map(() => document.createElement('td'));
    row.append(header, ...cells);
    return row;
  })(),
);

const fill = (row: Element, result: ResultSummary): void => {
  const [header, ...cells] = row.children;
  const button = header?.firstElementChild as HTMLButtonElement;
  button.value = result.id;
  button.textContent = result.name;
  cells.forEach((cell, n) => {
    const column = columns[n];
    if (column) fillCell(cell, result, column);
  });
};

const cloned = (result: ResultSummary): Element => {
  const row = rowTemplate.content.firstElementChild?.cloneNode(true) as Element;
  fill(row, result);
  row.querySelector('button')?.addEventListener('click', nobody);
  return row;
};

const vanillaTable = (rows: Rows): HTMLTableElement => {
  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  for (const label of labels) {
    const header = document.createElement('th');
    header.scope = 'col';
    header.textContent = label;
    head.append(header);
  }
  table.createTBody().append(...rows.map(cloned));
  return table;
};

const vanilla =
  (sections: (rows: Rows) => Element[]): Way =>
  (root, rows) => {
    root.append(...sections(rows));
    return {
      update: (index, row) => {
        const shown = root.querySelectorAll('tbody tr')[index];
        if (shown) fill(shown, row);
      },
      unmount: () => {
        root.replaceChildren();
      },
    };
  };

/** (i) One table, its rows cloned from a template. */
const flat = vanilla((rows) => [vanillaTable(rows)]);

/** (ii) The same in tables of twenty, which the browser lays out when they come into view. */
const panels = vanilla((rows) =>
  chunks(rows, rowsInPanel).map((part) => {
    const section = document.createElement('section');
    section.className = 'rows';
    section.append(vanillaTable(part));
    return section;
  }),
);

const Row = memo(({ result }: { readonly result: ResultSummary }) =>
  createElement(
    'tr',
    null,
    createElement(
      'th',
      { scope: 'row' },
      createElement(
        'button',
        { className: 'open', type: 'button', value: result.id, onClick: nobody },
        result.name,
      ),
    ),
    columns.map(({ label, words, isUsual, pieces }) =>
      createElement(
        'td',
        { key: label, className: isUsual?.(result) ? 'usual' : undefined },
        pieces
          ? pieces(result).map((piece) =>
              createElement('span', { key: piece.words, className: piece.look }, piece.words),
            )
          : words(result),
      ),
    ),
  ),
);

/** React 19: one table, with a memoized component for each row. */
const react: Way = (root, rows) => {
  const place = document.createElement('div');
  root.append(place);
  const tree = createRoot(place);
  let shown = rows;
  const draw = () => {
    flushSync(() => {
      tree.render(
        createElement(
          'table',
          null,
          createElement(
            'thead',
            null,
            createElement(
              'tr',
              null,
              labels.map((label) => createElement('th', { key: label, scope: 'col' }, label)),
            ),
          ),
          createElement(
            'tbody',
            null,
            shown.map((result) => createElement(Row, { key: result.id, result })),
          ),
        ),
      );
    });
  };
  draw();
  return {
    update: (index, row) => {
      shown = shown.with(index, row);
      draw();
    },
    unmount: () => {
      tree.unmount();
      place.remove();
    },
  };
};

export const ways = { widget, flat, panels, react } as const satisfies Record<string, Way>;
export type WayName = keyof typeof ways;
