import type { ProxyRecord } from '../db/records/index.js';
import { notifyOfNewInformation } from '../emails.js';
import { giveAccess } from '../proxies.js';
import { decideConsentForm } from '../rules/proxy.js';
import { DeskError } from './desk-error.js';
import type { Hospital } from './hospital.js';
import { recordStaffAction } from './staff-action.js';

/** What is decided about a form: with what access, or none. */
type FormDecision =
  | { readonly approved: true; readonly access: ProxyRecord['access'] }
  | { readonly approved: false };

/**
 * Decides about a Proxy Consent Form that waits (`proxy.consent-form`). The patient is told by e-mail if
 * somebody can open the record by it, and the one who asked that there is something new.
 * @param by who has decided
 * @throws DeskError for an unknown or decided form; for approving one whose relationship the policy does
 *   not know (`proxy.relationships`), or about a child who has come of age since it was signed
 */
export const processConsentForm = (
  { db, clock, policy }: Hospital,
  formId: string,
  decision: FormDecision,
  by?: string,
): Promise<void> =>
  db.transact((tables) => {
    const form = tables.consentForms.get(formId);
    const patient = form && tables.patients.get(form.patientId);
    if (!patient) throw new DeskError('not-found', 'There is no such form.');
    if (form.state !== 'waiting') throw new DeskError('conflict', 'This form was decided already.');
    const { patientId, proxyPatientId, relationship } = form;
    const now = clock.now();
    if (decision.approved) {
      const acceptable = decideConsentForm(form, patient, policy, now);
      if (!acceptable.ok) throw new DeskError('conflict', acceptable.detail);
      const { access } = decision;
      const terms = { relationship, access, givenBy: 'consent-form', since: now } as const;
      giveAccess(tables, { patientId, proxyPatientId, ...terms }, policy);
    }
    const state = decision.approved ? 'processed' : 'declined';
    tables.consentForms.put({ ...form, state, decidedAt: now });
    const action = decision.approved ? 'approved-consent-form' : 'declined-consent-form';
    recordStaffAction(tables, { patientId, action, by, now, policy });
    notifyOfNewInformation(tables, proxyPatientId, policy, now);
  });
