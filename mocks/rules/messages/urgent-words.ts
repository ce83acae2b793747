import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { allowed, refused, type Decision } from '../decision.js';
import { urgentWordsOf } from '../default-lists.js';
import { hasPhrase, wordsOf } from '../words.js';
import type { WrittenMessage } from './written-message.js';

/**
 * Whether a message may wait for its answer (`messages.not-urgent`): one with words of an emergency is
 * sent only when its writer says that it is none.
 */
export const decideNotUrgent = (
  { title, text, confirmed }: WrittenMessage,
  policy: PortalPolicy,
): Decision<null> => {
  if (confirmed.includes('not-urgent')) return allowed(null);
  const urgentWords = urgentWordsOf(policy);
  const isUrgent = (written: string) => {
    const words = wordsOf(written);
    return urgentWords.some((phrase) => hasPhrase(words, phrase));
  };
  const errors = [
    ...(title !== undefined && isUrgent(title) ? [{ pointer: '/body/title', detail }] : []),
    ...(isUrgent(text) ? [{ pointer: '/body/text', detail }] : []),
  ];
  if (errors.length === 0) return allowed(null);
  return refused('messages.not-urgent', {
    detail,
    next: [{ action: 'call-emergency' }, { action: 'call-office' }, { action: 'confirm' }],
    errors,
  });
};

const detail = 'This has words that may tell of an emergency.';
