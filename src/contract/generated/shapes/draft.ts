// Made from src/contract by `npm run generate`. Do not edit.

import { instant, object, oneOf, text, whole } from '../../../shape/shape.js';

export const draft = object({
  id: text,
  form: oneOf(
    'message',
    'reply',
    'renewal',
    'appointment-request',
    'preferences',
    'demographics',
    'sharing',
  ),
  writer: text,
  sequence: whole,
  content: object({}),
  savedAt: instant,
});
