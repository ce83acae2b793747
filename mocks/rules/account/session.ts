import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { allowed, refused, type Decision, type Refusal } from '../decision.js';

const minute = 60_000;

/** The idle limit ended the session (`session.idle-logout`). */
export const endedByIdling: Refusal = refused('session.idle-logout', {
  kind: 'signed-out',
  detail: 'The session ended because it was not used for a while.',
  next: [{ action: 'sign-in' }],
});

/** Nobody is signed in, or somebody signed out. */
export const signedOut: Refusal = {
  ok: false,
  kind: 'signed-out',
  detail: 'Nobody is signed in.',
  next: [{ action: 'sign-in' }],
};

/**
 * Whether a session still holds: it is over from the moment at which `idleMinutes` have passed
 * since the last activity.
 * @returns the milliseconds that are left
 */
export const decideIdle = (
  lastActivityAt: number,
  policy: PortalPolicy,
  now: number,
): Decision<number> => {
  const left = lastActivityAt + policy.session.idleMinutes * minute - now;
  return left > 0 ? allowed(left) : endedByIdling;
};
