import { languageOf, texts, type Locale } from './registered-texts.js';

/** The languages that come along. */
export const locales = ['en', 'es'] as const;

export { languageOf, type Locale } from './registered-texts.js';

/** The elements' language for a language tag (BCP 47): a registered one, Spanish for any Spanish, else English. */
export const localeFor = (tag: string): Locale => {
  const { registered } = texts();
  if (registered.has(tag)) return tag;
  const language = languageOf(tag).toLowerCase();
  return registered.has(language) || language === 'es' ? language : 'en';
};

let current: Locale = 'en';
/** Which was asked for last: it may be on its way. */
let asked: Locale = 'en';

/** The `lang` of what stands in the record in English, where the page speaks another language (WCAG 3.1.2). */
export const recordLanguage = (): 'en' | undefined =>
  languageOf(current) === 'en' ? undefined : 'en';

/** Changes the language of all widgets on the page. Rejects where the words could not be fetched. */
export const useLocale = async (locale: Locale): Promise<void> => {
  if (locale === current && locale === asked && !texts().registered.has(locale)) return;
  asked = locale;
  const { setLocale } = await import('./translation.js');
  current = await setLocale(locale);
};
