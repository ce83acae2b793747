import type { AccountRecord, BegunStep, SessionRecord } from '../db/records/index.js';
import type { Tables } from '../db/tables.js';
import { digest } from '../digest.js';
import { waitingFor, waitsUntil } from '../rules/second-step.js';

/** What a right password begins where a second step is asked for. */
export const firstStepOf = async (
  { id, passwordHash }: AccountRecord,
  now: number,
): Promise<BegunStep> => ({
  kind: 'second-step',
  accountId: id,
  passwordDigest: await digest(passwordHash),
  until: waitsUntil(now),
});

/** Whose second step a session waits for; undefined: none, or the password is another one since. */
export const waitingAccount = async (
  tables: Tables,
  { begun }: SessionRecord,
  now: number,
): Promise<AccountRecord | undefined> => {
  const [first] = waitingFor(begun, 'second-step', now);
  const account = first && tables.accounts.get(first.accountId);
  const still = account && first.passwordDigest === (await digest(account.passwordHash));
  return still ? account : undefined;
};
