// Made from src/contract by `npm run generate`. Do not edit.

import { oneOf } from '../../../shape/shape.js';

export const relationship = oneOf('spouse', 'parent', 'guardian', 'caregiver', 'other-family');
