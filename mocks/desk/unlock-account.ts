import { normalUsername } from '../db/tables.js';
import { DeskError } from './desk-error.js';
import type { Hospital } from './hospital.js';
import { recordStaffAction } from './staff-action.js';

/**
 * Unlocks an account for a patient who has called or come in (`login.unlock`), whether passwords or
 * answers have locked it.
 * @param by who has unlocked it
 * @throws DeskError for an unknown username
 */
export const unlockAccount = (
  { db, clock, policy }: Hospital,
  username: string,
  by?: string,
): Promise<void> =>
  db.transact((tables) => {
    const [account] = tables.accounts.by('username', normalUsername(username));
    if (!account) throw new DeskError('not-found', 'There is no such account.');
    tables.signInAttempts.delete(normalUsername(username));
    tables.answerAttempts.delete(account.id);
    const { patientId } = account;
    const now = clock.now();
    recordStaffAction(tables, { patientId, action: 'unlocked-account', by, now, policy });
  });
