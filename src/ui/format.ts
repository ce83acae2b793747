import type { LocalizedText } from '../policy/portal-policy.js';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A day, told in the portal's time zone: "May 4, 2026". */
export const formatDate = (instant: string | number, locale: string, timeZone: string): string => {
  const key = `${locale} ${timeZone}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
    formats.set(key, format);
  }
  return format.format(new Date(instant));
};

/** A calendar day (RFC 3339 full-date), wherever in the world: "May 4, 2026". */
export const formatDay = (day: string, locale: string): string => formatDate(day, locale, 'UTC');

/** A number as people of this language write it, with at most so many digits after the point. */
export const formatNumber = (value: number, locale: string, maximumFractionDigits = 2): string =>
  value.toLocaleString(locale, { maximumFractionDigits });

/** The hospital's own words in this language, else in English. */
export const localized = (text: LocalizedText, locale: string): string =>
  (locale === 'es' ? text.es : undefined) ?? text.en;

/** With a capital letter at the start. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The FAQ's entry for a rule: `faq.html#faq-login-lockout`; null where the host has named no FAQ. */
export const faqLink = (faqHref: string | null, rule: string): string | null =>
  faqHref === null ? null : `${faqHref}#faq-${rule.replaceAll('.', '-')}`;
