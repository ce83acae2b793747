import { html, nothing, type TemplateResult } from 'lit';
import type { RefusedError } from '../../client/portal-errors.js';
import type { NextAction, NextStep } from '../../contract/problems.js';
import { msg } from '../../locales/localize.js';
import type { PortalPolicy } from '../../policy/portal-policy.js';
import type { RefusalId } from '../../policy/rules.js';
import { faqLink } from '../format.js';
import { nextStepView, type StepLinks } from '../next-step.js';
import { noteView, type Note } from '../note.js';

/** What was refused: by an answer, or told beforehand as an eligibility, which alerts nobody. */
export interface Refusal
  extends
    Pick<RefusedError, 'rule' | 'next'>,
    Partial<Pick<RefusedError, 'case' | 'attemptsLeft'>> {
  readonly allowed?: false;
}

/** What the words of a refusal are made of. */
export interface RefusalContext {
  readonly policy: PortalPolicy;
  readonly locale: string;
  readonly faqHref: string | null;
  /** An error summary has said what is wrong: only the ways on are missing. */
  readonly summed?: boolean;
}

/** What was refused, and why. */
export interface Words extends Pick<Note, 'heading' | 'text'> {
  /** The steps that are left where the words tell one of them, or it would mislead. */
  readonly next?: readonly NextStep[];
}

/** The words of an area's refusals, by rule or by rule and case. The compiler names what has none. */
export type RefusalWords<Id extends RefusalId> = Readonly<
  Record<Id, (refusal: Refusal, context: RefusalContext) => Words>
>;

/** Tells a refusal of one area in plain words, with every way on and the answer in the FAQ. */
export type RefusalView = (
  refusal: Refusal,
  context: RefusalContext,
  links: StepLinks,
) => TemplateResult | typeof nothing;

/** A rule or a case without words in this area, maybe of a newer backend, is told in general. */
export const refusalView =
  (area: Partial<RefusalWords<RefusalId>>): RefusalView =>
  (refusal, context, links) => {
    const { steps, faqHref, ...words } = refusalContent(area, refusal, context, links);
    if (context.summed) return waysOn(steps, faqHref);
    return noteView({
      ...words,
      ...(refusal.allowed === undefined && { tone: 'danger' }),
      steps,
      faqHref,
    });
  };

/** What a refusal is told with, wherever that stands. */
export const refusalContent = (
  area: Partial<RefusalWords<RefusalId>>,
  refusal: Refusal,
  context: RefusalContext,
  links: StepLinks = {},
) => {
  const { policy, locale, faqHref, summed } = context;
  const { next = refusal.next, ...words } = wordsIn(area, refusal)(refusal, context);
  const steps = (summed ? without('try-again', next) : next)
    .map((step) => nextStepView(step, { policy, locale }, links))
    .filter((step) => step !== undefined);
  // Of a rule that is new to this area, the FAQ may know nothing either.
  const isKnown = Object.keys(area).some((id) => id.split('/')[0] === refusal.rule);
  return { ...words, steps, faqHref: isKnown ? faqLink(faqHref, refusal.rule) : null };
};

/** The other steps. */
export const without = (action: NextAction, next: readonly NextStep[]): readonly NextStep[] =>
  next.filter((step) => step.action !== action);

const wordsIn = (area: Partial<RefusalWords<RefusalId>>, refusal: Refusal) => {
  const { rule, case: ruleCase } = refusal;
  const id = ruleCase === undefined ? rule : `${rule}/${ruleCase}`;
  // An id from a backend may be anything, even the name of what every object has.
  return (Object.hasOwn(area, id) ? area[id as RefusalId] : undefined) ?? inGeneral;
};

const inGeneral = (): Words => ({
  heading: msg('You can’t do this right now.'),
  text: msg('Call us and we’ll help you.'),
});

/** Below an error summary, which has said what is wrong, and has the focus. */
const waysOn = (steps: readonly TemplateResult[], faqHref: string | null) =>
  steps.length === 0 && faqHref === null
    ? nothing
    : html`
        <div class="pw-note">
          ${steps.map((step) => html`<p>${step}</p>`)}
          ${faqHref === null ? nothing : html`<p><a href=${faqHref}>${msg('Why?')}</a></p>`}
        </div>
      `;
