// Made from src/contract by `npm run generate`. Do not edit.

import { nullable, object, text } from '../../../shape/shape.js';

export const immunization = object({
  id: text,
  name: text,
  code: nullable(object({ system: text, code: text, display: text })),
  givenOn: nullable(text),
});
