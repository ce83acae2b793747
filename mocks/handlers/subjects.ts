import type { Subject } from '../../src/contract/session.js';
import type { AccountRecord, PatientRecord, ProxyRecord } from '../db/records/index.js';
import { allowed, notFound, refused, type Decision } from '../rules/decision.js';
import { proxyHolds } from '../rules/proxy.js';
import type { Call } from './call.js';

type Facts = Pick<Call, 'tables' | 'policy' | 'now'>;

/** A record that an account may open. */
export interface OpenRecord {
  readonly patient: PatientRecord;
  /** By which the account may; null: it is its own record. */
  readonly proxy: ProxyRecord | null;
}

/** The records that an account may open, its own first. */
export const openRecordsOf = (
  { tables, policy, now }: Facts,
  account: AccountRecord,
): readonly [OpenRecord, ...OpenRecord[]] => {
  const patient = tables.patients.get(account.patientId);
  if (!patient) throw new Error('An account without a patient.');
  const others = tables.proxies
    .by('proxyPatientId', patient.id)
    .flatMap((proxy) => {
      const of = tables.patients.get(proxy.patientId);
      return of && proxyHolds(proxy, of, policy, now) ? [{ patient: of, proxy }] : [];
    })
    .sort((a, b) => (fullName(a.patient) < fullName(b.patient) ? -1 : 1));
  return [{ patient, proxy: null }, ...others];
};

export const fullName = ({ givenName, familyName }: PatientRecord): string =>
  `${givenName} ${familyName}`;

/** Who is signed in, as a person with a record of their own. */
export const signedInPatient = ({ tables, account }: Pick<Call, 'tables' | 'account'>) => {
  const patient = account && tables.patients.get(account.patientId);
  if (!patient) throw new Error('Nobody is signed in.');
  return patient;
};

/** The same as the session tells them. */
export const subjectsOf = (
  facts: Facts,
  account: AccountRecord,
): readonly [Subject, ...Subject[]] => {
  const [own, ...others] = openRecordsOf(facts, account);
  return [subjectOf(own), ...others.map(subjectOf)];
};

const subjectOf = ({ patient, proxy }: OpenRecord): Subject => ({
  id: patient.id,
  displayName: fullName(patient),
  relationship: proxy?.relationship ?? 'self',
});

/** The record that a request names: one that this account may not open is as if it did not exist. */
export const openRecord = (call: Call, subjectId: string): Decision<PatientRecord> => {
  const record = findRecord(call, subjectId);
  return record ? allowed(record.patient) : notFound;
};

/**
 * The record that a request sends something to, or changes something of: a proxy who may only look is
 * refused (`proxy.friends-and-family`). The row names that rule.
 */
export const openRecordToAct = (call: Call, subjectId: string): Decision<PatientRecord> => {
  const record = findRecord(call, subjectId);
  if (!record) return notFound;
  return record.proxy?.access === 'view' ? viewOnly : allowed(record.patient);
};

const findRecord = (call: Call, subjectId: string): OpenRecord | undefined =>
  call.account === null
    ? undefined
    : openRecordsOf(call, call.account).find(({ patient }) => patient.id === subjectId);

const viewOnly = refused('proxy.friends-and-family', {
  detail: 'This account may look at the record, and send or change nothing in it.',
  next: [{ action: 'ask-patient' }],
});
