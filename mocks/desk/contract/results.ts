import * as z from 'zod/mini';
import { eligibility } from '../../../src/contract/eligibility.js';
import { id, instant, pageAnswer, pageRequest, typed } from '../../../src/contract/fields.js';
import { interpretation, observation, resultValue } from '../../../src/contract/results.js';
import { resultCategory } from '../../../src/policy/portal-policy.js';
import { deskEndpoint } from './desk-endpoint.js';

const summary = {
  id,
  patient: id,
  name: z.string(),
  category: resultCategory,
  status: z.enum(['registered', 'preliminary', 'final', 'amended', 'corrected', 'cancelled']),
  collectedAt: z.nullable(instant),
  reviewed: z.boolean(),
  /** Whether its values can be corrected: it is complete, and was not cancelled. */
  correctable: z.boolean(),
  /** Whether its patient sees it now; if not, by which rule. */
  release: eligibility,
};

/** A result as staff see it, released or not. */
export const deskResult = z.object(summary);
export type DeskResult = z.infer<typeof deskResult>;

const result = z.object({ result: id });

export const searchPatientResults = deskEndpoint({
  id: 'searchPatientResults',
  summary: 'A patient’s results, released or not, latest first.',
  method: 'POST',
  path: '/desk/patients/{patient}/results/search',
  request: {
    params: z.object({ patient: id }),
    body: z.object({
      /** Only those that a physician has reviewed, or has not yet. */
      reviewed: z.optional(z.boolean()),
      ...pageRequest,
    }),
  },
  response: z.object({ results: z.array(deskResult), ...pageAnswer }),
  safe: true,
});

export const getDeskResult = deskEndpoint({
  id: 'getDeskResult',
  summary: 'One result with its values.',
  method: 'GET',
  path: '/desk/results/{result}',
  request: { params: result },
  response: z.object({ ...summary, observations: z.array(observation) }),
  safe: true,
});

export const reviewResult = deskEndpoint({
  id: 'reviewResult',
  summary: 'Marks a result as reviewed by the physician.',
  method: 'POST',
  path: '/desk/results/{result}/review',
  request: { params: result },
  response: null,
  safe: false,
});

export const correctResult = deskEndpoint({
  id: 'correctResult',
  summary: 'Replaces one value of a result that was wrong; what it was before stays with it.',
  method: 'POST',
  path: '/desk/results/{result}/corrections',
  request: {
    params: result,
    body: z.object({
      observation: id,
      value: resultValue,
      /** As the laboratory flags the new value. Absent: as the reference range says. */
      interpretation: z.optional(z.nullable(interpretation)),
      /** What was wrong, for the patient. */
      text: typed(1000),
    }),
  },
  response: null,
  safe: false,
});
