// Made from src/contract/trend.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../trend.js';
import { instant, list, nullable, object, oneOf, text, whole } from '../../shape/shape.js';
import { interpretation } from './shapes/interpretation.js';
import { referenceRange } from './shapes/reference-range.js';
import { resultValue } from './shapes/result-value.js';

export const searchObservations: ClientEndpointOf<typeof contract.searchObservations> = {
  id: 'searchObservations',
  method: 'POST',
  path: '/patients/{subject}/observations/search',
  safe: true,
  answer: object({
    observations: list(
      object({
        id: text,
        name: text,
        'group?': text,
        'takenAt?': instant,
        code: nullable(object({ system: text, code: text, display: text })),
        value: nullable(resultValue),
        absentReason: nullable(text),
        referenceRange: nullable(referenceRange),
        interpretation: nullable(interpretation),
        previousValue: nullable(resultValue),
        resultId: text,
        status: oneOf('final', 'amended', 'corrected', 'cancelled'),
        collectedAt: nullable(instant),
        laboratory: nullable(text),
      }),
    ),
    total: whole,
    nextCursor: nullable(text),
  }),
};
