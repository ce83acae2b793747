import { languageOf } from '../../locales/localization.js';
import type { LocalizedText } from '../../policy/portal-policy.js';

/** The hospital's own words in this language, else in English. */
export const localized = (text: LocalizedText, locale: string): string =>
  (languageOf(locale) === 'es' ? text.es : undefined) ?? text.en;

/** With a capital letter at the start. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
