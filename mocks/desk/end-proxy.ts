import { proxyHolds } from '../rules/proxy.js';
import { DeskError } from './desk-error.js';
import type { Hospital } from './hospital.js';
import { recordStaffAction } from './staff-action.js';

/**
 * Ends somebody's access to another's record, however it was given: a patient has called, a court has
 * decided. The next request of that proxy finds nothing.
 * @param by who has ended it
 * @throws DeskError for an access that does not hold
 */
export const endProxy = (
  { db, clock, policy }: Hospital,
  proxyId: string,
  by?: string,
): Promise<void> =>
  db.transact((tables) => {
    const now = clock.now();
    const proxy = tables.proxies.get(proxyId);
    const patient = proxy && tables.patients.get(proxy.patientId);
    if (!patient || !proxyHolds(proxy, patient, policy, now)) {
      throw new DeskError('not-found', 'There is no such access that holds.');
    }
    tables.proxies.put({ ...proxy, ended: { at: now, by: 'hospital' } });
    recordStaffAction(tables, { patientId: patient.id, action: 'ended-access', by, now, policy });
  });
