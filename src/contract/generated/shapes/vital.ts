// Made from src/contract by `npm run generate`. Do not edit.

import { instant, list, nullable, number, object, text } from '../../../shape/shape.js';
import { resultValue } from './result-value.js';

export const vital = object({
  id: text,
  name: text,
  code: nullable(object({ system: text, code: text, display: text })),
  takenAt: instant,
  values: list(number),
  unit: text,
  'components?': list(object({ name: nullable(text), value: resultValue })),
});
