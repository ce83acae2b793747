import type { Mistake } from '../shape/shape.js';
import type { SetupProblem } from '../shape/setup-problem.js';

/** A policy that cannot be used, with every mistake in it. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';

  constructor(
    summary: string,
    readonly mistakes: readonly Mistake[] = [],
    readonly problem: SetupProblem = 'policy-invalid',
  ) {
    const list = mistakes.map(
      ({ path, expected }) => `\n  ${path || 'policy'}: expected ${expected}`,
    );
    super(`${summary}${list.join('')}`);
  }
}
