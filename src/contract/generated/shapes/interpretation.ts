// Made from src/contract by `npm run generate`. Do not edit.

import { oneOf } from '../../../shape/shape.js';

export const interpretation = oneOf(
  'normal',
  'low',
  'high',
  'critical-low',
  'critical-high',
  'abnormal',
);
