// Made from src/contract/result.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../result.js';
import { list, nullable, object, oneOf, tagged, text, whole } from '../../shape/shape.js';
import { instant, number, truth } from '../../shape/more-shapes.js';

const shared1 = nullable(object({ system: text, code: text, display: text }));
const shared2 = object({
  kind: oneOf('quantity'),
  value: number,
  comparator: nullable(oneOf('<', '<=', '>=', '>')),
  unit: nullable(text),
});
const shared3 = tagged('kind', {
  quantity: shared2,
  text: object({ kind: oneOf('text'), text: text }),
});
const shared4 = nullable(shared3);

export const getResult: ClientEndpointOf<typeof contract.getResult> = {
  id: 'getResult',
  method: 'GET',
  path: '/patients/{subject}/results/{result}',
  safe: true,
  answer: object({
    id: text,
    name: text,
    category: oneOf('laboratory', 'microbiology', 'pathology', 'imaging'),
    status: oneOf('final', 'amended', 'corrected', 'cancelled'),
    collectedAt: nullable(instant),
    orderedBy: nullable(text),
    observationCount: whole,
    abnormalCount: whole,
    code: shared1,
    specimen: nullable(text),
    laboratory: nullable(text),
    reportedAt: nullable(instant),
    observations: list(
      object({
        id: text,
        name: text,
        'group?': text,
        'takenAt?': instant,
        code: shared1,
        value: shared4,
        absentReason: nullable(text),
        referenceRange: nullable(
          object({ low: nullable(number), high: nullable(number), text: nullable(text) }),
        ),
        interpretation: nullable(
          oneOf('normal', 'low', 'high', 'critical-low', 'critical-high', 'abnormal'),
        ),
        previousValue: shared4,
      }),
    ),
    note: nullable(object({ author: text, text: text, writtenAt: instant })),
    correction: nullable(object({ text: text, correctedAt: nullable(instant) })),
    'incomplete?': truth,
  }),
};
