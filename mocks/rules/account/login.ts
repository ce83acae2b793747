import type { NextAction, NextStep } from '../../../src/contract/problems.js';
import type { PortalPolicy, UnlockWay } from '../../../src/policy/portal-policy.js';
import { allowed, refused, type Decision, type Refusal } from '../decision.js';

/** What is kept of the wrong tries in a row: at a username's password, a code, a security answer. */
export interface Attempts {
  readonly failures: number;
  readonly locked: boolean;
}

export const noAttempts: Attempts = { failures: 0, locked: false };

/**
 * The count after one more try (`login.lockout`): the `maxAttempts`-th wrong one in a row locks, a
 * right one starts over. What is locked stays so, whatever is tried and however long it takes.
 */
export const attemptsAfter = (before: Attempts, right: boolean, policy: PortalPolicy): Attempts => {
  if (before.locked) return before;
  if (right) return noAttempts;
  const failures = before.failures + 1;
  return { failures, locked: failures >= policy.login.maxAttempts };
};

/**
 * Whether a try signs in, by the count that stands after it. Unknown usernames come here with a
 * wrong password, so that they are answered as known ones are (`login.no-hints`).
 */
export const decideSignIn = (
  after: Attempts,
  passwordRight: boolean,
  policy: PortalPolicy,
): Decision<null> => {
  if (after.locked) {
    return refused('login.lockout', {
      detail: 'Too many wrong passwords in a row: this account is locked.',
      next: waysToUnlock(policy),
      attemptsLeft: 0,
    });
  }
  if (!passwordRight) {
    return refused('login.no-hints/password', {
      detail: 'Username and password do not match an account.',
      next: [{ action: 'try-again' }, { action: 'reset-password' }],
      attemptsLeft: policy.login.maxAttempts - after.failures,
    });
  }
  return allowed(null);
};

const unlockActions: Readonly<Record<UnlockWay, NextAction>> = {
  'support-line': 'call-support-line',
  'reset-link': 'reset-password',
  office: 'call-office',
};

/** What the hospital lets unlock an account (`login.unlock`), in its order. */
export const waysToUnlock = (policy: PortalPolicy): NextStep[] =>
  policy.login.unlock.map((way) => ({ action: unlockActions[way] }));

/** The browser does not send back the cookie that it was given (`login.cookies-required`). */
export const cookiesRequired: Refusal = refused('login.cookies-required', {
  detail: 'This browser does not send cookies, and without them nobody can stay signed in.',
  next: [{ action: 'enable-cookies' }],
});

const minute = 60_000;

/**
 * Whether a browser in which nobody is signed in may try once more now, and the times to keep if so.
 * @param requests times of its earlier ones, oldest first
 */
export const decideTryRate = (
  requests: readonly number[],
  policy: PortalPolicy,
  now: number,
): Decision<readonly number[]> => {
  const recent = requests.filter((time) => time > now - minute);
  const blocking = recent.at(-policy.login.requestsPerMinute);
  if (blocking === undefined) return allowed([...recent, now]);
  return {
    ok: false,
    kind: 'too-many-requests',
    detail: 'Too many tries in one minute.',
    next: [{ action: 'wait', at: new Date(blocking + minute).toISOString() }],
  };
};
