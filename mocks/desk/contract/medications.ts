import * as z from 'zod/mini';
import { id, pageAnswer, pageRequest } from '../../../src/contract/fields.js';
import { medication, renewal } from '../../../src/contract/medications.js';
import { deskEndpoint } from './desk-endpoint.js';
import { staffName, staffNote } from './written.js';

/** A request for more of a medication that waits for its answer. */
export const deskRenewal = z.extend(renewal, {
  patient: z.object({ id, name: z.string() }),
  medication: z.object({ id, name: z.string(), prescriber: z.nullable(z.string()) }),
});
export type DeskRenewal = z.infer<typeof deskRenewal>;

/** A prescription from outside that no physician here has documented. */
export const undocumentedMedication = z.pick(medication, {
  id: true,
  name: true,
  directions: true,
  status: true,
  prescriber: true,
  prescribedOn: true,
});
export type UndocumentedMedication = z.infer<typeof undocumentedMedication>;

export const searchRenewals = deskEndpoint({
  id: 'searchRenewals',
  summary: 'Renewals that wait for an answer, the longest waiting first.',
  method: 'POST',
  path: '/desk/renewals/search',
  request: {
    body: z.object({
      /** Only of this patient. */
      patient: z.optional(id),
      ...pageRequest,
    }),
  },
  response: z.object({ renewals: z.array(deskRenewal), ...pageAnswer }),
  safe: true,
});

export const decideRenewal = deskEndpoint({
  id: 'decideRenewal',
  summary: 'Answers a renewal: approved, the pharmacy has what was asked for.',
  method: 'POST',
  path: '/desk/renewals/{renewal}/decision',
  request: {
    params: z.object({ renewal: id }),
    body: z.object({
      approved: z.boolean(),
      by: staffName,
      /** To the patient; null: nothing to add. */
      note: z.nullable(staffNote),
    }),
  },
  response: null,
  safe: false,
});

export const searchUndocumentedMedications = deskEndpoint({
  id: 'searchUndocumentedMedications',
  summary: 'A patient’s prescriptions from outside that are listed nowhere yet, latest first.',
  method: 'POST',
  path: '/desk/patients/{patient}/undocumented-medications/search',
  request: { params: z.object({ patient: id }), body: z.object(pageRequest) },
  response: z.object({ medications: z.array(undocumentedMedication), ...pageAnswer }),
  safe: true,
});

export const documentMedication = deskEndpoint({
  id: 'documentMedication',
  summary: 'Takes a prescription from outside into the record: the patient sees it from now on.',
  method: 'POST',
  path: '/desk/medications/{medication}/documentation',
  request: {
    params: z.object({ medication: id }),
    body: z.object({
      /** The physician who documents it. */
      by: staffName,
    }),
  },
  response: null,
  safe: false,
});
