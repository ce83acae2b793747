/**
 * Prints a row for each rule: whether the backend enforces it or it only informs, which endpoints refuse by it,
 * in which areas widgets have words for that, which answers of the FAQ tell it, and how many test cases
 * name it.
 *
 *   npm run rules    fails for a refusal without words, and for a rule that no test names or that no answer
 *                    of the FAQ tells
 */
import { refusalsOf, type Endpoint } from '../src/contract/endpoint.js';
import { contract } from '../src/contract/index.js';
import { entryIds, type EntryId } from '../src/faq/entries.js';
import { rulesOf } from '../src/faq/faq.js';
import { refusalParts, ruleIds, rules, type RefusalId, type RuleId } from '../src/policy/rules.js';
import { refusalWords } from '../src/ui/refusals/load-refusal.js';
import { testCasesNaming } from './rule-tests.js';

interface Row {
  readonly rule: RuleId;
  readonly refusedBy: readonly string[];
  readonly areas: readonly string[];
  readonly answers: readonly EntryId[];
  readonly testCases: number;
}

const endpoints: readonly Endpoint[] = Object.values(contract);

/** What has words, by area. */
const worded = new Map<string, readonly string[]>();
for (const [area, load] of Object.entries(refusalWords))
  worded.set(area, Object.keys(await load()));

const isOf = (rule: RuleId) => (id: string) => refusalParts(id).rule === rule;

const rowOf = (rule: RuleId): Row => ({
  rule,
  refusedBy: endpoints.filter((row) => refusalsOf(row).some(isOf(rule))).map(({ id }) => id),
  areas: [...worded].filter(([, ids]) => ids.some(isOf(rule))).map(([area]) => area),
  answers: entryIds.filter((id) => rulesOf(id).includes(rule)),
  testCases: testCasesNaming(rule),
});

/** Told by the page as a whole, which is left. */
const toldElsewhere: RefusalId = 'session.idle-logout';

const wordless = [...new Set(endpoints.flatMap(refusalsOf))].filter(
  (id) => id !== toldElsewhere && ![...worded.values()].some((ids) => ids.includes(id)),
);

/** What is missing of a rule. */
const gaps = ({ rule, refusedBy, answers, testCases }: Row): string[] => [
  ...wordless.filter(isOf(rule)).map((id) => `no area has words for ${id}`),
  ...(rules[rule] === 'informs' && refusedBy.length > 0 ? ['it only informs, and refuses'] : []),
  ...(testCases === 0 ? ['no test names it'] : []),
  ...(answers.length === 0 ? ['no answer of the FAQ tells it'] : []),
];

const shown = (names: readonly string[]): string => {
  const [first, ...others] = names;
  if (first === undefined) return '–';
  return others.length > 0 ? `${first} and ${others.length} more` : first;
};

const rows = ruleIds.map(rowOf);
const cells = [
  ['rule', 'is', 'refused by', 'words', 'FAQ', 'tests'],
  ...rows.map(({ rule, refusedBy, areas, answers, testCases }) => [
    rule,
    rules[rule],
    shown(refusedBy),
    shown(areas),
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
else {
  console.log(
    `${rows.length} rules; each has its tests and its answer, and each refusal by one its words.`,
  );
}
