import { noChange } from 'lit';
import { directive, Directive, type ChildPart } from 'lit/directive.js';
import type { ResultSummary } from '../../contract/record/results.js';
import { msg, str } from '../../locales/localize.js';

/**
 * Rows in one table. The browser lays out only the tables in view (`content-visibility`), so a list
 * of a thousand results costs little more than one of twenty.
 */
const rowsInTable = 20;

/** A column of the list, but for the first, which is the name. */
export interface Column {
  readonly label: string;
  readonly words: (result: ResultSummary) => string;
}

/** A page of the list. */
export interface ResultTables {
  readonly results: readonly ResultSummary[];
  /** The place of its first result in the whole list, counted from 1. */
  readonly first: number;
  /** The same object as long as the language is the same. */
  readonly columns: readonly Column[];
  /** Listens to the clicks in a table; the `value` of a button in it is the result's id. */
  readonly onClick: (event: Event) => void;
}

/**
 * Tables of twenty rows each, under each other. They are clones of one table and one row, with the words put
 * in: of a list of thousands, templates would cost more than the browser's own work. A row
 * whose result is the same object as before is left alone.
 */
class ResultTablesDirective extends Directive {
  #shown: ResultTables | undefined;
  /** By their places in the page. */
  #rows: Element[] = [];

  render(_tables: ResultTables): unknown {
    return noChange;
  }

  override update(_part: ChildPart, [tables]: [ResultTables]): unknown {
    const before = this.#shown;
    const { results, first, columns } = tables;
    this.#shown = tables;
    if (
      before?.columns === columns &&
      before.first === first &&
      before.results.length === results.length
    ) {
      for (const [index, row] of this.#rows.entries()) {
        const result = results[index];
        if (result && result !== before.results[index]) fill(row, result, columns);
      }
      return noChange;
    }
    this.#rows = results.map((result) => {
      const row = blankOf(columns).row.cloneNode(true) as Element;
      fill(row, result, columns);
      return row;
    });
    const fragment = document.createDocumentFragment();
    for (let start = 0; start < results.length; start += rowsInTable) {
      fragment.append(tableOf(this.#rows.slice(start, start + rowsInTable), first + start, tables));
    }
    return fragment;
  }
}

export const resultTables = directive(ResultTablesDirective);

const tableOf = (
  rows: readonly Element[],
  from: number,
  { columns, onClick }: ResultTables,
): Element => {
  const section = blankOf(columns).section.cloneNode(true) as Element;
  section.addEventListener('click', onClick);
  const [caption, head, body] = section.firstElementChild?.children ?? [];
  if (caption) caption.textContent = msg(str`Results ${from} to ${from + rows.length - 1}`);
  if (from === 1) head?.removeAttribute('class'); // one heading is enough for the eyes
  body?.append(...rows);
  return section;
};

interface Blank {
  readonly section: Element;
  readonly row: Element;
}

const blanks = new WeakMap<readonly Column[], Blank>();

const blankOf = (columns: readonly Column[]): Blank => {
  let blank = blanks.get(columns);
  if (!blank) {
    blank = { section: blankSection(columns), row: blankRow(columns) };
    blanks.set(columns, blank);
  }
  return blank;
};

/** On narrow screens rows are blocks; the roles keep them rows of a table for people who listen. */
const blankSection = (columns: readonly Column[]): Element => {
  const labels = [msg('Test'), ...columns.map(({ label }) => label)];
  const headers = labels.map((label) => {
    const header = element('th', { scope: 'col', role: 'columnheader' });
    header.textContent = label;
    return header;
  });
  return element('section', { class: 'rows' }, [
    element('table', { role: 'table' }, [
      element('caption', { class: 'visually-hidden' }),
      element('thead', { role: 'rowgroup', class: 'visually-hidden' }, [
        element('tr', { role: 'row' }, headers),
      ]),
      element('tbody', { role: 'rowgroup' }),
    ]),
  ]);
};

const blankRow = (columns: readonly Column[]): Element =>
  element('tr', { role: 'row' }, [
    element('th', { scope: 'row', role: 'rowheader' }, [
      element('button', { class: 'open', type: 'button' }),
    ]),
    ...columns.map(({ label }) => element('td', { role: 'cell', 'data-label': label })),
  ]);

const element = (
  tag: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly Element[] = [],
): Element => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

/** Along the row, not by its `cells`: that is a live list, which every later change would have to look after. */
const fill = (row: Element, result: ResultSummary, columns: readonly Column[]): void => {
  const header = row.firstElementChild;
  const button = header?.firstElementChild as HTMLButtonElement;
  button.value = result.id;
  button.textContent = result.name;
  let cell = header?.nextElementSibling;
  for (const { words } of columns) {
    if (cell) cell.textContent = words(result);
    cell = cell?.nextElementSibling;
  }
};
