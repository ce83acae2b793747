// Made from src/contract by `npm run generate`. Do not edit.

import { list, nullable, object, oneOf, text } from '../../../shape/shape.js';

export const allergy = object({
  id: text,
  substance: text,
  code: nullable(object({ system: text, code: text, display: text })),
  reactions: list(text),
  severity: nullable(oneOf('mild', 'moderate', 'severe')),
  'criticality?': oneOf('low', 'high'),
  'certainty?': oneOf('provisional', 'differential', 'unconfirmed'),
  notedOn: nullable(text),
});
