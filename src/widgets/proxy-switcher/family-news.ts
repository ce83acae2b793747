import { html, nothing } from 'lit';
import type { Family } from '../../contract/family/family.js';
import type { NextStep } from '../../contract/problems.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { chipView } from '../../ui/chip.js';
import { kinshipWords } from '../../ui/words/family-words.js';
import { faqLink, formatDate } from '../../ui/format.js';
import { localized } from '../../ui/words/policy-words.js';
import { nextStepView } from '../../ui/next-step.js';
import { noteView } from '../../ui/note.js';

type Ended = Family['ended'][number];

/** A form about somebody else's record that has given no access, or not yet (`proxy.consent-form`). */
export const consentFormState = (
  { displayName, relationship, handedInAt, state, decidedAt }: Family['consentForms'][number],
  context: PortalContext,
) => {
  const { locale, policy } = context;
  const day = formatDate(handedInAt, locale, policy.timeZone);
  const decided = decidedAt === null ? '' : formatDate(decidedAt, locale, policy.timeZone);
  const office = localized(policy.terms.office, locale);
  return html`
    <p>
      <strong>${displayName}</strong> ${chipView(kinshipWords(relationship))}
      ${state === 'waiting' ? chipView(msg('Pending'), 'info') : chipView(msg('Declined'), 'warning')}
    </p>
    <p class="pw-muted">${msg(str`Handed in on ${day}.`)}</p>
    ${
      state === 'waiting'
        ? html`<p>
            ${msg(str`The ${office} is reviewing it. Once it’s approved, the record appears here.`)}
          </p>`
        : html`<p>
            ${msg(str`Declined on ${decided}. The ${office} can tell you why and what’s missing.`)}
          </p>`
    }
    ${stepsView(state === 'waiting' ? [] : [{ action: 'call-office' }], context)}
  `;
};

/** An access that has ended: when, why, and what to do if one needs it. */
export const endedWords = (access: Ended, ways: Family['ways'], context: PortalContext) => {
  const { locale, policy } = context;
  const { displayName, relationship, endedAt } = access;
  const day = endedAt === null ? '' : formatDate(endedAt, locale, policy.timeZone);
  return html`
    <p><strong>${displayName}</strong> ${chipView(kinshipWords(relationship))}</p>
    <p>
      ${reasonWords(access, context)}
      ${day ? html`<span class="pw-muted">(${day})</span>` : nothing}
    </p>
    ${stepsView(stepsAfter(access, ways), context)}
  `;
};

/**
 * Why the record that was open here is closed, and whose is open now.
 * @param family undefined: it could not be read
 */
export const lostNote = (subject: string, family: Family | undefined, context: PortalContext) => {
  const access = family?.ended.find((each) => each.subject === subject);
  return noteView({
    heading: msg('That record is now closed. You’re back in your own record.'),
    text: access ? `${access.displayName}: ${reasonWords(access, context)}` : '',
    tone: 'danger',
    steps: stepTemplates(
      access ? stepsAfter(access, family?.ways ?? []) : [{ action: 'call-office' }],
      context,
    ),
    faqHref: faqLink(context.faqHref, 'proxy.consent-form'),
  });
};

const reasonWords = ({ reason, displayName }: Ended, { policy, locale }: PortalContext): string => {
  const office = localized(policy.terms.office, locale);
  const age = policy.proxy.comingOfAgeYears;
  switch (reason) {
    case 'taken-back':
      return msg(str`${displayName} removed your access.`);
    case 'given-up':
      return msg('You gave up your access.');
    case 'ended-by-hospital':
      return msg(str`The ${office} ended your access.`);
    case 'came-of-age':
      return msg(
        str`${displayName} is now ${age}. The record is theirs, and they decide who else can open it.`,
      );
  }
};

/** How somebody gets the access back: as everybody in that relationship gets it. */
const stepsAfter = ({ reason, relationship }: Ended, ways: Family['ways']): readonly NextStep[] => {
  if (reason === 'taken-back') return [{ action: 'ask-patient' }];
  if (reason === 'ended-by-hospital') return [{ action: 'call-office' }];
  const way = ways.find((each) => each.relationship === relationship);
  if (way?.byInvitation.allowed) return [{ action: 'share-record' }];
  return [{ action: way?.byConsentForm.allowed ? 'hand-in-consent-form' : 'call-office' }];
};

const stepTemplates = (steps: readonly NextStep[], context: PortalContext) =>
  steps.map((step) => nextStepView(step, context)).filter((step) => step !== undefined);

const stepsView = (steps: readonly NextStep[], context: PortalContext) =>
  stepTemplates(steps, context).map((step) => html`<p>${step}</p>`);
