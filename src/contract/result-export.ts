import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { id, pageAnswer } from './fields.js';
import { result, resultQuery } from './results.js';

export const exportResults = endpoint({
  id: 'exportResults',
  summary: 'Released results with all that they say, latest first: what a patient downloads.',
  method: 'POST',
  path: '/patients/{subject}/results/export',
  request: { params: z.object({ subject: id }), body: resultQuery },
  response: z.object({ results: z.array(result), ...pageAnswer }),
  access: 'session',
  safe: true,
  activity: true,
  audit: 'viewed-results',
  refusals: [],
});
