import { DeskError } from './desk-error.js';
import type { Hospital } from './hospital.js';
import { recordStaffAction } from './staff-action.js';

/**
 * Takes the e-mail address of a patient's account over into the medical record, where the policy does
 * not do so at once (`email.instant-update`).
 * @param by who has taken it over
 * @throws DeskError for an unknown patient
 */
export const takeOverEmail = (
  { db, clock, policy }: Hospital,
  patientId: string,
  by?: string,
): Promise<void> =>
  db.transact((tables) => {
    const patient = tables.patients.get(patientId);
    const [account] = tables.accounts.by('patientId', patientId);
    if (!patient || !account) throw new DeskError('not-found', 'There is no such account.');
    const { email } = account;
    tables.patients.put({ ...patient, contact: { ...patient.contact, email } });
    const now = clock.now();
    recordStaffAction(tables, { patientId, action: 'took-over-email', by, now, policy });
  });
