import * as z from 'zod/mini';
import { eligibility } from '../eligibility.js';
import { endpoint } from '../endpoint.js';
import { etag, id, instant, typed } from '../fields.js';
import { idempotencyKey, ifMatch } from '../headers.js';

/**
 * The categories of the U.S. Office of Management and Budget: one question for race and ethnicity,
 * several answers (Statistical Policy Directive No. 15, revised March 2024).
 */
export const demographicsCategories = [
  'american-indian-alaska-native',
  'asian',
  'black-african-american',
  'hispanic-latino',
  'middle-eastern-north-african',
  'native-hawaiian-pacific-islander',
  'white',
] as const;
export const demographicsCategory = z.enum(demographicsCategories);
export type DemographicsCategory = z.infer<typeof demographicsCategory>;

/** In own words: "Lenape", "Puerto Rican and Polish"; null: nothing to add. */
const details = z.nullable(typed(200));

/** What is known of a patient's race and ethnicity, and why it is asked. */
export const demographics = z.object({
  etag,
  /** The state that requires hospitals to ask (`demographics.race-ethnicity`). */
  requiredByState: z.string(),
  /** Null: not asked yet. */
  answer: z.nullable(
    z.object({
      /** In the order of the directive. */
      categories: z.array(demographicsCategory),
      details,
      /** The patient would rather not say: an answer as good as any. */
      declined: z.boolean(),
      savedAt: instant,
    }),
  ),
  /** Whether whoever reads it may answer: a proxy who only looks may not. */
  change: eligibility,
});
export type Demographics = z.infer<typeof demographics>;

const params = z.object({ subject: id });
const path = '/patients/{subject}/demographics';

export const getDemographics = endpoint({
  id: 'getDemographics',
  summary: 'Race and ethnicity, as the patient has answered, and why they are asked.',
  method: 'GET',
  path,
  request: { params },
  response: demographics,
  access: 'session',
  safe: true,
  activity: true,
  audit: 'viewed-demographics',
  refusals: ['demographics.race-ethnicity'],
});

export const saveDemographics = endpoint({
  id: 'saveDemographics',
  summary: 'Answer, or decline to, instead of what was answered before.',
  method: 'PUT',
  path,
  request: {
    params,
    headers: z.extend(ifMatch, idempotencyKey.shape),
    body: z.object({
      categories: z.array(demographicsCategory).check(z.maxLength(demographicsCategories.length)),
      details,
      /** Excludes categories and details. */
      declined: z.boolean(),
    }),
  },
  response: demographics,
  access: 'session',
  acts: true,
  safe: false,
  activity: true,
  audit: 'answered-demographics',
  refusals: ['demographics.race-ethnicity', 'proxy.friends-and-family/view-only'],
});
