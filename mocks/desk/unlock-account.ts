import { normalUsername } from '../db/tables.js';
import { DeskError } from './desk-error.js';
import type { Hospital } from './hospital.js';

/**
 * Unlocks an account for a patient who has called or come in (`login.unlock`), whether passwords or
 * answers have locked it.
 * @throws DeskError for an unknown username
 */
export const unlockAccount = ({ db }: Hospital, username: string): Promise<void> =>
  db.transact((tables) => {
    const [account] = tables.accounts.by('username', normalUsername(username));
    if (!account) throw new DeskError('not-found', 'There is no such account.');
    tables.signInAttempts.delete(normalUsername(username));
    tables.answerAttempts.delete(account.id);
  });
