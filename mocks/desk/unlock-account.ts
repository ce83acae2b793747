import { normalUsername } from '../db/tables.js';
import { staffUnlock } from '../rules/one-time-password.js';
import { DeskError } from './desk-error.js';
import type { Hospital } from './hospital.js';
import { recordStaffAction } from './staff-action.js';

/**
 * Unlocks an account for a patient who has called or come in (`login.unlock`), whether passwords or
 * answers have locked it, and leaves the password, where the policy allows that.
 * @param by who has unlocked it
 * @throws DeskError for an unknown username; for an account that is not locked, and where the policy lets no
 *   staff unlock any, or only by a new password
 */
export const unlockAccount = (
  { db, clock, policy }: Hospital,
  username: string,
  by?: string,
): Promise<void> =>
  db.transact((tables) => {
    const [account] = tables.accounts.by('username', normalUsername(username));
    if (!account) throw new DeskError('not-found', 'There is no such account.');
    if (!staffUnlock(policy)) {
      throw new DeskError('conflict', 'Here only a link for a new password unlocks an account.');
    }
    if (!policy.login.unlockAlone) {
      throw new DeskError(
        'conflict',
        'Here staff give a one-time password. It unlocks the account.',
      );
    }
    const attempts = [
      tables.signInAttempts.get(normalUsername(username)),
      tables.answerAttempts.get(account.id),
    ];
    if (!attempts.some((each) => each?.locked)) {
      throw new DeskError('conflict', 'This account is not locked.');
    }
    tables.signInAttempts.delete(normalUsername(username));
    tables.answerAttempts.delete(account.id);
    const { patientId } = account;
    const now = clock.now();
    recordStaffAction(tables, { patientId, action: 'unlocked-account', by, now, policy });
  });
