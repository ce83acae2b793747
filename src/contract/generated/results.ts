// Made from src/contract by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type { Contract } from '../index.js';
import { instant, list, nullable, object, oneOf, text, whole } from '../../shape/shape.js';

export const searchResults: ClientEndpointOf<Contract['searchResults']> = {
  id: 'searchResults',
  method: 'POST',
  path: '/patients/{subject}/results/search',
  safe: true,
  answer: object({
    results: list(
      object({
        id: text,
        name: text,
        category: oneOf('laboratory', 'microbiology', 'pathology', 'imaging', 'other'),
        status: oneOf('final', 'amended', 'corrected', 'cancelled'),
        collectedAt: nullable(instant),
        'collectedOn?': text,
        orderedBy: nullable(text),
        observationCount: whole,
        'documentCount?': whole,
        abnormalCount: whole,
      }),
    ),
    'notShown?': whole,
    total: whole,
    nextCursor: nullable(text),
  }),
};
