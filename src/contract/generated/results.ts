// Made from src/contract/results.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../results.js';
import {
  instant,
  list,
  nullable,
  number,
  object,
  oneOf,
  tagged,
  text,
  whole,
} from '../../shape/shape.js';

const shared1 = object({ system: text(), code: text(), display: text() });
const shared2 = nullable(shared1);
const shared3 = object({
  kind: oneOf('quantity'),
  value: number(),
  comparator: nullable(oneOf('<', '<=', '>=', '>')),
  unit: nullable(text()),
});
const shared4 = tagged('kind', {
  quantity: shared3,
  text: object({ kind: oneOf('text'), text: text() }),
});
const shared5 = nullable(shared4);

export const searchResults: ClientEndpointOf<typeof contract.searchResults> = {
  id: 'searchResults',
  method: 'POST',
  path: '/patients/{subject}/results/search',
  safe: true,
  answer: object({
    results: list(
      object({
        id: text(0, Infinity, /^[A-Za-z0-9_-]{1,64}$/),
        name: text(),
        category: oneOf('laboratory', 'microbiology', 'pathology', 'imaging'),
        status: oneOf('final', 'amended', 'corrected', 'cancelled'),
        collectedAt: nullable(instant),
        orderedBy: nullable(text()),
        observationCount: whole(0),
        abnormalCount: whole(0),
      }),
    ),
    total: whole(0),
    nextCursor: nullable(text()),
  }),
};

export const getResult: ClientEndpointOf<typeof contract.getResult> = {
  id: 'getResult',
  method: 'GET',
  path: '/patients/{subject}/results/{result}',
  safe: true,
  answer: object({
    id: text(0, Infinity, /^[A-Za-z0-9_-]{1,64}$/),
    name: text(),
    category: oneOf('laboratory', 'microbiology', 'pathology', 'imaging'),
    status: oneOf('final', 'amended', 'corrected', 'cancelled'),
    collectedAt: nullable(instant),
    orderedBy: nullable(text()),
    observationCount: whole(0),
    abnormalCount: whole(0),
    code: shared2,
    specimen: nullable(text()),
    laboratory: nullable(text()),
    reportedAt: nullable(instant),
    observations: list(
      object({
        id: text(0, Infinity, /^[A-Za-z0-9_-]{1,64}$/),
        name: text(),
        code: shared2,
        value: shared5,
        absentReason: nullable(text()),
        referenceRange: nullable(
          object({ low: nullable(number()), high: nullable(number()), text: nullable(text()) }),
        ),
        interpretation: nullable(
          oneOf('normal', 'low', 'high', 'critical-low', 'critical-high', 'abnormal'),
        ),
        previousValue: shared5,
      }),
    ),
    note: nullable(object({ author: text(), text: text(), writtenAt: instant })),
    correction: nullable(object({ text: text(), correctedAt: nullable(instant) })),
  }),
};
