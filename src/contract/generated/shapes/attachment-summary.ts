// Made from src/contract by `npm run generate`. Do not edit.

import { object, oneOf, text, whole } from '../../../shape/shape.js';

export const attachmentSummary = object({
  id: text,
  name: text,
  type: oneOf('image/jpeg', 'image/png', 'application/pdf', 'text/plain'),
  size: whole,
});
