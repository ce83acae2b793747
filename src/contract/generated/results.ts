// Made from src/contract by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type { Contract } from '../index.js';
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
} from '../../shape/shape.js';
import { resultValue } from './shapes/result-value.js';

const shared1 = object({ author: text, text: text, writtenAt: instant });
const shared2 = nullable(object({ system: text, code: text, display: text }));
const shared3 = nullable(object({ text: text, correctedAt: nullable(instant) }));
const shared4 = nullable(shared1);
const shared5 = oneOf('normal', 'low', 'high', 'critical-low', 'critical-high', 'abnormal');
const shared6 = oneOf('application/pdf', 'image/jpeg', 'image/png', 'image/gif', 'image/tiff');
const shared7 = object({ low: nullable(number), high: nullable(number), text: nullable(text) });
const shared8 = nullable(shared5);
const shared9 = nullable(shared7);
const shared11 = object({ id: text, name: text, type: shared6, size: whole });
const shared12 = list(shared11);
const shared15 = object({
  id: text,
  name: text,
  'group?': text,
  'takenAt?': instant,
  code: shared2,
  value: nullable(resultValue),
  absentReason: nullable(text),
  referenceRange: shared9,
  interpretation: shared8,
  previousValue: nullable(resultValue),
});
const shared16 = list(shared15);
const shared17 = object({
  id: text,
  name: text,
  category: oneOf('laboratory', 'microbiology', 'pathology', 'imaging'),
  status: oneOf('final', 'amended', 'corrected', 'cancelled'),
  collectedAt: nullable(instant),
  'collectedOn?': text,
  orderedBy: nullable(text),
  observationCount: whole,
  abnormalCount: whole,
  code: shared2,
  specimen: nullable(text),
  laboratory: nullable(text),
  reportedAt: nullable(instant),
  observations: shared16,
  'documents?': shared12,
  note: shared4,
  correction: shared3,
  'incomplete?': truth,
});

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
        category: oneOf('laboratory', 'microbiology', 'pathology', 'imaging'),
        status: oneOf('final', 'amended', 'corrected', 'cancelled'),
        collectedAt: nullable(instant),
        'collectedOn?': text,
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

export const getResult: ClientEndpointOf<Contract['getResult']> = {
  id: 'getResult',
  method: 'GET',
  path: '/patients/{subject}/results/{result}',
  safe: true,
  answer: shared17,
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
  answer: object({ results: list(shared17), total: whole, nextCursor: nullable(text) }),
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
        interpretation: shared8,
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
