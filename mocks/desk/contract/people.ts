import * as z from 'zod/mini';
import { id } from '../../../src/contract/fields.js';
import { deskEndpoint } from './desk-endpoint.js';

export const importPerson = deskEndpoint({
  id: 'importPerson',
  summary: 'Takes in the person of a FHIR R4 bundle, with an account to sign in with.',
  method: 'POST',
  path: '/desk/people',
  request: { body: z.object({ bundle: z.looseObject({}) }) },
  response: z.object({
    patient: id,
    name: z.string(),
    username: z.string(),
    password: z.string(),
    results: z.int(),
    /** What was not read, counted by kind. */
    skipped: z.record(z.string(), z.int()),
    /** Entries that the patient is told cannot be shown in full, counted by area. */
    notShown: z.record(z.string(), z.int()),
  }),
  safe: false,
  bodyLimit: 32 * 1024 * 1024,
});
