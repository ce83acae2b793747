import type { RefusedError } from '../../client/portal-errors.js';
import type { StepLinks } from '../next-step.js';
import type { refusalNote, RefusalContext } from './refusal-note.js';

/** What was refused: by an answer, or told beforehand as an eligibility, which alerts nobody. */
export type Refusal = Pick<RefusedError, 'rule' | 'next' | 'attemptsLeft'> & {
  readonly allowed?: false;
};

/** Tells a refusal of one area of the portal in its own words, with every way on. */
export type RefusalView = (
  refusal: Refusal,
  context: RefusalContext,
  links: StepLinks,
) => ReturnType<typeof refusalNote>;

/**
 * Fetches the words of refusals with the first one: most people never see any.
 * @param load imports their module
 * @returns undefined where they could not be fetched
 */
export const loadRefusalView = async (
  load: () => Promise<RefusalView>,
): Promise<RefusalView | undefined> => {
  try {
    return await load();
  } catch (error) {
    console.error('portal-widgets: the words of a refusal could not be fetched.', error);
    return undefined;
  }
};
