import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { allowed, refused, type Decision, type Refusal } from '../decision.js';

/**
 * Whether an account may have one more that is not sent (`messages.unsent-limit`).
 * @param count how many it has
 */
export const decideUnsent = (
  what: 'files' | 'drafts',
  count: number,
  { messages: { unsent } }: PortalPolicy,
): Decision<null> => (count < unsent[what] ? allowed(null) : tooMany(what));

const tooMany = (what: string): Refusal =>
  refused('messages.unsent-limit', {
    detail: `This account has as many ${what} as it may that are not sent.`,
    next: [{ action: 'try-again' }],
  });
