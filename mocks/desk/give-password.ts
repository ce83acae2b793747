import { normalUsername } from '../db/tables.js';
import { tellOfSignInChange } from '../emails.js';
import { dropResets } from '../handlers/account/own-account.js';
import { endSessionsOf } from '../handlers/account/sessions.js';
import { hashPassword } from '../password-hash.js';
import { randomCode } from '../random.js';
import { normalCode } from '../rules/activation.js';
import { givesPasswords, oneTimeExpiry, staffUnlock } from '../rules/one-time-password.js';
import { DeskError } from './desk-error.js';
import type { Hospital } from './hospital.js';
import { recordStaffAction } from './staff-action.js';

/**
 * Gives a one-time password to a patient who has called or come in, and has shown who it is
 * (`login.unlock`, `password.self-reset`). The password before ends at once, with every session. A locked
 * account is unlocked by it.
 * @param by who has given it
 * @returns the password, which is stored nowhere as such, and until when it works
 * @throws DeskError for a patient without an account, and where the policy has staff give none
 */
export const givePassword = async (
  { db, clock, policy, passwordIterations }: Hospital,
  patientId: string,
  by?: string,
): Promise<{ password: string; expiresAt: string }> => {
  const password = randomCode();
  const passwordHash = await hashPassword(normalCode(password), passwordIterations);
  return db.transact((tables) => {
    const [account] = tables.accounts.by('patientId', patientId);
    if (!account) throw new DeskError('not-found', 'There is no such account.');
    const username = normalUsername(account.username);
    const attempts = [tables.signInAttempts.get(username), tables.answerAttempts.get(account.id)];
    const isLocked = attempts.some((each) => each?.locked);
    if (!givesPasswords(policy) || (isLocked && !staffUnlock(policy))) {
      throw new DeskError('conflict', 'Here only a link by e-mail leads to a new password.');
    }
    const now = clock.now();
    const oneTimeUntil = oneTimeExpiry(policy, now);
    tables.accounts.put({ ...account, passwordHash, oneTimeUntil });
    tables.signInAttempts.delete(username);
    tables.answerAttempts.delete(account.id);
    dropResets({ tables }, account);
    endSessionsOf(tables, account);
    tellOfSignInChange({ tables, policy, now }, account, 'one-time-password');
    recordStaffAction(tables, { patientId, action: 'gave-password', by, now, policy });
    return { password, expiresAt: new Date(oneTimeUntil).toISOString() };
  });
};
