import type { Subject } from '../../../src/contract/account/session.js';
import type { AccountRecord, Area, PatientRecord } from '../../db/records/index.js';
import { allowed, notFound, refused, type Decision } from '../../rules/decision.js';
import { proxyHolds } from '../../rules/family/proxy.js';
import type { Call, OpenRecord, RecordCall } from '../http/call.js';

type Facts = Pick<Call, 'tables' | 'policy' | 'now'>;

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
  { record }: Pick<RecordCall, 'record'>,
  area: Area,
): { readonly notShown?: number } => {
  const notShown = record.patient.notShown?.[area];
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

/** A record, opened to an account: one that it may not open is as if it did not exist. */
export const openRecord = (
  facts: Facts,
  account: AccountRecord,
  subjectId: string,
): Decision<OpenRecord> => {
  const record = openRecordsOf(facts, account).find(({ patient }) => patient.id === subjectId);
  return record ? allowed(record) : notFound;
};

/** Whether whoever has opened a record may act on it: not a proxy who may only look. */
export const decideActing = (record: OpenRecord): Decision<OpenRecord> =>
  record.proxy?.access === 'view' ? viewOnly : allowed(record);

const viewOnly = refused('proxy.friends-and-family/view-only', {
  detail: 'This account may look at the record, and send or change nothing in it.',
  next: [{ action: 'ask-patient' }],
});
