import type { Eligibility } from '../../src/contract/eligibility.js';
import type { Decision } from './decision.js';

/**
 * What a decision says beforehand, beside the data that it is about.
 * @throws Error for a refusal without a rule: whoever is told of it needs one
 */
export const eligibilityOf = (decision: Decision<unknown>): Eligibility => {
  if (decision.ok) return { allowed: true };
  const { rule, case: ruleCase, next } = decision;
  if (rule === undefined) throw new Error('Only a rule can say that something cannot be done.');
  return { allowed: false, rule, ...(ruleCase && { case: ruleCase }), next: [...next] };
};
