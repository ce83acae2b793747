// Made from src/contract by `npm run generate`. Do not edit.

import { instant, object, text } from '../../../shape/shape.js';

export const nextStep = object({
  action: text,
  'contact?': object({ name: text, phone: text }),
  'subject?': text,
  'at?': instant,
});
