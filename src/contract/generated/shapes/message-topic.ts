// Made from src/contract by `npm run generate`. Do not edit.

import { oneOf } from '../../../shape/shape.js';

export const messageTopic = oneOf('question', 'result', 'medication', 'appointment', 'other');
