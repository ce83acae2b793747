// Made from src/contract by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../../client-endpoint.js';
import type { Contract } from '../../index.js';
import {
  instant,
  list,
  nullable,
  number,
  object,
  oneOf,
  text,
  truth,
  whole,
} from '../../../shape/shape.js';
import { resultValue } from '../shapes/result-value.js';

const shared1 = object({ author: text, text: text, writtenAt: instant });
const shared2 = nullable(object({ system: text, code: text, display: text }));
const shared3 = oneOf('laboratory', 'microbiology', 'pathology', 'imaging', 'other');
const shared4 = nullable(object({ text: text, correctedAt: nullable(instant) }));
const shared5 = nullable(shared1);
const shared6 = oneOf('application/pdf', 'image/jpeg', 'image/png', 'image/gif', 'image/tiff');
const shared7 = object({ low: nullable(number), high: nullable(number), text: nullable(text) });
const shared8 = oneOf(
  'normal',
  'low',
  'high',
  'critical-low',
  'critical-high',
  'abnormal',
  'positive',
);
const shared9 = nullable(shared7);
const shared10 = nullable(shared8);
const shared12 = object({ id: text, name: text, type: shared6, size: whole });
const shared13 = list(shared12);
const shared16 = object({
  id: text,
  name: text,
  'group?': text,
  'takenAt?': instant,
  code: shared2,
  value: nullable(resultValue),
  absentReason: nullable(text),
  referenceRange: shared9,
  interpretation: shared10,
  previousValue: nullable(resultValue),
});
const shared17 = list(shared16);
const shared18 = object({
  id: text,
  name: text,
  category: shared3,
  status: oneOf('final', 'amended', 'corrected', 'cancelled'),
  collectedAt: nullable(instant),
  'collectedOn?': text,
  orderedBy: nullable(text),
  observationCount: whole,
  'documentCount?': whole,
  abnormalCount: whole,
  code: shared2,
  specimen: nullable(text),
  laboratory: nullable(text),
  reportedAt: nullable(instant),
  observations: shared17,
  'documents?': shared13,
  note: shared5,
  correction: shared4,
  'incomplete?': truth,
});

export const getResult: ClientEndpointOf<Contract['getResult']> = {
  id: 'getResult',
  method: 'GET',
  path: '/patients/{subject}/results/{result}',
  safe: true,
  answer: shared18,
};

export const getResultDocument: ClientEndpointOf<Contract['getResultDocument']> = {
  id: 'getResultDocument',
  method: 'GET',
  path: '/patients/{subject}/results/{result}/documents/{document}',
  safe: true,
  answer: object({ id: text, name: text, type: shared6, size: whole, data: text }),
};

export const exportResults: ClientEndpointOf<Contract['exportResults']> = {
  id: 'exportResults',
  method: 'POST',
  path: '/patients/{subject}/results/export',
  safe: true,
  answer: object({ results: list(shared18), total: whole, nextCursor: nullable(text) }),
};

export const searchObservations: ClientEndpointOf<Contract['searchObservations']> = {
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
        code: shared2,
        value: nullable(resultValue),
        absentReason: nullable(text),
        referenceRange: shared9,
        interpretation: shared10,
        previousValue: nullable(resultValue),
        resultId: text,
        status: oneOf('final', 'amended', 'corrected', 'cancelled'),
        collectedAt: nullable(instant),
        'collectedOn?': text,
        laboratory: nullable(text),
      }),
    ),
    total: whole,
    nextCursor: nullable(text),
  }),
};
