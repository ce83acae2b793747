import { DeskError } from './desk-error.js';
import type { Hospital } from './hospital.js';
import { recordStaffAction } from './staff-action.js';

/**
 * Takes in a patient's signed Release of Information request: without it there is no account, where the
 * policy asks for it (`account.release-of-information`).
 * @param by who has taken it in
 * @throws DeskError for an unknown patient, and where it is there already
 */
export const processReleaseOfInformation = (
  { db, clock, policy }: Hospital,
  patientId: string,
  by?: string,
): Promise<void> =>
  db.transact((tables) => {
    const patient = tables.patients.get(patientId);
    if (!patient) throw new DeskError('not-found', 'There is no such patient.');
    if (patient.releaseOfInformation)
      throw new DeskError('conflict', 'The signed request is there already.');
    tables.patients.put({ ...patient, releaseOfInformation: true });
    const action = 'processed-release-of-information';
    recordStaffAction(tables, { patientId, action, by, now: clock.now(), policy });
  });
