// Made from src/contract/results.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../results.js';
import { instant, list, nullable, object, oneOf, text, whole } from '../../shape/shape.js';

export const searchResults: ClientEndpointOf<typeof contract.searchResults> = {
  id: 'searchResults',
  method: 'POST',
  path: '/patients/{subject}/results/search',
  safe: true,
  answer: object({
    results: list(
      object({
        id: text,
        name: text,
        category: oneOf('laboratory', 'microbiology', 'pathology', 'imaging'),
        status: oneOf('final', 'amended', 'corrected', 'cancelled'),
        collectedAt: nullable(instant),
        orderedBy: nullable(text),
        observationCount: whole,
        abnormalCount: whole,
      }),
    ),
    'notShown?': whole,
    total: whole,
    nextCursor: nullable(text),
  }),
};
