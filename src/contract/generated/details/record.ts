// Made from src/contract by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../../client-endpoint.js';
import type { Contract } from '../../index.js';
import { list, nullable, object, oneOf, tagged, text, whole } from '../../../shape/shape.js';
import { immunization } from '../shapes/immunization.js';
import { condition } from '../shapes/condition.js';
import { allergy } from '../shapes/allergy.js';
import { vital } from '../shapes/vital.js';

export const searchHealthSummary: ClientEndpointOf<Contract['searchHealthSummary']> = {
  id: 'searchHealthSummary',
  method: 'POST',
  path: '/patients/{subject}/health-summary/search',
  safe: true,
  answer: tagged('list', {
    conditions: object({
      list: oneOf('conditions'),
      entries: list(condition),
      total: whole,
      nextCursor: nullable(text),
    }),
    allergies: object({
      list: oneOf('allergies'),
      entries: list(allergy),
      total: whole,
      nextCursor: nullable(text),
    }),
    immunizations: object({
      list: oneOf('immunizations'),
      entries: list(immunization),
      total: whole,
      nextCursor: nullable(text),
    }),
    medications: object({
      list: oneOf('medications'),
      entries: list(
        object({
          id: text,
          name: text,
          code: nullable(object({ system: text, code: text, display: text })),
        }),
      ),
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
  answer: object({ vitals: list(vital), total: whole, nextCursor: nullable(text) }),
};
