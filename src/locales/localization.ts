/** The languages of the portal's own words. */
export const locales = ['en', 'es'] as const;
export type Locale = (typeof locales)[number];

/** The portal's language for a language tag (BCP 47): Spanish for any Spanish, else English. */
export const localeFor = (tag: string): Locale => (/^es\b/i.test(tag) ? 'es' : 'en');

let current: Locale = 'en';

/** The `lang` of what stands in the record in English, where the page speaks another language (WCAG 3.1.2). */
export const recordLanguage = (): 'en' | undefined => (current === 'en' ? undefined : 'en');

/** Changes the language of all widgets on the page. Rejects where the words could not be fetched. */
export const useLocale = async (locale: Locale): Promise<void> => {
  if (locale === current) return;
  const { setLocale } = await import('./translation.js');
  await setLocale(locale);
  current = locale;
};
