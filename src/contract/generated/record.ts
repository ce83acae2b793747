// Made from src/contract by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type { Contract } from '../index.js';
import { instant, list, nullable, number, object, oneOf, text, whole } from '../../shape/shape.js';
import { resultValue } from './shapes/result-value.js';
import { eligibility } from './shapes/eligibility.js';

const shared1 = nullable(object({ system: text, code: text, display: text }));
const shared2 = object({
  kind: nullable(oneOf('none-known', 'no-information')),
  parts: list(text),
});
const shared6 = list(object({ name: nullable(text), value: resultValue }));
const shared7 = object({
  id: text,
  name: text,
  code: shared1,
  takenAt: instant,
  values: list(number),
  unit: text,
  'components?': shared6,
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
    conditions: list(
      object({
        id: text,
        name: text,
        code: shared1,
        status: oneOf('active', 'resolved'),
        'certainty?': oneOf('provisional', 'differential', 'unconfirmed'),
        'severity?': text,
        onsetOn: nullable(text),
        'onset?': text,
        resolvedOn: nullable(text),
      }),
    ),
    allergies: list(
      object({
        id: text,
        substance: text,
        code: shared1,
        reactions: list(text),
        severity: nullable(oneOf('mild', 'moderate', 'severe')),
        'criticality?': oneOf('low', 'high'),
        'certainty?': oneOf('provisional', 'differential', 'unconfirmed'),
        notedOn: nullable(text),
      }),
    ),
    immunizations: list(object({ id: text, name: text, code: shared1, givenOn: nullable(text) })),
    vitals: list(object({ kind: text, latest: shared7, earlierCount: whole })),
    medications: list(object({ id: text, name: text, code: shared1 })),
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

export const searchVitals: ClientEndpointOf<Contract['searchVitals']> = {
  id: 'searchVitals',
  method: 'POST',
  path: '/patients/{subject}/vitals/search',
  safe: true,
  answer: object({ vitals: list(shared7), total: whole, nextCursor: nullable(text) }),
};
