// Made from src/contract/result.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../result.js';

import { result } from './shapes/result.js';

export const getResult: ClientEndpointOf<typeof contract.getResult> = {
  id: 'getResult',
  method: 'GET',
  path: '/patients/{subject}/results/{result}',
  safe: true,
  answer: result,
};
