import type { Plugin } from 'vite';
import { testCasesNaming } from '../scripts/rule-tests.js';
import { ruleIds } from '../src/policy/rules.js';

const id = 'virtual:rule-tests';

/** Tells the rulebook how many test cases name each rule. */
export const ruleTests = (): Plugin => ({
  name: 'rule-tests',
  resolveId: (source) => (source === id ? `\0${id}` : undefined),
  load(source) {
    if (source !== `\0${id}`) return undefined;
    const counts = Object.fromEntries(ruleIds.map((rule) => [rule, testCasesNaming(rule)]));
    return `export const testCounts = ${JSON.stringify(counts)};`;
  },
});
