import * as z from 'zod/mini';
import { eligibility } from '../../src/contract/eligibility.js';
import { proxyAccess, relationship } from '../../src/contract/family/family.js';
import { id, instant, pageAnswer, pageRequest } from '../../src/contract/fields.js';
import type { ConsentFormRecord } from '../db/records/index.js';
import { notifyOfNewInformation } from '../emails.js';
import { earliestFirst } from '../handlers/queries/latest-first.js';
import { compareEarliestFirst, pageOf } from '../handlers/queries/pages.js';
import { giveAccess } from '../proxies.js';
import { randomToken } from '../tokens.js';
import { allowed } from '../rules/decision.js';
import { eligibilityOf } from '../rules/eligibility.js';
import { decideConsentForm } from '../rules/family/proxy.js';
import { deskAct } from './act.js';
import { ofPatient } from './fields.js';
import { person, personOf } from './proxies.js';
import { conflict, noSuchPatient, notThere } from './refusals.js';
import { recordStaffAction } from './staff-action.js';

/** A Proxy Consent Form that waits. */
export const deskConsentForm = z.object({
  id,
  proxy: person,
  relationship,
  handedInAt: instant,
  /** Whether it can be approved. */
  approvable: eligibility,
});
export type DeskConsentForm = z.infer<typeof deskConsentForm>;

const waiting = earliestFirst<ConsentFormRecord>(
  ({ handedInAt }) => handedInAt,
  ({ state }) => state === 'waiting',
);

export const searchPatientConsentForms = deskAct(
  {
    id: 'searchPatientConsentForms',
    summary: 'Proxy Consent Forms about a patient’s record that wait, the longest waiting first.',
    method: 'POST',
    path: '/desk/patients/{patient}/consent-forms/search',
    request: { params: ofPatient, body: z.object(pageRequest) },
    response: z.object({ forms: z.array(deskConsentForm), ...pageAnswer }),
    safe: true,
  },
  ({ tables, policy, now, params, body }) => {
    const patient = tables.patients.get(params.patient);
    if (!patient) return noSuchPatient;
    const found = waiting(tables.consentForms.by('patientId', patient.id));
    const page = pageOf(found, body, compareEarliestFirst);
    if (!page.ok) return page;
    const { entries, total, nextCursor } = page.value;
    const forms = entries.map(({ document: form }) => ({
      id: form.id,
      proxy: personOf(tables, form.proxyPatientId),
      relationship: form.relationship,
      handedInAt: new Date(form.handedInAt).toISOString(),
      approvable: eligibilityOf(decideConsentForm(form, patient, policy, now)),
    }));
    return allowed({ forms, total, nextCursor });
  },
);

export const handInConsentForm = deskAct(
  {
    id: 'handInConsentForm',
    summary: 'Takes in a Proxy Consent Form. It opens nothing before it is processed.',
    method: 'POST',
    path: '/desk/patients/{patient}/consent-forms',
    request: {
      params: ofPatient,
      body: z.object({
        /** The patient who wants to open the record. */
        proxy: id,
        relationship,
      }),
    },
    response: z.object({ form: id }),
    safe: false,
  },
  (call) => {
    const { tables, now, params, body } = call;
    const [patientId, proxyPatientId] = [params.patient, body.proxy];
    if (!tables.patients.get(patientId) || !tables.patients.get(proxyPatientId)) {
      return noSuchPatient;
    }
    if (patientId === proxyPatientId) return conflict('People can’t be their own proxy.');
    const waits = tables.consentForms
      .by('patientId', patientId)
      .some((form) => form.proxyPatientId === proxyPatientId && form.state === 'waiting');
    if (waits) return conflict('These two already have a form waiting.');
    const form: ConsentFormRecord = {
      id: randomToken(),
      patientId,
      proxyPatientId,
      relationship: body.relationship,
      handedInAt: now,
      state: 'waiting',
      decidedAt: null,
    };
    tables.consentForms.put(form);
    recordStaffAction(call, { patientId, action: 'received-consent-form' });
    return allowed({ form: form.id });
  },
);

/**
 * The patient is told by e-mail if somebody can open the record by it, and the one who asked that there is
 * something new. No form is approved whose relationship the policy does not know (`proxy.relationships`), or
 * about a child who has come of age since it was signed.
 */
export const processConsentForm = deskAct(
  {
    id: 'processConsentForm',
    summary: 'Decides about a Proxy Consent Form.',
    method: 'POST',
    path: '/desk/consent-forms/{form}/decision',
    request: {
      params: z.object({ form: id }),
      body: z.object({
        /** What it gives; null: it is declined. */
        access: z.nullable(proxyAccess),
      }),
    },
    response: null,
    safe: false,
  },
  (call) => {
    const { tables, policy, now, params, body } = call;
    const form = tables.consentForms.get(params.form);
    const patient = form && tables.patients.get(form.patientId);
    if (!patient) return notThere('There is no such form.');
    if (form.state !== 'waiting') return conflict('This form has already been decided.');
    const { patientId, proxyPatientId } = form;
    if (body.access !== null) {
      const acceptable = decideConsentForm(form, patient, policy, now);
      if (!acceptable.ok) return conflict(acceptable.detail);
      const people = { patientId, proxyPatientId, relationship: form.relationship };
      const terms = { access: body.access, givenBy: 'consent-form', since: now } as const;
      giveAccess(tables, { ...people, ...terms }, policy);
    }
    const state = body.access === null ? 'declined' : 'processed';
    tables.consentForms.put({ ...form, state, decidedAt: now });
    const action = body.access === null ? 'declined-consent-form' : 'approved-consent-form';
    recordStaffAction(call, { patientId, action });
    notifyOfNewInformation(tables, proxyPatientId, policy, now);
    return allowed(undefined);
  },
);
