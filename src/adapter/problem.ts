import type { FieldError, NextStep, ProblemKind } from '../contract/problems.js';
import type { RefusalId } from '../policy/rules.js';

/** Statuses of what a client tells apart (RFC 9110). */
const statuses = {
  refused: 403,
  'invalid-request': 400,
  'signed-out': 401,
  'not-found': 404,
  conflict: 409,
  'too-many-requests': 429,
  internal: 500,
  'not-offered': 501,
  unavailable: 503,
} as const satisfies Partial<Record<ProblemKind, number>>;

type AdapterProblemKind = keyof typeof statuses;

/** What goes with a refusal. */
export interface RefusalDetails {
  /** What the person can do now, best first: no refusal is a dead end. */
  readonly next: readonly NextStep[];
  /** Fields that the rule is about, where it is about what was typed. */
  readonly errors?: readonly FieldError[];
  /** For `login.*`: tries left before the account locks. */
  readonly attemptsLeft?: number;
}

/** What an adapter's function throws to answer with problem details (RFC 9457). */
export class AdapterProblem extends Error {
  readonly status: number;
  constructor(
    readonly kind: AdapterProblemKind,
    /** The members of the problem beside type, title and status. */
    readonly members: object,
  ) {
    super(kind);
    this.status = statuses[kind];
  }
}

/** No, by a rule of the portal: `throw refusal('renewal.one-pending', { next: [{ action: 'call-office' }] })`. */
export const refusal = (id: RefusalId, details: RefusalDetails): AdapterProblem => {
  const [rule, ruleCase] = id.split('/');
  return new AdapterProblem('refused', { rule, case: ruleCase, ...details });
};

/** No, for another reason: `throw problem('not-found')`. */
export const problem = (
  kind: Exclude<AdapterProblemKind, 'refused'>,
  errors?: readonly FieldError[],
): AdapterProblem => new AdapterProblem(kind, { next: [], errors });
