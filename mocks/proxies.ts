import type { PortalPolicy } from '../src/policy/portal-policy.js';
import type { ProxyRecord } from './db/records/index.js';
import type { Tables } from './db/tables.js';
import { accessGivenLetter, sendEmail } from './emails.js';
import { randomToken } from './tokens.js';

/** What was decided about the one's access to the other's record. */
export const accessOf = (
  tables: Tables,
  patientId: string,
  proxyPatientId: string,
): readonly ProxyRecord[] =>
  tables.proxies
    .by('patientId', patientId)
    .filter((proxy) => proxy.proxyPatientId === proxyPatientId);

/**
 * Opens a record to somebody, and tells its patient. What was decided about the two before, holds no more.
 */
export const giveAccess = (
  tables: Tables,
  access: Omit<ProxyRecord, 'id' | 'ended'>,
  policy: PortalPolicy,
): void => {
  const { patientId, proxyPatientId, since } = access;
  for (const earlier of accessOf(tables, patientId, proxyPatientId)) {
    tables.proxies.delete(earlier.id);
  }
  tables.proxies.put({ ...access, id: randomToken(), ended: null });
  for (const account of tables.accounts.by('patientId', patientId)) {
    sendEmail(tables, account, accessGivenLetter(policy), since);
  }
};
