import { configureLocalization } from '@lit/localize';

/** The languages of the portal's own words. */
export const locales = ['en', 'es'] as const;
export type Locale = (typeof locales)[number];

const { setLocale, getLocale } = configureLocalization({
  sourceLocale: 'en',
  targetLocales: ['es'],
  loadLocale: () => import('./generated/es.js'),
});

/** The portal's language for a language tag (BCP 47): Spanish for any Spanish, else English. */
export const localeFor = (tag: string | null | undefined): Locale =>
  tag?.toLowerCase().startsWith('es') ? 'es' : 'en';

/** Changes the language of all widgets on the page. Rejects where the words could not be fetched. */
export const useLocale = async (locale: Locale): Promise<void> => {
  if (getLocale() !== locale) await setLocale(locale);
};
