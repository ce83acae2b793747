// Made from src/contract by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type { Contract } from '../index.js';
import { list, nullable, object, oneOf, text, whole } from '../../shape/shape.js';
import { immunization } from './shapes/immunization.js';
import { eligibility } from './shapes/eligibility.js';
import { condition } from './shapes/condition.js';
import { allergy } from './shapes/allergy.js';
import { vital } from './shapes/vital.js';

const shared2 = object({
  kind: nullable(oneOf('none-known', 'no-information')),
  parts: list(text),
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
    conditions: list(condition),
    allergies: list(allergy),
    immunizations: list(immunization),
    medications: list(
      object({
        id: text,
        name: text,
        code: nullable(object({ system: text, code: text, display: text })),
      }),
    ),
    'more?': object({
      'conditions?': object({ total: whole, nextCursor: nullable(text) }),
      'allergies?': object({ total: whole, nextCursor: nullable(text) }),
      'immunizations?': object({ total: whole, nextCursor: nullable(text) }),
      'medications?': object({ total: whole, nextCursor: nullable(text) }),
    }),
    vitals: list(object({ kind: text, latest: vital, earlierCount: whole })),
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
