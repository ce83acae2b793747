import type { AccountRecord, BegunStep, SessionRecord } from '../../db/records/index.js';
import type { Tables } from '../../db/tables.js';
import { digest } from '../../digest.js';
import { waitingFor, waitsUntil } from '../../rules/account/second-step.js';

/** What may be asked for after a right password. */
type NextKind = 'second-step' | 'new-password';

/** What a right password begins where something more is asked for. */
export const firstStepOf = async (
  { id, passwordHash }: AccountRecord,
  now: number,
  kind: NextKind = 'second-step',
): Promise<BegunStep> => ({
  kind,
  accountId: id,
  passwordDigest: await digest(passwordHash),
  until: waitsUntil(now),
});

/** Who is to take such a step in a session; undefined: nobody, or the password is another one since. */
export const waitingAccount = async (
  tables: Tables,
  { begun }: SessionRecord,
  now: number,
  kind: NextKind = 'second-step',
): Promise<AccountRecord | undefined> => {
  const [first] = waitingFor(begun, kind, now);
  const account = first && tables.accounts.get(first.accountId);
  const still = account && first.passwordDigest === (await digest(account.passwordHash));
  return still ? account : undefined;
};
