import { languageOf } from '../locales/localization.js';
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

/** A day, or its year or month alone where the record says no more: "1999", "May 1999". */
export const formatPartialDay = (day: string, locale: string): string => {
  if (day.length === 10) return formatDay(day, locale);
  if (day.length === 4) return day;
  const format = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return format.format(Date.parse(day));
};

/**
 * How numbers are written: in Spanish, too, as in the United States. "12.400" is twelve thousand in Spain, and
 * twelve in the record that it stands in.
 */
export const numberLocale = (locale: string): string => (locale === 'es' ? 'es-US' : locale);

/** A number as people of this language write it, with at most so many digits after the point. */
export const formatNumber = (value: number, locale: string, maximumFractionDigits = 2): string =>
  value.toLocaleString(numberLocale(locale), { maximumFractionDigits });

/** The hospital's own words in this language, else in English. */
export const localized = (text: LocalizedText, locale: string): string =>
  (languageOf(locale) === 'es' ? text.es : undefined) ?? text.en;

/** With a capital letter at the start. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

let faqsOnPage = 0;

/** A `<portal-faq>` has come (1) or gone (-1): as long as there is one, links to the FAQ stay on the page. */
export const countFaqs = (change: 1 | -1): void => {
  faqsOnPage += change;
};

/** The FAQ's entry for a rule: `faq.html#faq-login-lockout`; null where the host has named no FAQ and the page has none. */
export const faqLink = (faqHref: string | null, rule: string): string | null => {
  const page = faqsOnPage > 0 ? '' : faqHref;
  return page === null ? null : `${page}#faq-${rule.replaceAll('.', '-')}`;
};
