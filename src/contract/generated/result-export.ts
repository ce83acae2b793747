// Made from src/contract/result-export.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../result-export.js';
import { list, nullable, object, text, whole } from '../../shape/shape.js';
import { result } from './shapes/result.js';

export const exportResults: ClientEndpointOf<typeof contract.exportResults> = {
  id: 'exportResults',
  method: 'POST',
  path: '/patients/{subject}/results/export',
  safe: true,
  answer: object({ results: list(result), total: whole, nextCursor: nullable(text) }),
};
