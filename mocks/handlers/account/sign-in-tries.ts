import type { AccountRecord } from '../../db/records/index.js';
import { normalUsername } from '../../db/tables.js';
import { normalCode } from '../../rules/account/activation.js';
import { allowed, type Decision } from '../../rules/decision.js';
import { attemptsAfter, noAttempts, type Attempts } from '../../rules/account/login.js';
import { decideCurrentPassword, passwordRequired } from '../../rules/account/preferences.js';
import type { Call } from '../http/call.js';

/**
 * Counts a try to come in by a username, or by what belongs to it (`login.lockout`).
 * @param after the count that stands after it, from the one before
 */
export const countTry = (
  { tables }: Pick<Call, 'tables'>,
  username: string,
  after: (before: Attempts) => Attempts,
): Attempts => {
  const id = normalUsername(username);
  const { failures, locked } = after(tables.signInAttempts.get(id) ?? noAttempts);
  tables.signInAttempts.put({ id, failures, locked });
  return { failures, locked };
};

/** Whether this is the account's password. One that staff have given is read out and typed: dashes do not matter. */
export const isPasswordOf = (
  { hashes }: Pick<Call, 'hashes'>,
  { passwordHash, oneTimeUntil }: Pick<AccountRecord, 'passwordHash' | 'oneTimeUntil'>,
  typed: string,
): boolean => hashes.match(oneTimeUntil === undefined ? typed : normalCode(typed), passwordHash);

/** Lets on who gives the current password (`password.change`). Wrong ones count as at sign-in. */
export const checkCurrentPassword = (
  call: Pick<Call, 'tables' | 'policy' | 'hashes'>,
  account: AccountRecord,
  typed: string,
): Decision<AccountRecord> => {
  const right = isPasswordOf(call, account, typed);
  const after = countTry(call, account.username, (before) =>
    attemptsAfter(before, right, call.policy),
  );
  const decision = decideCurrentPassword(after, right, call.policy);
  return decision.ok ? allowed(account) : decision;
};

/**
 * The same before that is changed by which a new password can be got, where the policy has it so: whoever
 * finds an open session cannot take the account over by it.
 */
export const reauthenticate = (
  call: Pick<Call, 'tables' | 'policy' | 'hashes'>,
  account: AccountRecord,
  typed: string | null | undefined,
): Decision<AccountRecord> => {
  if (!call.policy.password.reauthenticate) return allowed(account);
  return typed ? checkCurrentPassword(call, account, typed) : passwordRequired;
};
