/**
 * The rulebook as pure functions: of policy, record and time, to a decision. Neither requests nor storage come in
 * here.
 */
import type { FieldError, NextStep, ProblemKind } from '../../src/contract/problems.js';
import { refusalParts, type RefusalId, type RuleId } from '../../src/policy/rules.js';

/** A no: by which rule, and what the person can do now. */
export interface Refusal {
  readonly ok: false;
  readonly kind: ProblemKind;
  /** Absent: the cause is technical. */
  readonly rule?: RuleId;
  /** Which of its cases, where it has several. */
  readonly case?: string;
  /** For developers: one sentence, without anything that the request or the record says. */
  readonly detail: string;
  /** Best first. */
  readonly next: readonly NextStep[];
  /** For `login.no-hints` and `login.lockout`: tries left before the account locks. */
  readonly attemptsLeft?: number;
  /** For `invalid-request`, and for rules about what was typed: the fields that are wrong. */
  readonly errors?: readonly FieldError[];
}

export interface Allowed<T> {
  readonly ok: true;
  readonly value: T;
}

/** What a rule says: yes with a value, or no with a way on. */
export type Decision<T> = Allowed<T> | Refusal;

export const allowed = <T>(value: T): Allowed<T> => ({ ok: true, value });

/** A refusal by a rule of the rulebook, or by one of its cases. */
export const refused = (
  id: RefusalId,
  refusal: Pick<Refusal, 'detail' | 'next' | 'attemptsLeft' | 'errors'> & {
    readonly kind?: ProblemKind;
  },
): Refusal => ({ ok: false, kind: 'refused', ...refusalParts<RuleId>(id), ...refusal });

/** A thing that is not there, or not for this person: the two are told apart nowhere. */
export const notFound: Refusal = {
  ok: false,
  kind: 'not-found',
  detail: 'There is nothing at this address.',
  next: [],
};
