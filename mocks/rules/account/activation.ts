import type { NextStep } from '../../../src/contract/problems.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import type { ActivationCodeRecord, PatientRecord } from '../../db/records/index.js';
import { endOfDay, lastDay } from '../../../src/policy/calendar.js';
import { allowed, refused, type Decision } from '../decision.js';
import type { Attempts } from './login.js';
import { withAsciiDigits } from '../../../src/shape/typed-text.js';

/**
 * How codes are compared: without regard to letter case, to dashes and space between letters, and to the
 * script that digits are written in.
 */
export const normalCode = (code: string): string =>
  withAsciiDigits(code.normalize('NFKC'))
    .toUpperCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');

/** The last day on which a code works (`activation.expires`). */
export const worksThrough = (code: ActivationCodeRecord, policy: PortalPolicy): string =>
  lastDay(code.issuedAt, policy.activation.expiresAfterDays, policy);

/**
 * Whether a code with its second proof can be used now. A code that was never issued and a wrong date
 * of birth are answered alike; what was used or is too old is told to its patient only.
 * @param code the one that was given with the right date of birth; undefined: there is none
 * @param after the count of wrong tries at what was typed as the code
 */
export const decideCode = (
  code: ActivationCodeRecord | undefined,
  after: Attempts,
  policy: PortalPolicy,
  now: number,
): Decision<ActivationCodeRecord> => {
  if (after.locked) {
    return refused('activation.issued-at-visit/tried-too-often', {
      detail: 'This was tried too often: only a new code from the office helps.',
      next: waysToACode(policy),
      attemptsLeft: 0,
    });
  }
  if (!code) {
    return refused('activation.issued-at-visit/no-match', {
      detail: 'No code that was issued at a visit goes with this date of birth.',
      next: [{ action: 'try-again' }, ...waysToACode(policy)],
      attemptsLeft: policy.login.maxAttempts - after.failures,
    });
  }
  if (code.used) {
    return refused('activation.single-use', {
      detail: 'A code works once, and this one was used.',
      next: [{ action: 'sign-in' }, { action: 'recover-username' }, { action: 'call-office' }],
    });
  }
  if (now >= endOfDay(worksThrough(code, policy), policy.timeZone)) {
    return refused('activation.expires', {
      detail: 'This code was issued too long ago.',
      next: waysToACode(policy),
    });
  }
  return allowed(code);
};

/** Only staff issue codes: by whom to ask for one (`activation.issued-at-visit`). */
const waysToACode = ({ activation }: PortalPolicy): NextStep[] => [
  { action: 'call-office' },
  { action: 'ask-at-next-visit' },
  ...(activation.helpByEmail ? [{ action: 'email-support' } as const] : []),
];

/** Whether a patient may get an account: at most one, and where asked for with the signed form. */
export const decideNewAccount = (
  patient: PatientRecord,
  hasAccount: boolean,
  policy: PortalPolicy,
): Decision<PatientRecord> => {
  if (hasAccount) {
    return refused('account.one-per-adult', {
      detail: 'This patient has an account already.',
      next: [{ action: 'sign-in' }, { action: 'recover-username' }, { action: 'call-office' }],
    });
  }
  if (policy.signup.releaseOfInformation && !patient.releaseOfInformation) {
    return refused('account.release-of-information', {
      detail: 'The signed Release of Information request is not there yet.',
      next: [{ action: 'call-office' }, { action: 'ask-at-next-visit' }],
    });
  }
  return allowed(patient);
};
