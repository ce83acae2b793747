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
  tagged,
  text,
  whole,
} from '../../shape/shape.js';
import { resultValue } from './shapes/result-value.js';
import { eligibility } from './shapes/eligibility.js';

const shared1 = nullable(object({ system: text, code: text, display: text }));
const shared2 = object({
  kind: nullable(oneOf('none-known', 'no-information')),
  parts: list(text),
});
const shared3 = object({ id: text, name: text, code: shared1 });
const shared4 = list(shared3);
const shared6 = object({ id: text, name: text, code: shared1, givenOn: nullable(text) });
const shared7 = list(shared6);
const shared10 = list(object({ name: nullable(text), value: resultValue }));
const shared11 = object({
  id: text,
  name: text,
  code: shared1,
  status: oneOf('active', 'resolved'),
  'certainty?': oneOf('provisional', 'differential', 'unconfirmed'),
  'severity?': text,
  onsetOn: nullable(text),
  'onset?': text,
  resolvedOn: nullable(text),
});
const shared12 = list(shared11);
const shared13 = object({
  id: text,
  substance: text,
  code: shared1,
  reactions: list(text),
  severity: nullable(oneOf('mild', 'moderate', 'severe')),
  'criticality?': oneOf('low', 'high'),
  'certainty?': oneOf('provisional', 'differential', 'unconfirmed'),
  notedOn: nullable(text),
});
const shared14 = list(shared13);
const shared15 = object({
  id: text,
  name: text,
  code: shared1,
  takenAt: instant,
  values: list(number),
  unit: text,
  'components?': shared10,
});

export const getHealthSummary: ClientEndpointOf<Contract['getHealthSummary']> = {
  id: 'getHealthSummary',
  method: 'GET',
  path: '/patients/{subject}/health-summary',
  safe: true,
  answer: object({
    patient: object({
      name: text,
      birthDate: nullable(text),
      sex: oneOf('female', 'male', 'other', 'unknown'),
    }),
    conditions: shared12,
    allergies: shared14,
    immunizations: shared7,
    medications: shared4,
    'more?': object({
      'conditions?': object({ total: whole, nextCursor: nullable(text) }),
      'allergies?': object({ total: whole, nextCursor: nullable(text) }),
      'immunizations?': object({ total: whole, nextCursor: nullable(text) }),
      'medications?': object({ total: whole, nextCursor: nullable(text) }),
    }),
    vitals: list(object({ kind: text, latest: shared15, earlierCount: whole })),
    'absences?': object({
      'conditions?': shared2,
      'allergies?': shared2,
      'immunizations?': shared2,
      'medications?': shared2,
    }),
    'notShown?': object({
      'conditions?': whole,
      'allergies?': whole,
      'immunizations?': whole,
      'medications?': whole,
      'vitals?': whole,
    }),
    correction: eligibility,
  }),
};

export const searchHealthSummary: ClientEndpointOf<Contract['searchHealthSummary']> = {
  id: 'searchHealthSummary',
  method: 'POST',
  path: '/patients/{subject}/health-summary/search',
  safe: true,
  answer: tagged('list', {
    conditions: object({
      list: oneOf('conditions'),
      entries: shared12,
      total: whole,
      nextCursor: nullable(text),
    }),
    allergies: object({
      list: oneOf('allergies'),
      entries: shared14,
      total: whole,
      nextCursor: nullable(text),
    }),
    immunizations: object({
      list: oneOf('immunizations'),
      entries: shared7,
      total: whole,
      nextCursor: nullable(text),
    }),
    medications: object({
      list: oneOf('medications'),
      entries: shared4,
      total: whole,
      nextCursor: nullable(text),
    }),
  }),
};

export const searchVitals: ClientEndpointOf<Contract['searchVitals']> = {
  id: 'searchVitals',
  method: 'POST',
  path: '/patients/{subject}/vitals/search',
  safe: true,
  answer: object({ vitals: list(shared15), total: whole, nextCursor: nullable(text) }),
};
