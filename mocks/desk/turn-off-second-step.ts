import { tellOfSignInChange } from '../emails.js';
import { removePasskeysOf } from '../handlers/account/passkeys.js';
import { turnOffSecondStep as turnOff } from '../handlers/account/second-step.js';
import { DeskError } from './desk-error.js';
import type { Hospital } from './hospital.js';
import { recordStaffAction } from './staff-action.js';

/**
 * Turns off the second step of a patient who has come in without the phone, and removes the passkeys,
 * which are mostly on that phone too. The password is asked for alone then.
 * @param by who has done it
 * @throws DeskError for a patient without an account
 */
export const turnOffSecondStep = (
  { db, clock, policy }: Hospital,
  patientId: string,
  by?: string,
): Promise<void> =>
  db.transact((tables) => {
    const [account] = tables.accounts.by('patientId', patientId);
    if (!account) throw new DeskError('not-found', 'There is no such account.');
    const now = clock.now();
    const sending = { tables, policy, now };
    if (tables.authenticatorApps.get(account.id))
      tellOfSignInChange(sending, account, 'app-removed');
    if (tables.passkeys.by('accountId', account.id).length > 0) {
      tellOfSignInChange(sending, account, 'passkey-removed');
    }
    turnOff(tables, account);
    removePasskeysOf(tables, account);
    recordStaffAction(tables, { patientId, action: 'turned-off-second-step', by, now, policy });
  });
