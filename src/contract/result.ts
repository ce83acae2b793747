import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { id } from './fields.js';
import { result } from './results.js';

/** Apart from the list, so that the checks of a whole result are fetched with the first that is opened. */
export const getResult = endpoint({
  id: 'getResult',
  summary: 'One released result. What is not released is not found.',
  method: 'GET',
  path: '/patients/{subject}/results/{result}',
  request: { params: z.object({ subject: id, result: id }) },
  response: result,
  access: 'session',
  safe: true,
  activity: true,
  audit: 'viewed-result',
  refusals: [],
});
