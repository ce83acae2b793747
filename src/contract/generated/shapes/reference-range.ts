// Made from src/contract by `npm run generate`. Do not edit.

import { nullable, number, object, text } from '../../../shape/shape.js';

export const referenceRange = object({
  low: nullable(number),
  high: nullable(number),
  text: nullable(text),
});
