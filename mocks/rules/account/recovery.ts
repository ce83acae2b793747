import type { NextStep } from '../../../src/contract/problems.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { nextOpening } from '../../../src/policy/calendar.js';
import { allowed, refused, type Decision, type Refusal } from '../decision.js';
import { waysToUnlock, type Attempts } from './login.js';

const minute = 60_000;

/** What to do where no e-mail comes: the same for everybody (`username.recovery`). */
export const waysWithoutEmail = (policy: PortalPolicy, now: number): NextStep[] => {
  const opening = nextOpening(now, policy);
  const callOffice: NextStep = {
    action: 'call-office',
    ...(opening > now && { at: new Date(opening).toISOString() }),
  };
  return policy.password.resetBy.includes('support-line')
    ? [{ action: 'call-support-line' }, callOffice]
    : [callOffice];
};

/** Whether this portal resets passwords online at all (`password.self-reset`). */
export const decideSelfReset = (policy: PortalPolicy): Decision<null> =>
  policy.password.resetBy.includes('reset-link')
    ? allowed(null)
    : refused('password.self-reset/not-online', {
        detail: 'Passwords are not reset online here.',
        next: [{ action: 'call-support-line' }],
      });

/** What a reset of an account depends on. */
export interface ResetFacts {
  /** By wrong passwords, or by wrong answers. */
  readonly locked: boolean;
  /** By wrong answers to the security question. */
  readonly answersLocked: boolean;
  readonly hasSecurityQuestion: boolean;
}

/** Whether the password of this account may be reset online now. */
export const decideReset = (facts: ResetFacts, policy: PortalPolicy): Decision<null> => {
  if (facts.answersLocked) return answersLocked(policy);
  if (facts.locked && !policy.password.lockedReset) {
    return refused('password.locked-reset', {
      detail: 'The password of a locked account is not reset online.',
      next: waysToUnlock(policy),
    });
  }
  if (policy.password.resetQuestion && !facts.hasSecurityQuestion) {
    return refused('password.reset-question/no-question', {
      detail: 'A security question is asked before a reset, and this account has none.',
      next: [{ action: 'call-office' }],
    });
  }
  return allowed(null);
};

/**
 * Whether the security question was answered, where the policy asks it (`password.reset-question`).
 * @param after the count of wrong answers that stands after this one
 */
export const decideAnswer = (
  after: Attempts,
  right: boolean,
  policy: PortalPolicy,
): Decision<null> => {
  if (after.locked) return answersLocked(policy);
  if (right) return allowed(null);
  return refused('password.reset-question/wrong-answer', {
    detail: 'This is not the answer to the security question.',
    next: [{ action: 'try-again' }, { action: 'call-office' }],
    attemptsLeft: policy.login.maxAttempts - after.failures,
  });
};

/** Another link would only bring more guesses: whoever knows no answer needs a person to unlock. */
const answersLocked = (policy: PortalPolicy): Refusal => {
  const ways = waysToUnlock(policy).filter(({ action }) => action !== 'reset-password');
  return refused('login.lockout', {
    detail: 'Too many wrong answers to the security question: this account is locked.',
    next: ways.length > 0 ? ways : [{ action: 'call-office' }],
    attemptsLeft: 0,
  });
};

/** When a link that is sent now stops working. */
export const linkExpiry = (policy: PortalPolicy, now: number): number =>
  now + policy.password.resetLinkMinutes * minute;

/** Whether a link still works. One that was used, that came with one that was, or that was made up is answered alike. */
export const decideLink = <Reset extends { readonly expiresAt: number }>(
  reset: Reset | undefined,
  now: number,
): Decision<Reset> =>
  reset && now < reset.expiresAt
    ? allowed(reset)
    : refused('password.self-reset/invalid-link', {
        detail: 'This link does not work, or not any more.',
        next: [{ action: 'reset-password' }],
      });

/** Whether a new password by a link unlocks, too (`login.unlock`). */
export const resetUnlocks = (policy: PortalPolicy): boolean =>
  policy.login.unlock.includes('reset-link');

/** What to do once the password is a new one. */
export const stepsAfterReset = (stillLocked: boolean, policy: PortalPolicy): NextStep[] =>
  stillLocked ? waysToUnlock(policy) : [{ action: 'sign-in' }];

const hour = 60 * minute;

/** The times of the letters that count still. */
export const lettersOfHour = (times: readonly number[], now: number): number[] =>
  times.filter((time) => time > now - hour);

/** What there was before a letter is sent. */
interface LetterFacts {
  /** When letters went out, to the account and from the browser. */
  readonly toAccount: readonly number[];
  readonly fromBrowser: readonly number[];
  /** Whether one of those before does as well. */
  readonly isServed: boolean;
}

/**
 * Whether one more letter goes out. Whoever has none that serves gets one, however many strangers have asked
 * for; and nobody who asks is told, since it would tell who has an account (`login.no-hints`).
 */
export const mayWrite = (
  { toAccount, fromBrowser, isServed }: LetterFacts,
  { password: { lettersPerHour } }: PortalPolicy,
  now: number,
): boolean =>
  !isServed ||
  (lettersOfHour(toAccount, now).length < lettersPerHour.account &&
    lettersOfHour(fromBrowser, now).length < lettersPerHour.browser);
