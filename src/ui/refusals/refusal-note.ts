import type { PortalPolicy } from '../../policy/portal-policy.js';
import { faqLink } from '../format.js';
import { nextStepView, type StepLinks } from '../next-step.js';
import { noteView, type Note } from '../note.js';
import type { Refusal } from './refusal-view.js';

/** What the words of a refusal are made of. */
export interface RefusalContext {
  readonly policy: PortalPolicy;
  readonly locale: string;
  readonly faqHref: string | null;
}

/** What was refused, and why. */
export type RefusalWords = Pick<Note, 'heading' | 'text'>;

/** A refusal in plain words, with every way on and the answer in the FAQ. */
export const refusalNote = (
  words: RefusalWords,
  { rule, next, allowed }: Refusal,
  { policy, locale, faqHref }: RefusalContext,
  links: StepLinks,
) =>
  noteView({
    ...words,
    ...(allowed === undefined && { tone: 'problem' }),
    steps: next
      .map((step) => nextStepView(step, { policy, locale }, links))
      .filter((step) => step !== undefined),
    faqHref: faqLink(faqHref, rule),
  });
