// Made from src/contract by `npm run generate`. Do not edit.

import {
  instant,
  list,
  nullable,
  object,
  oneOf,
  text,
  truth,
  whole,
} from '../../../shape/shape.js';
import { observation } from './observation.js';

export const result = object({
  id: text,
  name: text,
  category: oneOf('laboratory', 'microbiology', 'pathology', 'imaging'),
  status: oneOf('final', 'amended', 'corrected', 'cancelled'),
  collectedAt: nullable(instant),
  orderedBy: nullable(text),
  observationCount: whole,
  abnormalCount: whole,
  code: nullable(object({ system: text, code: text, display: text })),
  specimen: nullable(text),
  laboratory: nullable(text),
  reportedAt: nullable(instant),
  observations: list(observation),
  note: nullable(object({ author: text, text: text, writtenAt: instant })),
  correction: nullable(object({ text: text, correctedAt: nullable(instant) })),
  'incomplete?': truth,
});
