import { DeskError } from './desk-error.js';
import type { Hospital } from './hospital.js';

/**
 * Takes the e-mail address of a patient's account over into the medical record, where the policy does
 * not do so at once (`email.instant-update`).
 * @throws DeskError for an unknown patient
 */
export const takeOverEmail = ({ db }: Hospital, patientId: string): Promise<void> =>
  db.transact((tables) => {
    const patient = tables.patients.get(patientId);
    const [account] = tables.accounts.by('patientId', patientId);
    if (!patient || !account) throw new DeskError('not-found', 'There is no such account.');
    const { email } = account;
    tables.patients.put({ ...patient, contact: { ...patient.contact, email } });
  });
