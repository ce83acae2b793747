import { expect } from 'chai';
import { refusalParts, type RefusalId } from '../../../src/policy/rules.js';

/** A refusal without its sentences for developers, which every one has. */
export const said = (decision: {
  readonly ok: boolean;
  readonly detail?: string;
  readonly errors?: readonly { readonly detail: string }[];
}) => {
  const { detail, errors, ...rest } = decision;
  expect(detail).to.be.a('string').and.not.equal('');
  if (!errors) return rest;
  for (const error of errors) expect(error.detail).to.be.a('string').and.not.equal('');
  return { ...rest, errors: errors.map(({ detail: _, ...error }) => error) };
};

/** What is said by a rule, or without one, and what to do now. */
export const refusalOf = (kind: string, id: RefusalId | null, ...actions: readonly string[]) => ({
  ok: false,
  kind,
  ...(id !== null && refusalParts(id)),
  next: actions.map((action) => ({ action })),
});

/** By a rule about what was typed: where, and why. */
export const wrongAt = (id: RefusalId, pointer: string, reason: string) => ({
  ...refusalOf('refused', id, 'try-again'),
  errors: [{ pointer, reason }],
});
