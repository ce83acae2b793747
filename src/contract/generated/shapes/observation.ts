// Made from src/contract by `npm run generate`. Do not edit.

import { instant, nullable, object, text } from '../../../shape/shape.js';
import { interpretation } from './interpretation.js';
import { referenceRange } from './reference-range.js';
import { resultValue } from './result-value.js';

export const observation = object({
  id: text,
  name: text,
  'group?': text,
  'takenAt?': instant,
  code: nullable(object({ system: text, code: text, display: text })),
  value: nullable(resultValue),
  absentReason: nullable(text),
  referenceRange: nullable(referenceRange),
  interpretation: nullable(interpretation),
  previousValue: nullable(resultValue),
});
