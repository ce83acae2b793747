import type { AccountRecord } from '../db/records/index.js';
import { normalUsername } from '../db/tables.js';
import { passwordMatches } from '../password-hash.js';
import { normalCode } from '../rules/activation.js';
import { allowed, type Decision } from '../rules/decision.js';
import { attemptsAfter, noAttempts, type Attempts } from '../rules/login.js';
import { decideCurrentPassword } from '../rules/preferences.js';
import type { Call } from './call.js';

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
  { passwordHash, oneTimeUntil }: Pick<AccountRecord, 'passwordHash' | 'oneTimeUntil'>,
  typed: string,
): Promise<boolean> =>
  passwordMatches(oneTimeUntil === undefined ? typed : normalCode(typed), passwordHash);

/** Lets on who gives the current password (`password.change`). Wrong ones count as at sign-in. */
export const checkCurrentPassword = async (
  call: Pick<Call, 'tables' | 'policy'>,
  account: AccountRecord,
  typed: string,
): Promise<Decision<AccountRecord>> => {
  const right = await isPasswordOf(account, typed);
  const after = countTry(call, account.username, (before) =>
    attemptsAfter(before, right, call.policy),
  );
  const decision = decideCurrentPassword(after, right, call.policy);
  return decision.ok ? allowed(account) : decision;
};
