import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { wrongField } from './credentials.js';
import { allowed, refused, type Decision, type Refusal } from '../decision.js';
import { decideSignIn, type Attempts } from './login.js';

/**
 * Whether the current password was given (`password.change`). Wrong ones count, and lock, as at sign-in:
 * somebody else may sit at the computer.
 * @param after the count of wrong passwords that stands after this one
 */
export const decideCurrentPassword = (
  after: Attempts,
  right: boolean,
  policy: PortalPolicy,
): Decision<null> => {
  if (after.locked || right) return decideSignIn(after, right, policy);
  const detail = 'This is not the current password.';
  return refused('password.change/wrong', {
    detail,
    next: [{ action: 'try-again' }, { action: 'reset-password' }],
    attemptsLeft: policy.login.maxAttempts - after.failures,
    errors: [{ pointer: '/body/currentPassword', detail, reason: 'wrong' }],
  });
};

/** The current password is asked for, and did not come: nothing was guessed, so nothing is counted. */
export const passwordRequired: Refusal = wrongField(
  'password.change/missing',
  '/body/currentPassword',
  'required',
  'The current password is asked for.',
);

/** Whether address and phone are changed here (`contact.update`). */
export const decideContactUpdate = (policy: PortalPolicy): Decision<null> =>
  policy.contact.editable
    ? allowed(null)
    : refused('contact.update', {
        detail: 'Address and phone are not changed here.',
        next: [{ action: 'call-office' }],
      });

/**
 * Whether what is changed is still what was read (RFC 9110, 13.1.1): one of the tags, a weak one of which
 * is none of ours, or anything at all.
 * @param etag ours, which has no comma within
 */
export const decideMatch = (ifMatch: string, etag: string): Decision<null> =>
  ifMatch === '*' || ifMatch.split(/[ \t]*,[ \t]*/).includes(etag)
    ? allowed(null)
    : {
        ok: false,
        kind: 'precondition-failed',
        detail: 'Something has changed since it was read.',
        next: [{ action: 'reload' }],
      };
