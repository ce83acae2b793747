import { noChange } from 'lit';
import { directive, Directive, type ChildPart } from 'lit/directive.js';
import type { ResultSummary } from '../../contract/record/results.js';
import { msg } from '../../locales/localize.js';
import { recordLanguage } from '../../locales/localization.js';

/**
 * Rows in one table at most. The browser lays out only the tables in view (`content-visibility`), so a list
 * of a thousand results costs little more than one of twenty.
 */
const rowsInTable = 20;

/** A word or two in a cell. */
export interface Piece {
  readonly words: string;
  /** Its classes. "usual": on narrow screens it is there only for people who listen. */
  readonly look: string;
}

/** A column of the list, but for the first, which is the name. */
export interface Column {
  readonly label: string;
  readonly words: (result: ResultSummary) => string;
  /** Whether that is as it mostly is: on narrow screens it is there only for people who listen. */
  readonly isUsual?: (result: ResultSummary) => boolean;
  /** The same words as chips and the like. */
  readonly pieces?: (result: ResultSummary) => readonly Piece[];
}

/** A page of the list. */
export interface ResultTables {
  readonly results: readonly ResultSummary[];
  /** The place of its first result in the whole list, counted from 1. */
  readonly first: number;
  /** The same object as long as the language is the same. */
  readonly columns: readonly Column[];
  /** The month of the result before the first: it does not stand there twice. */
  readonly monthBefore: string | undefined;
  readonly monthOf: (result: ResultSummary) => string;
  /** Of the months. */
  readonly headingLevel: number;
  /** Listens to the clicks in a table; the `value` of a button in it is the result's id. */
  readonly onClick: (event: Event) => void;
}

/**
 * A table for each month, or several of twenty rows. They are clones of one table and one row, with the words put
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
    this.#shown = tables;
    const { results, columns } = tables;
    if (before && isSamePlan(before, tables)) {
      this.#rows.forEach((row, index) => {
        const result = results[index];
        if (result && result !== before.results[index]) fill(row, result, columns);
      });
      return noChange;
    }
    this.#rows = results.map((result) => {
      const row = blankOf(columns).row.cloneNode(true) as Element;
      fill(row, result, columns);
      return row;
    });
    const fragment = document.createDocumentFragment();
    for (const part of partsOf(tables)) fragment.append(sectionOf(part, this.#rows, tables));
    return fragment;
  }
}

export const resultTables = directive(ResultTablesDirective);

/** Whether every row stays where it is. */
const isSamePlan = (before: ResultTables, now: ResultTables): boolean =>
  before.columns === now.columns &&
  before.first === now.first &&
  before.monthBefore === now.monthBefore &&
  before.headingLevel === now.headingLevel &&
  before.results.length === now.results.length &&
  before.results.every(({ collectedAt }, index) => collectedAt === now.results[index]?.collectedAt);

/** Results of a month that stand in one table. */
interface Part {
  readonly month: string;
  readonly isFirstOfMonth: boolean;
  /** Places in the page. */
  readonly start: number;
  readonly end: number;
}

const partsOf = ({ results, monthBefore, monthOf }: ResultTables): readonly Part[] => {
  const parts: Part[] = [];
  let last = monthBefore;
  results.forEach((result, index) => {
    const month = monthOf(result);
    const part = parts.at(-1);
    if (part?.month === month && index - part.start < rowsInTable) {
      parts[parts.length - 1] = { ...part, end: index + 1 };
    } else {
      parts.push({ month, isFirstOfMonth: month !== last, start: index, end: index + 1 });
    }
    last = month;
  });
  return parts;
};

const sectionOf = (
  { month, isFirstOfMonth, start, end }: Part,
  rows: readonly Element[],
  { first, columns, headingLevel, onClick }: ResultTables,
): Element => {
  const section = blankOf(columns).section.cloneNode(true) as HTMLElement;
  section.addEventListener('click', onClick);
  section.style.setProperty('--_rows', String(end - start));
  const table = section.firstElementChild;
  const [caption, , head, body] = table?.children ?? [];
  const [from, to] = [first + start, first + end - 1];
  if (caption) caption.textContent = `${month} (${from === to ? to : `${from}–${to}`})`;
  if (from === 1) head?.removeAttribute('class'); // one heading is enough for the eyes
  if (isFirstOfMonth) {
    const heading = element(`h${headingLevel}`, { class: 'month' });
    heading.textContent = month;
    table?.before(heading);
  }
  body?.append(...rows.slice(start, end));
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
      element('caption', { class: 'pw-visually-hidden' }),
      element(
        'colgroup',
        {},
        labels.map(() => element('col', {})),
      ),
      element('thead', { role: 'rowgroup', class: 'pw-visually-hidden' }, [
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
    ...columns.map(() => element('td', { role: 'cell' })),
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
  const language = recordLanguage();
  if (language) button.lang = language;
  let cell = header?.nextElementSibling;
  for (const column of columns) {
    if (cell) fillCell(cell, result, column);
    cell = cell?.nextElementSibling;
  }
};

/** What a row says in a column. */
export const fillCell = (
  cell: Element,
  result: ResultSummary,
  { words, isUsual, pieces }: Column,
): void => {
  if (pieces) {
    cell.replaceChildren(
      ...pieces(result).flatMap(({ words: each, look }, index) => {
        const made = element('span', { class: look });
        made.textContent = each;
        return index === 0 || /^[\s,]/.test(each) ? [made] : [' ', made];
      }),
    );
    return;
  }
  cell.textContent = words(result);
  if (isUsual) cell.className = isUsual(result) ? 'usual' : '';
};
