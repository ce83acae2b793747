// Made from src/contract by `npm run generate`. Do not edit.

import { list, object, oneOf, tagged, text } from '../../../shape/shape.js';
import { nextStep } from './next-step.js';

export const eligibility = tagged('allowed', {
  true: object({ allowed: oneOf(true) }),
  false: object({ allowed: oneOf(false), rule: text, 'case?': text, next: list(nextStep) }),
});
