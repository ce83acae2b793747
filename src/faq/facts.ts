import { timeOfDay, weekdays } from '../locales/week.js';
import type { LocalizedText, PortalPolicy } from '../policy/portal-policy.js';
import { mailHref, telHref } from '../shape/contact-links.js';
import type { AnswerLink } from './answer.js';

/** What answers are filled with: the hospital's names, terms and contacts, in one language. */
export interface Facts {
  readonly policy: PortalPolicy;
  readonly portal: string;
  readonly organization: string;
  readonly office: string;
  readonly username: string;
  readonly code: string;
  readonly officePhone: AnswerLink;
  /** Undefined: there is no support line. */
  readonly supportPhone: AnswerLink | undefined;
  readonly mail: AnswerLink;
  readonly emergency: AnswerLink;
  readonly urgentContact: string;
  /** When the offices are open: the days, and from when to when. */
  readonly hours: { readonly days: string; readonly opens: string; readonly closes: string };
  /** "30, 60, or 90" */
  readonly anyOf: (items: readonly (string | number)[]) => string;
}

/** @param locale BCP 47 */
export const factsOf = (policy: PortalPolicy, locale: 'en' | 'es'): Facts => {
  const { portal, terms, support, messages, calendar } = policy;
  const inLocale = (text: LocalizedText): string => text[locale] ?? text.en;
  const choice = new Intl.ListFormat(locale, { type: 'disjunction' });
  return {
    policy,
    portal: portal.name,
    organization: portal.organization,
    office: inLocale(terms.office),
    username: inLocale(terms.username),
    code: inLocale(terms.activationCode),
    officePhone: phoneLink(support.officePhone),
    supportPhone: support.phone === null ? undefined : phoneLink(support.phone),
    mail: { words: support.email, href: mailHref(support.email) },
    emergency: phoneLink(messages.emergencyNumber),
    urgentContact: inLocale(messages.urgentContact),
    hours: {
      days: weekdays(calendar.businessDays, locale),
      opens: timeOfDay(calendar.opens, locale),
      closes: timeOfDay(calendar.closes, locale),
    },
    anyOf: (items) => choice.format(items.map(String)),
  };
};

const phoneLink = (phone: string): AnswerLink => ({
  words: phone,
  href: telHref(phone) ?? '#',
});
