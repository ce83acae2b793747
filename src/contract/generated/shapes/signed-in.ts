// Made from src/contract by `npm run generate`. Do not edit.

import { list, object, oneOf, text, whole } from '../../../shape/shape.js';
import { subject } from './subject.js';

export const signedIn = object({
  status: oneOf('signed-in'),
  csrfToken: text,
  account: object({ id: text, displayName: text }),
  subjects: list(subject, 1),
  idle: object({ limitSeconds: whole, remainingSeconds: whole }),
});
