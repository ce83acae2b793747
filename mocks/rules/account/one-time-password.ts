import type { NextStep } from '../../../src/contract/problems.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { wrongField } from './credentials.js';
import { allowed, refused, type Decision, type Refusal } from '../decision.js';
import { waysToUnlock } from './login.js';

const hour = 3_600_000;

/** Whether staff unlock accounts at all (`login.unlock`). */
export const staffUnlock = ({ login }: PortalPolicy): boolean =>
  login.unlock.some((way) => way !== 'reset-link');

/** Whether staff give out passwords: to unlock, or to who has forgotten it (`password.self-reset`). */
export const givesPasswords = (policy: PortalPolicy): boolean =>
  staffUnlock(policy) || policy.password.resetBy.includes('support-line');

/** When a one-time password that is given now stops working. */
export const oneTimeExpiry = (policy: PortalPolicy, now: number): number =>
  now + policy.password.oneTimeHours * hour;

/** Whether a one-time password signs in still. One of somebody's own always does. */
export const decideOneTime = (
  until: number | undefined,
  policy: PortalPolicy,
  now: number,
): Decision<null> =>
  until === undefined || now < until
    ? allowed(null)
    : refused('login.unlock', {
        detail: 'This one-time password has expired.',
        next: waysToAnother(policy),
      });

/** Who gives another one; and the link, which the account is open to as it is not locked. */
const waysToAnother = (policy: PortalPolicy): NextStep[] => {
  const { resetBy } = policy.password;
  const ways = waysToUnlock(policy).filter(({ action }) => action !== 'reset-password');
  const line: NextStep = { action: 'call-support-line' };
  const others =
    resetBy.includes('support-line') && !ways.some(({ action }) => action === line.action);
  return [
    ...ways,
    ...(others ? [line] : []),
    ...(resetBy.includes('reset-link') ? [{ action: 'reset-password' } as const] : []),
  ];
};

/** Staff know the password that they have given: it is nobody's own. */
export const sameAsGiven: Refusal = wrongField(
  'signup.own-credentials',
  '/body/password',
  'is-the-code',
  'The one-time password is not a password of one’s own.',
);
