import { expect } from 'chai';

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
export const refusalOf = (kind: string, rule: string | null, ...actions: readonly string[]) => ({
  ok: false,
  kind,
  ...(rule !== null && { rule }),
  next: actions.map((action) => ({ action })),
});

/** By a rule about what was typed: where, and why. */
export const wrongAt = (rule: string, pointer: string, reason: string) => ({
  ...refusalOf('refused', rule, 'try-again'),
  errors: [{ pointer, reason }],
});
