import * as z from 'zod/mini';
import { ruleIds } from '../policy/rules.js';
import { nextStep } from './problems.js';

/**
 * Whether something could be asked for now, told beforehand: by the rule that would refuse it, and
 * with the same next steps.
 */
export const eligibility = z.discriminatedUnion('allowed', [
  z.object({ allowed: z.literal(true) }),
  z.object({
    allowed: z.literal(false),
    rule: z.enum(ruleIds),
    /** What to do instead, best first. */
    next: z.array(nextStep),
  }),
]);
export type Eligibility = z.infer<typeof eligibility>;
