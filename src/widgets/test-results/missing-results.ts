import { html } from 'lit';
import { msg, str } from '../../locales/localize.js';
import type { PortalPolicy } from '../../policy/portal-policy.js';
import type { RuleId } from '../../policy/rules.js';
import type { PortalContext } from '../../session/portal-context.js';
import { faqLink } from '../../ui/format.js';
import { localized } from '../../ui/words/policy-words.js';
import { emptyView } from '../../ui/empty.js';
import { laboratory, search } from '../../ui/generated/icons.js';
import { callLink } from '../../ui/next-step.js';
import { categoryWords } from './result-words.js';

/**
 * Why a result may not be here yet, by the hospital's policy. General facts, the same for everybody:
 * nothing here hints whether this patient has a result that does not show.
 */
export const missingResults = ({ policy, locale, faqHref }: PortalContext) => {
  const { release, releaseByCategory = {}, typicalDays, contactAfter } = policy.results;
  const { officePhone } = policy.support;
  const office = localized(policy.terms.office, locale);
  const { from, to } = typicalDays;
  const { days, businessDays } = contactAfter;
  const patience = businessDays ? businessDayCount(days) : dayCount(days);
  const categories = categoryWords();
  const exceptions = Object.entries(releaseByCategory).map(
    ([category, exception]) =>
      `${categories[category as keyof typeof categories]}: ${releaseWords(exception)}`,
  );
  const facts: [rule: RuleId, lead: string, text: unknown][] = [
    [
      'results.after-review',
      msg('When you’ll see results:'),
      [releaseWords(release), ...exceptions].join(' '),
    ],
    [
      'results.typical-days',
      msg('How long it takes:'),
      from === undefined
        ? msg(str`Often a few days, but it can take up to ${dayCount(to)}.`)
        : msg(str`Usually ${from} to ${dayCount(to)}.`),
    ],
    [
      'results.contact-after',
      msg('When to call:'),
      html`${msg(str`If it’s not here after ${patience}, call your ${office}:`)}
      ${callLink(officePhone)}`,
    ],
    [
      'results.provider-choice',
      msg('Types of tests:'),
      msg('Doctors choose which types of tests show here.'),
    ],
    [
      'results.sensitive-withheld',
      msg('Private tests:'),
      msg('We never show very sensitive tests here. Ask your doctor about them.'),
    ],
  ];
  return html`
    <ul>
      ${facts.map(([rule, lead, text]) => {
        const href = faqLink(faqHref, rule);
        return html`<li>
          <strong>${href ? html`<a href=${href}>${lead}</a>` : lead}</strong> ${text}
        </li>`;
      })}
    </ul>
  `;
};

const releaseWords = (release: PortalPolicy['results']['release']): string => {
  switch (release.when) {
    case 'after-review':
      return msg('Your results appear once your doctor has reviewed them.');
    case 'immediate':
      return msg('Your results appear as soon as the lab is done.');
    case 'after-days':
      return msg(str`Your results appear ${dayCount(release.days)} after the lab is done.`);
  }
};

const dayCount = (days: number) => (days === 1 ? msg('1 day') : msg(str`${days} days`));

const businessDayCount = (days: number) =>
  days === 1 ? msg('1 business day') : msg(str`${days} business days`);

/**
 * That no result is there, or none is found.
 * @param onClear shows all again; undefined: the filters are open, and have a button for it
 */
export const noResults = (isFiltered: boolean, onClear: (() => void) | undefined) =>
  isFiltered
    ? emptyView(
        search,
        msg('No results match your search.'),
        onClear && html`<button type="button" @click=${onClear}>${msg('Clear filters')}</button>`,
      )
    : emptyView(laboratory, msg('No test results yet'));
