import * as z from 'zod/mini';
import { refusalsOf, type Endpoint } from '../../../src/contract/endpoint.js';
import { refusalId } from '../../../src/policy/rules.js';
import type { Refusal } from '../../rules/decision.js';

/**
 * An answer as the contract has it. One that does not match, or tells more than the contract says,
 * is a mistake of the backend's own.
 * @throws Error that names the fields, never their values
 */
export const checkedAnswer = (row: Endpoint, value: unknown): unknown => {
  const parsed = (row.response ?? z.undefined()).safeParse(value);
  const mistakes = parsed.success
    ? undeclared(value, parsed.data)
    : parsed.error.issues.map(({ path }) => path.join('.'));
  if (mistakes.length > 0) {
    throw new Error(`The answer of ${row.id} breaks the contract: ${mistakes.join(', ')}`);
  }
  return parsed.data;
};

/**
 * A refusal as the contract has it: by what the row may refuse by, or by no rule.
 * @throws Error for another one
 */
export const checkedRefusal = (row: Endpoint, refusal: Refusal): Refusal => {
  const { rule } = refusal;
  if (rule === undefined) return refusal;
  const id = refusalId({ ...refusal, rule });
  if (refusalsOf(row).some((each) => each === id)) return refusal;
  throw new Error(`The contract does not say that ${row.id} refuses by ${id}.`);
};

/** Paths of what a value has and its schema does not know. */
const undeclared = (value: unknown, known: unknown, path = ''): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const members = new Map<string, unknown>(Object.entries(known ?? {}));
  return Object.entries(value).flatMap(([key, member]) => {
    const memberPath = path ? `${path}.${key}` : key;
    return members.has(key) ? undeclared(member, members.get(key), memberPath) : [memberPath];
  });
};
