/**
 * Prints a row for each rule: whether the backend enforces it or it only informs, what enforces it,
 * which endpoints refuse by it, which widgets explain it, which answers of the FAQ tell it, and how
 * many test cases name it.
 *
 *   npm run rules    fails for an enforced rule that nothing enforces or that no widget explains, and for
 *                    any rule that no test names or that no answer of the FAQ tells
 */
import { refusalsOf, type Endpoint } from '../src/contract/endpoint.js';
import { contract } from '../src/contract/index.js';
import { entryIds, type EntryId } from '../src/faq/entries.js';
import { rulesOf } from '../src/faq/faq.js';
import { ruleIds, rules, type RuleId } from '../src/policy/rules.js';
import { filesNaming, testCasesNaming } from './rule-mentions.js';

/** The backend; for what must hold before anything is sent, client and session. */
const enforcers = ['mocks/rules', 'mocks/handlers', 'mocks/desk', 'src/client', 'src/session'];

interface Row {
  readonly rule: RuleId;
  readonly enforcedBy: readonly string[];
  readonly refusedBy: readonly string[];
  readonly widgets: readonly string[];
  readonly answers: readonly EntryId[];
  readonly testCases: number;
}

const rowOf = (rule: RuleId): Row => ({
  rule,
  enforcedBy: filesNaming(rule, enforcers),
  refusedBy: Object.values<Endpoint>(contract)
    .filter((row) => refusalsOf(row).includes(rule))
    .map(({ id }) => id),
  widgets: filesNaming(rule, ['src/widgets', 'src/ui']),
  answers: entryIds.filter((id) => rulesOf(id).includes(rule)),
  testCases: testCasesNaming(rule),
});

/** What is missing of a rule. */
const gaps = ({ rule, enforcedBy, widgets, answers, testCases }: Row): string[] => [
  ...(rules[rule] === 'enforced' && enforcedBy.length === 0 ? ['nothing enforces it'] : []),
  ...(rules[rule] === 'enforced' && widgets.length === 0 ? ['no widget explains it'] : []),
  ...(testCases === 0 ? ['no test names it'] : []),
  ...(answers.length === 0 ? ['no answer of the FAQ tells it'] : []),
];

const shown = (names: readonly string[]): string => {
  const [first, ...others] = names;
  if (first === undefined) return '–';
  return others.length > 0 ? `${first} and ${others.length} more` : first;
};

const fileName = (path: string) => path.replace(/^.*\//, '').replace(/\.ts$/, '');

const rows = ruleIds.map(rowOf);
const cells = [
  ['rule', 'is', 'enforced by', 'refused by', 'widget', 'FAQ', 'tests'],
  ...rows.map(({ rule, enforcedBy, refusedBy, widgets, answers, testCases }) => [
    rule,
    rules[rule],
    shown(enforcedBy.map(fileName)),
    shown(refusedBy),
    shown(widgets.map(fileName)),
    shown(answers),
    String(testCases),
  ]),
];
const widths =
  cells[0]?.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0))) ?? [];
for (const row of cells) {
  console.log(
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

const incomplete = rows.flatMap((row) => gaps(row).map((gap) => `${row.rule}: ${gap}.`));
for (const line of incomplete) console.error(line);
if (incomplete.length > 0) process.exitCode = 1;
else
  console.log(
    `${rows.length} rules; each that is enforced has its place and its tests, and each has its answer.`,
  );
