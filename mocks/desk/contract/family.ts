import * as z from 'zod/mini';
import { eligibility } from '../../../src/contract/eligibility.js';
import { accessTerms, proxyAccess, relationship } from '../../../src/contract/family.js';
import { id, instant, pageAnswer, pageRequest } from '../../../src/contract/fields.js';
import { deskEndpoint } from './desk-endpoint.js';

const ofPatient = z.object({ patient: id });

/** The one who opens the record, or wants to: a patient here too. */
const person = z.object({ id, name: z.string() });

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

/** An access to a patient's record that holds. */
export const deskProxy = z.object({ id, proxy: person, ...accessTerms });
export type DeskProxy = z.infer<typeof deskProxy>;

export const searchPatientConsentForms = deskEndpoint({
  id: 'searchPatientConsentForms',
  summary: 'Proxy Consent Forms about a patient’s record that wait, the longest waiting first.',
  method: 'POST',
  path: '/desk/patients/{patient}/consent-forms/search',
  request: { params: ofPatient, body: z.object(pageRequest) },
  response: z.object({ forms: z.array(deskConsentForm), ...pageAnswer }),
  safe: true,
});

export const handInConsentForm = deskEndpoint({
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
});

export const processConsentForm = deskEndpoint({
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
});

export const searchPatientProxies = deskEndpoint({
  id: 'searchPatientProxies',
  summary: 'Who may open a patient’s record now, the latest access first.',
  method: 'POST',
  path: '/desk/patients/{patient}/proxies/search',
  request: { params: ofPatient, body: z.object(pageRequest) },
  response: z.object({ proxies: z.array(deskProxy), ...pageAnswer }),
  safe: true,
});

export const endProxy = deskEndpoint({
  id: 'endProxy',
  summary: 'Ends an access, however it was given.',
  method: 'DELETE',
  path: '/desk/proxies/{proxy}',
  request: { params: z.object({ proxy: id }) },
  response: null,
  safe: false,
});
