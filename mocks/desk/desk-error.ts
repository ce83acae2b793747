import type { FieldError, ProblemKind } from '../../src/contract/problems.js';

/** Staff have asked for something that cannot be done. The message says why, in a sentence for them. */
export class DeskError extends Error {
  override readonly name = 'DeskError';

  constructor(
    /** `not-found`: it is not there. `conflict`: not as things stand. `invalid-request`: it makes no sense. */
    readonly kind: Extract<ProblemKind, 'not-found' | 'conflict' | 'invalid-request'>,
    message: string,
    /** The fields that are wrong, where it is about some. */
    readonly errors?: readonly FieldError[],
  ) {
    super(message);
  }
}
