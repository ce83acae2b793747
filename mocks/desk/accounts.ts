import * as z from 'zod/mini';
import { instant } from '../../src/contract/fields.js';
import type { AccountRecord } from '../db/records/index.js';
import { normalUsername, type Tables } from '../db/tables.js';
import { tellOfSignInChange } from '../emails.js';
import { dropResets } from '../handlers/account/own-account.js';
import { removePasskeysOf } from '../handlers/account/passkeys.js';
import { turnOffSecondStep as turnOff } from '../handlers/account/second-step.js';
import { endSessionsOf } from '../handlers/account/sessions.js';
import { hashPassword } from '../password-hash.js';
import { randomCode } from '../tokens.js';
import { normalCode } from '../rules/account/activation.js';
import { allowed } from '../rules/decision.js';
import { givesPasswords, oneTimeExpiry, staffUnlock } from '../rules/account/one-time-password.js';
import { backendAct, deskAct } from './act.js';
import { ofPatient } from './fields.js';
import { conflict, noSuchAccount } from './refusals.js';
import { recordStaffAction } from './staff-action.js';

/** For a patient who has called or come in (`login.unlock`). */
export const unlockAccount = deskAct(
  {
    id: 'unlockAccount',
    summary: 'Unlocks the account of a patient who has called or come in, and leaves the password.',
    method: 'POST',
    path: '/desk/patients/{patient}/account/unlock',
    request: { params: ofPatient },
    response: null,
    safe: false,
  },
  (call) => {
    const { tables, policy } = call;
    const { patient: patientId } = call.params;
    const [account] = tables.accounts.by('patientId', patientId);
    if (!account) return noSuchAccount;
    if (!staffUnlock(policy)) return linkUnlocks;
    if (!policy.login.unlockAlone) return passwordUnlocks;
    if (!isLocked(tables, account)) return notLocked;
    unlock(tables, account);
    recordStaffAction(call, { patientId, action: 'unlocked-account' });
    return allowed(undefined);
  },
);

const linkUnlocks = conflict('Only a link for a new password unlocks an account here.');
const passwordUnlocks = conflict('Here staff give a one-time password. It unlocks the account.');
const notLocked = conflict('This account is not locked.');

/**
 * For a patient who has called or come in, and has shown who it is (`login.unlock`, `password.self-reset`).
 * Hashed before the transaction: others would wait for it.
 */
export const givePassword = backendAct(
  {
    id: 'givePassword',
    summary:
      'A one-time password, which unlocks, too; the one before ends with every session. It is told this once.',
    method: 'POST',
    path: '/desk/patients/{patient}/account/one-time-passwords',
    request: { params: ofPatient },
    response: z.object({ password: z.string(), expiresAt: instant }),
    safe: false,
  },
  async ({ backend, params: { patient: patientId } }) => {
    const password = randomCode();
    const passwordHash = await hashPassword(normalCode(password), backend.passwordIterations);
    return backend.db.transact((tables) => {
      const { policy } = backend;
      const [account] = tables.accounts.by('patientId', patientId);
      if (!account) return noSuchAccount;
      const locked = isLocked(tables, account);
      if (!givesPasswords(policy) || (locked && !staffUnlock(policy))) return linkOnly;
      const now = backend.clock.now();
      const oneTimeUntil = oneTimeExpiry(policy, now);
      tables.accounts.put({ ...account, passwordHash, oneTimeUntil });
      unlock(tables, account);
      dropResets({ tables }, account);
      endSessionsOf(tables, account);
      const call = { tables, policy, now };
      tellOfSignInChange(call, account, 'one-time-password');
      recordStaffAction(call, { patientId, action: 'gave-password' });
      return allowed({ password, expiresAt: new Date(oneTimeUntil).toISOString() });
    });
  },
);

const linkOnly = conflict('Here, only an emailed link leads to a new password.');

/** The passkeys go with it: they are mostly on that phone too. The password is asked for alone then. */
export const turnOffSecondStep = deskAct(
  {
    id: 'turnOffSecondStep',
    summary:
      'Turns off the second step and removes the passkeys of a patient who has lost the phone.',
    method: 'POST',
    path: '/desk/patients/{patient}/account/turn-off-second-step',
    request: { params: ofPatient },
    response: null,
    safe: false,
  },
  (call) => {
    const { tables } = call;
    const { patient: patientId } = call.params;
    const [account] = tables.accounts.by('patientId', patientId);
    if (!account) return noSuchAccount;
    if (tables.authenticatorApps.get(account.id)) tellOfSignInChange(call, account, 'app-removed');
    if (tables.passkeys.by('accountId', account.id).length > 0) {
      tellOfSignInChange(call, account, 'passkey-removed');
    }
    turnOff(tables, account);
    removePasskeysOf(tables, account);
    recordStaffAction(call, { patientId, action: 'turned-off-second-step' });
    return allowed(undefined);
  },
);

/** Where the policy does not do so at once (`email.instant-update`). */
export const takeOverEmail = deskAct(
  {
    id: 'takeOverEmail',
    summary: 'Takes the e-mail address of the account over into the medical record.',
    method: 'POST',
    path: '/desk/patients/{patient}/account/take-over-email',
    request: { params: ofPatient },
    response: null,
    safe: false,
  },
  (call) => {
    const { tables } = call;
    const { patient: patientId } = call.params;
    const patient = tables.patients.get(patientId);
    const [account] = tables.accounts.by('patientId', patientId);
    if (!patient || !account) return noSuchAccount;
    const { email } = account;
    tables.patients.put({ ...patient, contact: { ...patient.contact, email } });
    recordStaffAction(call, { patientId, action: 'took-over-email' });
    return allowed(undefined);
  },
);

/** Whether passwords or answers have locked an account. */
export const isLocked = (
  { signInAttempts, answerAttempts }: Pick<Tables, 'signInAttempts' | 'answerAttempts'>,
  { id, username }: AccountRecord,
): boolean =>
  [signInAttempts.get(normalUsername(username)), answerAttempts.get(id)].some(
    (attempts) => attempts?.locked,
  );

export const unlock = (
  { signInAttempts, answerAttempts }: Pick<Tables, 'signInAttempts' | 'answerAttempts'>,
  { id, username }: AccountRecord,
): void => {
  signInAttempts.delete(normalUsername(username));
  answerAttempts.delete(id);
};
