import type { AccountRecord } from '../../db/records/index.js';
import { normalAnswer } from '../../rules/account/security-question.js';
import type { Call } from '../http/call.js';

/**
 * Sets an address: at once in the portal and, where the policy has it so, in the medical record too
 * (`email.instant-update`); elsewhere the hospital takes it over.
 */
export const saveEmail = (
  { tables, policy }: Pick<Call, 'tables' | 'policy'>,
  account: AccountRecord,
  email: string,
): AccountRecord => {
  const changed: AccountRecord = { ...account, email };
  tables.accounts.put(changed);
  const patient = tables.patients.get(account.patientId);
  if (patient && policy.email.instantUpdate) {
    tables.patients.put({ ...patient, contact: { ...patient.contact, email } });
  }
  return changed;
};

/** A security question as it is kept: nobody can read the answer. */
export const hashedQuestion = (
  { question, answer }: { readonly question: string; readonly answer: string },
  hashes: Call['hashes'],
): NonNullable<AccountRecord['securityQuestion']> => ({
  question,
  answerHash: hashes.of(normalAnswer(answer)),
});

/** Links for a new password that were sent and not used: there is a newer way in. */
export const dropResets = ({ tables }: Pick<Call, 'tables'>, { id }: AccountRecord): void => {
  for (const reset of tables.passwordResets.by('accountId', id)) {
    tables.passwordResets.delete(reset.id);
  }
};
