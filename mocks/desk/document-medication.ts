import { notifyOfNewInformation } from '../emails.js';
import { decideListing } from '../rules/medications.js';
import { DeskError } from './desk-error.js';
import type { Hospital } from './hospital.js';
import { recordStaffAction } from './staff-action.js';

/**
 * Takes a prescription from outside into the record: from now on it is listed (`medications.listed`).
 * @param by name of the physician who documents it
 * @throws DeskError for an unknown medication, and for one that is listed already
 */
export const documentMedication = (
  { db, clock, policy }: Hospital,
  medicationId: string,
  by: string,
): Promise<void> =>
  db.transact((tables) => {
    const medication = tables.medications.get(medicationId);
    if (!medication) throw new DeskError('not-found', 'There is no such medication.');
    if (decideListing(medication).ok)
      throw new DeskError('conflict', 'This medication is listed already.');
    tables.medications.put({ ...medication, documentedHere: true });
    const { patientId } = medication;
    const now = clock.now();
    recordStaffAction(tables, { patientId, action: 'documented-medication', by, now, policy });
    notifyOfNewInformation(tables, patientId, policy, now);
  });
