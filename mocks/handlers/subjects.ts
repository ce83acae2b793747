import type { Subject } from '../../src/contract/session.js';
import type { AccountRecord, PatientRecord } from '../db/records/index.js';
import type { ReadonlyTables } from '../db/tables.js';
import { allowed, notFound, type Decision } from '../rules/decision.js';
import type { Call } from './call.js';

/** The records that an account may open, its own first. */
export const subjectsOf = (
  tables: ReadonlyTables,
  account: AccountRecord,
): readonly [Subject, ...Subject[]] => {
  const patient = tables.patients.get(account.patientId);
  if (!patient) throw new Error('An account without a patient.');
  const { id, givenName, familyName } = patient;
  return [{ id, displayName: `${givenName} ${familyName}`, relationship: 'self' }];
};

/** The record that a request names: one that this account may not open is as if it did not exist. */
export const openRecord = (
  { tables, account }: Call,
  subjectId: string,
): Decision<PatientRecord> => {
  const subject = account && subjectsOf(tables, account).find(({ id }) => id === subjectId);
  const patient = subject && tables.patients.get(subject.id);
  return patient ? allowed(patient) : notFound;
};
