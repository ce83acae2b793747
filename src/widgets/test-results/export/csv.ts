import { observationName } from '../../../contract/record/analyte.js';
import type { Coding } from '../../../contract/fields.js';
import type { Observation, Result, ResultValue } from '../../../contract/record/results.js';

/**
 * Signs at the start of a cell that make a spreadsheet run it as a formula (OWASP, CSV Injection). Some
 * spreadsheets pass over white space before it.
 */
const formula = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/**
 * A cell of RFC 4180. A text that a spreadsheet would run gets an apostrophe before it, which shows that
 * it is text; a number is a number, below zero too. What parts cells in some countries, a semicolon or a
 * tab, stands in quotes, too.
 */
const cell = (value: string | number | null): string => {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  const defused = formula.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
};

type Row = readonly (string | number | null)[];

/** What a column holds, and how it reads in a result and one of its observations. */
type Column = readonly [
  name: string,
  of: (result: Result, observation: Observation | undefined) => string | number | null,
];

const quantity = (value: ResultValue | null | undefined) =>
  value?.kind === 'quantity' ? value : undefined;

const valueOf = (value: ResultValue | null | undefined): string | number | null =>
  value?.kind === 'text' ? value.text : (value?.value ?? null);

const loincOf = (coding: Coding | null | undefined): string | null =>
  coding?.system === 'http://loinc.org' ? coding.code : null;

/** The value before a correction, in one cell. */
const wordsOf = (value: ResultValue | null | undefined): string | number | null => {
  const { comparator = null, unit = null } = quantity(value) ?? {};
  if (comparator === null && unit === null) return valueOf(value);
  return [`${comparator ?? ''}${valueOf(value) ?? ''}`, unit].filter(Boolean).join(' ');
};

/**
 * The columns, named in English in every language, for programs to find them by. Values are as the
 * laboratory sent them: numbers with a point, units as UCUM, times as RFC 3339.
 */
const columns: readonly Column[] = [
  [
    'collected_at',
    ({ collectedAt, collectedOn = null }, observation) =>
      observation?.takenAt ?? collectedAt ?? collectedOn,
  ],
  ['reported_at', ({ reportedAt }) => reportedAt],
  ['result', ({ name }) => name],
  ['category', ({ category }) => category],
  ['status', ({ status }) => status],
  ['test', (_, observation) => (observation ? observationName(observation) : null)],
  ['loinc', (_, observation) => loincOf(observation?.code)],
  ['comparator', (_, observation) => quantity(observation?.value)?.comparator ?? null],
  ['value', (_, observation) => valueOf(observation?.value)],
  ['unit', (_, observation) => quantity(observation?.value)?.unit ?? null],
  ['range_low', (_, observation) => observation?.referenceRange?.low ?? null],
  ['range_high', (_, observation) => observation?.referenceRange?.high ?? null],
  ['range_text', (_, observation) => observation?.referenceRange?.text ?? null],
  ['flag', (_, observation) => observation?.interpretation ?? null],
  ['no_value_because', (_, observation) => observation?.absentReason ?? null],
  ['value_before_correction', (_, observation) => wordsOf(observation?.previousValue)],
  ['correction', ({ correction }) => correction?.text ?? null],
  ['ordered_by', ({ orderedBy }) => orderedBy],
  ['laboratory', ({ laboratory }) => laboratory],
  ['specimen', ({ specimen }) => specimen],
  ['note_author', ({ note }) => note?.author ?? null],
  ['note', ({ note }) => note?.text ?? null],
];

export const csvColumns: readonly string[] = columns.map(([name]) => name);

/**
 * Results as a table of RFC 4180, a line for each observation (one for a result without any). Begins with a
 * byte order mark, by which spreadsheets know that it is UTF-8.
 */
export const csvOf = (results: readonly Result[]): string => {
  const rows: Row[] = [csvColumns];
  for (const result of results) {
    const observations = result.observations.length > 0 ? result.observations : [undefined];
    for (const observation of observations) {
      rows.push(columns.map(([, of]) => of(result, observation)));
    }
  }
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
};
