import { digest } from '../digest.js';
import { normalCode } from '../rules/activation.js';
import { DeskError } from './desk-error.js';
import type { Hospital } from './hospital.js';
import { recordStaffAction } from './staff-action.js';

/** Crockford's base 32: no letter looks like a digit, and five bits are a letter. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 75 random bits in three groups: `7KQ4M-XW2RD-9HTFB`. */
const newCode = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(15)), (byte) => letters[byte % 32])
    .join('')
    .replace(/(.{5})(?=.)/g, '$1-');

/**
 * Gives a patient a code at a visit (`activation.issued-at-visit`). Codes given before and not used
 * stop working.
 * @param by who has given it
 * @returns the code, which is stored nowhere as such
 * @throws DeskError for an unknown patient
 */
export const issueCode = async (
  { db, clock, policy }: Hospital,
  patientId: string,
  by?: string,
): Promise<string> => {
  const code = newCode();
  const id = await digest(normalCode(code));
  await db.transact((tables) => {
    if (!tables.patients.get(patientId))
      throw new DeskError('not-found', 'There is no such patient.');
    for (const earlier of tables.activationCodes.by('patientId', patientId)) {
      if (!earlier.used) tables.activationCodes.delete(earlier.id);
    }
    const now = clock.now();
    tables.activationCodes.put({ id, patientId, issuedAt: now, used: false });
    recordStaffAction(tables, { patientId, action: 'issued-code', by, now, policy });
  });
  return code;
};
