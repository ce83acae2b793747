import { digest } from '../digest.js';
import { randomCode } from '../random.js';
import { normalCode } from '../rules/activation.js';
import { DeskError } from './desk-error.js';
import type { Hospital } from './hospital.js';
import { recordStaffAction } from './staff-action.js';

/**
 * Gives a patient a code at a visit (`activation.issued-at-visit`). Codes given before and not used
 * stop working.
 * @param by who has given it
 * @returns the code, which is stored nowhere as such
 * @throws DeskError for an unknown patient, and for one who has an account (`account.one-per-adult`)
 */
export const issueCode = async (
  { db, clock, policy }: Hospital,
  patientId: string,
  by?: string,
): Promise<string> => {
  const code = randomCode();
  const id = await digest(normalCode(code));
  await db.transact((tables) => {
    if (!tables.patients.get(patientId))
      throw new DeskError('not-found', 'There is no such patient.');
    if (tables.accounts.by('patientId', patientId).length > 0) {
      throw new DeskError('conflict', 'This patient has an account already.');
    }
    for (const earlier of tables.activationCodes.by('patientId', patientId)) {
      if (!earlier.used) tables.activationCodes.delete(earlier.id);
    }
    const now = clock.now();
    tables.activationCodes.put({ id, patientId, issuedAt: now, used: false });
    recordStaffAction(tables, { patientId, action: 'issued-code', by, now, policy });
  });
  return code;
};
