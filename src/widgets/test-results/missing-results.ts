import { html } from 'lit';
import { msg, str } from '../../locales/localize.js';
import type { PortalPolicy } from '../../policy/portal-policy.js';
import type { RuleId } from '../../policy/rules.js';
import type { PortalContext } from '../../session/portal-context.js';
import { faqLink, localized } from '../../ui/format.js';
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
      msg('When results show:'),
      [releaseWords(release), ...exceptions].join(' '),
    ],
    [
      'results.typical-days',
      msg('How long it takes:'),
      from === undefined
        ? msg(str`Often a few days, and up to ${dayCount(to)}.`)
        : msg(str`Mostly ${from} to ${dayCount(to)}.`),
    ],
    [
      'results.contact-after',
      msg('When to call:'),
      html`${msg(str`If it is not here after ${patience}, call your ${office}:`)}
      ${callLink(officePhone)}`,
    ],
    [
      'results.provider-choice',
      msg('Kinds of tests:'),
      msg('Doctors choose which kinds of tests this portal shows.'),
    ],
    [
      'results.sensitive-withheld',
      msg('Private tests:'),
      msg('Very sensitive tests are never shown here. Ask your doctor about them.'),
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
      return msg('Your doctor looks at each result first. Then it shows here.');
    case 'immediate':
      return msg('A result shows here as soon as the lab is done.');
    case 'after-days':
      return msg(str`A result shows here ${dayCount(release.days)} after the lab is done.`);
  }
};

const dayCount = (days: number) => (days === 1 ? msg('1 day') : msg(str`${days} days`));

const businessDayCount = (days: number) =>
  days === 1 ? msg('1 business day') : msg(str`${days} business days`);
