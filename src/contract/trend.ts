import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { id, instant, pageAnswer, pageRequest, typed } from './fields.js';
import { observation, resultStatus } from './results.js';

/** An observation with what its result says of it. */
export const datedObservation = z.object({
  ...observation.shape,
  resultId: id,
  /** Of its result. */
  status: resultStatus,
  /** When its own specimen was taken, or the study done; null: the source does not say. */
  collectedAt: z.nullable(instant),
  laboratory: z.nullable(z.string()),
});
export type DatedObservation = z.infer<typeof datedObservation>;

export const searchObservations = endpoint({
  id: 'searchObservations',
  summary:
    'What one analyte was, over the years, in released results; latest first. A POST, so that no analyte stands in a URL.',
  method: 'POST',
  path: '/patients/{subject}/observations/search',
  request: {
    params: z.object({ subject: id }),
    body: z.object({
      /** What is measured, the same each time (`analyteOf`). */
      analyte: typed(1000),
      ...pageRequest,
    }),
  },
  response: z.object({ observations: z.array(datedObservation), ...pageAnswer }),
  access: 'session',
  safe: true,
  activity: true,
  audit: 'viewed-results',
  refusals: [],
});
