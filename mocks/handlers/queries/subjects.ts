import type { Subject } from '../../../src/contract/session.js';
import type { AccountRecord, Area, PatientRecord, ProxyRecord } from '../../db/records/index.js';
import { allowed, notFound, refused, type Decision } from '../../rules/decision.js';
import { proxyHolds } from '../../rules/proxy.js';
import type { Call } from '../http/call.js';

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
    .sort((a, b) => comparePatients(a.patient, b.patient));
  return [{ patient, proxy: null }, ...others];
};

const names = new Intl.Collator('en');

/** By name, as people sort names; namesakes always in the same order. */
export const comparePatients = (a: PatientRecord, b: PatientRecord): number =>
  names.compare(fullName(a), fullName(b)) || (a.id < b.id ? -1 : Number(a.id > b.id));

export const fullName = ({ givenName, familyName }: PatientRecord): string =>
  `${givenName} ${familyName}`.trim();

/** How many entries of an area the source has that are not shown whole; nothing to tell where there are none. */
export const notShownIn = (
  { tables, params }: Pick<Call, 'tables'> & { readonly params: { readonly subject: string } },
  area: Area,
): { readonly notShown?: number } => {
  const notShown = tables.patients.get(params.subject)?.notShown?.[area];
  return notShown === undefined ? {} : { notShown };
};

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
  access: proxy?.access ?? 'full',
});

/**
 * The record that a request names, and by what it is open: one that this account may not open is as if it
 * did not exist.
 */
export const findOpenRecord = (call: Call, subjectId: string): Decision<OpenRecord> => {
  const records = call.account ? openRecordsOf(call, call.account) : [];
  const record = records.find(({ patient }) => patient.id === subjectId);
  return record ? allowed(record) : notFound;
};

/** The record that a request looks at. */
export const openRecord = (call: Call, subjectId: string): Decision<PatientRecord> => {
  const record = findOpenRecord(call, subjectId);
  return record.ok ? allowed(record.value.patient) : record;
};

/**
 * The record that a request sends something to, changes something of, or watches over: a proxy who may only
 * look is refused (`proxy.friends-and-family`). The row names that rule.
 */
export const openRecordToAct = (call: Call, subjectId: string): Decision<PatientRecord> => {
  const record = findOpenRecord(call, subjectId);
  if (!record.ok) return record;
  const { patient, proxy } = record.value;
  return proxy?.access === 'view' ? viewOnly : allowed(patient);
};

const viewOnly = refused('proxy.friends-and-family', {
  detail: 'This account may look at the record, and send or change nothing in it.',
  next: [{ action: 'ask-patient' }],
});
