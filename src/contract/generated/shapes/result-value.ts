// Made from src/contract by `npm run generate`. Do not edit.

import { nullable, number, object, oneOf, tagged, text } from '../../../shape/shape.js';

export const resultValue = tagged('kind', {
  quantity: object({
    kind: oneOf('quantity'),
    value: number,
    comparator: nullable(oneOf('<', '<=', '>=', '>')),
    unit: nullable(text),
  }),
  text: object({ kind: oneOf('text'), text: text }),
});
