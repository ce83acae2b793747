import type { ConsentFormRecord } from '../db/records/index.js';
import { randomToken } from '../random.js';
import { DeskError } from './desk-error.js';
import type { Hospital } from './hospital.js';
import { recordStaffAction } from './staff-action.js';

/** What stands on a Proxy Consent Form. */
type FilledInForm = Pick<ConsentFormRecord, 'patientId' | 'proxyPatientId' | 'relationship'>;

/**
 * Takes in a Proxy Consent Form (`proxy.consent-form`). It opens nothing before it is processed.
 * @param by who has taken it in
 * @returns its id
 * @throws DeskError for unknown patients, one and the same patient, and while such a form waits already
 */
export const handInConsentForm = (
  { db, clock, policy }: Hospital,
  { patientId, proxyPatientId, relationship }: FilledInForm,
  by?: string,
): Promise<string> =>
  db.transact((tables) => {
    if (!tables.patients.get(patientId) || !tables.patients.get(proxyPatientId)) {
      throw new DeskError('not-found', 'There is no such patient.');
    }
    if (patientId === proxyPatientId)
      throw new DeskError('conflict', 'Nobody is a proxy for themselves.');
    const waits = tables.consentForms
      .by('patientId', patientId)
      .some((form) => form.proxyPatientId === proxyPatientId && form.state === 'waiting');
    if (waits) throw new DeskError('conflict', 'A form of these two waits already.');
    const now = clock.now();
    const id = randomToken();
    tables.consentForms.put({
      id,
      patientId,
      proxyPatientId,
      relationship,
      handedInAt: now,
      state: 'waiting',
      decidedAt: null,
    });
    recordStaffAction(tables, { patientId, action: 'received-consent-form', by, now, policy });
    return id;
  });
