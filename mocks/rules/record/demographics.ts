import { demographicsCategories } from '../../../src/contract/record/demographics.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import type { DemographicsRecord } from '../../db/records/index.js';
import { allowed, refused, type Decision, type Refusal } from '../decision.js';

type Answer = Pick<DemographicsRecord, 'categories' | 'details' | 'declined'>;

/**
 * Whether race and ethnicity are asked here: only where a state requires hospitals to
 * (`demographics.race-ethnicity`). Who wants them on file all the same tells the doctor.
 * @returns the state
 */
export const decideAsking = ({ demographics }: PortalPolicy): Decision<string> =>
  demographics.requiredByState === null
    ? refused('demographics.race-ethnicity', {
        detail: 'Race and ethnicity are not asked here: no state requires it.',
        next: [{ action: 'ask-at-next-visit' }],
      })
    : allowed(demographics.requiredByState);

/** Whether this is one answer: something about race and ethnicity, or that it is not said. */
export const decideAnswer = ({ categories, details, declined }: Answer): Decision<Answer> => {
  const words = details?.trim() || null;
  if (declined && categories.length > 0) return mistaken('/body/categories', contradiction);
  if (declined && words !== null) return mistaken('/body/details', contradiction);
  if (!declined && categories.length === 0 && words === null) {
    return mistaken('/body/categories', 'Choose at least one, say it in own words, or decline.');
  }
  return allowed({
    categories: demographicsCategories.filter((category) => categories.includes(category)),
    details: words,
    declined,
  });
};

const contradiction = 'Who declines says nothing else.';

const mistaken = (pointer: string, detail: string): Refusal => ({
  ok: false,
  kind: 'invalid-request',
  detail: 'This is no answer about race and ethnicity.',
  next: [{ action: 'try-again' }],
  errors: [{ pointer, detail }],
});
