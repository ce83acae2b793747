import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../locales/localize.js';
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
  /** An error summary has said what is wrong: only the ways on are missing. */
  readonly summed?: boolean;
}

/** What was refused, and why. */
export type RefusalWords = Pick<Note, 'heading' | 'text'>;

/** A refusal in plain words, with every way on and the answer in the FAQ. */
export const refusalNote = (
  words: RefusalWords,
  { rule, next, allowed }: Refusal,
  { policy, locale, faqHref, summed = false }: RefusalContext,
  links: StepLinks,
) => {
  const steps = next
    .filter(({ action }) => !summed || action !== 'try-again')
    .map((step) => nextStepView(step, { policy, locale }, links))
    .filter((step) => step !== undefined);
  const href = faqLink(faqHref, rule);
  if (summed) return waysOn(steps, href);
  return noteView({
    ...words,
    ...(allowed === undefined && { tone: 'problem' }),
    steps,
    faqHref: href,
  });
};

/** Below an error summary, which has said what is wrong, and has the focus. */
const waysOn = (steps: readonly TemplateResult[], faqHref: string | null) =>
  steps.length === 0 && faqHref === null
    ? nothing
    : html`
        <div class="note">
          ${steps.map((step) => html`<p>${step}</p>`)}
          ${faqHref === null ? nothing : html`<p><a href=${faqHref}>${msg('Why is this so?')}</a></p>`}
        </div>
      `;
