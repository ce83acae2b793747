// Made from src/contract by `npm run generate`. Do not edit.

import { object, oneOf, text } from '../../../shape/shape.js';

export const subject = object({
  id: text,
  displayName: text,
  relationship: oneOf('self', 'spouse', 'parent', 'guardian', 'caregiver', 'other-family'),
  access: oneOf('full', 'view'),
});
