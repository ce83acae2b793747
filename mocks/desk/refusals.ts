import type { FieldError } from '../../src/contract/problems.js';
import type { Refusal } from '../rules/decision.js';

const refusal = (kind: Refusal['kind'], detail: string): Refusal => ({
  ok: false,
  kind,
  detail,
  next: [],
});

/** It is not there. Each of these says why in a sentence for staff: no rule of the portal's refuses. */
export const notThere = (detail: string): Refusal => refusal('not-found', detail);

/** It cannot be done as things stand. */
export const conflict = (detail: string): Refusal => refusal('conflict', detail);

/** It makes no sense. */
export const invalid = (detail: string, errors: readonly FieldError[]): Refusal => ({
  ...refusal('invalid-request', detail),
  errors,
});

export const noSuchPatient = notThere('There is no such patient.');
export const noSuchAccount = notThere('There is no such account.');
