import * as z from 'zod/mini';
import { ruleIds } from '../policy/rules.js';
import { openEnum } from './fields.js';
import { nextStep } from './problems.js';

/**
 * Whether something could be asked for now, told beforehand: by the rule that would refuse it, and
 * with the same next steps.
 */
export const eligibility = z.discriminatedUnion('allowed', [
  z.object({ allowed: z.literal(true) }),
  z.object({
    allowed: z.literal(false),
    rule: openEnum(ruleIds),
    /** Which of its cases, where it has several: `ended`. */
    case: z.optional(z.string()),
    /** What to do instead, best first. */
    next: z.array(nextStep),
  }),
]);
export type Eligibility = z.infer<typeof eligibility>;
