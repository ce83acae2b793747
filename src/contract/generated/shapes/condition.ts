// Made from src/contract by `npm run generate`. Do not edit.

import { nullable, object, oneOf, text } from '../../../shape/shape.js';

export const condition = object({
  id: text,
  name: text,
  code: nullable(object({ system: text, code: text, display: text })),
  status: oneOf('active', 'resolved'),
  'certainty?': oneOf('provisional', 'differential', 'unconfirmed'),
  'severity?': text,
  onsetOn: nullable(text),
  'onset?': text,
  resolvedOn: nullable(text),
});
