// Made from src/contract/trend.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../trend.js';
import { list, nullable, object, oneOf, tagged, text, whole } from '../../shape/shape.js';
import { instant, number } from '../../shape/more-shapes.js';

const shared1 = object({
  kind: oneOf('quantity'),
  value: number,
  comparator: nullable(oneOf('<', '<=', '>=', '>')),
  unit: nullable(text),
});
const shared2 = tagged('kind', {
  quantity: shared1,
  text: object({ kind: oneOf('text'), text: text }),
});
const shared3 = nullable(shared2);

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
        value: shared3,
        absentReason: nullable(text),
        referenceRange: nullable(
          object({ low: nullable(number), high: nullable(number), text: nullable(text) }),
        ),
        interpretation: nullable(
          oneOf('normal', 'low', 'high', 'critical-low', 'critical-high', 'abnormal'),
        ),
        previousValue: shared3,
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
