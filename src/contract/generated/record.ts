// Made from src/contract/record.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../record.js';
import { list, nullable, object, oneOf, tagged, text, whole } from '../../shape/shape.js';
import { day, instant, number } from '../../shape/more-shapes.js';

const shared1 = nullable(object({ system: text, code: text, display: text }));
const shared2 = object({
  id: text,
  name: text,
  code: shared1,
  takenAt: instant,
  values: list(number, 1),
  unit: text,
});

export const getHealthSummary: ClientEndpointOf<typeof contract.getHealthSummary> = {
  id: 'getHealthSummary',
  method: 'GET',
  path: '/patients/{subject}/health-summary',
  safe: true,
  answer: object({
    patient: object({
      name: text,
      birthDate: nullable(day),
      sex: oneOf('female', 'male', 'other', 'unknown'),
    }),
    conditions: list(
      object({
        id: text,
        name: text,
        code: shared1,
        status: oneOf('active', 'resolved'),
        onsetOn: nullable(day),
        resolvedOn: nullable(day),
      }),
    ),
    allergies: list(
      object({
        id: text,
        substance: text,
        code: shared1,
        reactions: list(text),
        severity: nullable(oneOf('mild', 'moderate', 'severe')),
        notedOn: nullable(day),
      }),
    ),
    immunizations: list(object({ id: text, name: text, code: shared1, givenOn: nullable(day) })),
    vitals: list(object({ kind: text, latest: shared2, earlierCount: whole })),
    medications: list(object({ id: text, name: text, code: shared1 })),
    correction: tagged('allowed', {
      true: object({ allowed: oneOf(true) }),
      false: object({
        allowed: oneOf(false),
        rule: text,
        'case?': text,
        next: list(
          object({
            action: text,
            'contact?': object({ name: text, phone: text }),
            'subject?': text,
            'at?': instant,
          }),
        ),
      }),
    }),
  }),
};

export const searchVitals: ClientEndpointOf<typeof contract.searchVitals> = {
  id: 'searchVitals',
  method: 'POST',
  path: '/patients/{subject}/vitals/search',
  safe: true,
  answer: object({ vitals: list(shared2), total: whole, nextCursor: nullable(text) }),
};
