import { configureLocalization } from '@lit/localize/init/runtime.js';

/** Fetched only where a page is not in English, the language that the words are written in. */
export const { setLocale } = configureLocalization({
  sourceLocale: 'en',
  targetLocales: ['es'],
  loadLocale: () => import('./generated/es.js'),
});
