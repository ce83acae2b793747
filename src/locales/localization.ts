/** The languages that come along. */
export const locales = ['en', 'es'] as const;

/** A language of the interface: one of those that come along, or a registered one. A language tag (BCP 47). */
export type Locale = string;

/** Texts in another language, or other texts in one: by the English text, with `{0}`, `{1}` … for what is filled in. */
export type Texts = Readonly<Record<string, string>>;

const registered = new Map<Locale, ReadonlyMap<string, string>>();

/**
 * Teaches the elements a language that they do not have, or says single texts of one that they have in your own words.
 * Call it before the elements are defined. What has no text in the language shows in English: `missingTexts` has what
 * was shown so. Answers of the FAQ stay in English; dates and numbers follow the language.
 * @param tag of the language (BCP 47), as the page has it: `fr` is for `fr-CA`, too
 * @param texts by the English text, with `{0}`, `{1}` … for what is filled in: `{ 'Showing {0} of {1}': '{0} sur {1}' }`
 * @throws RangeError for what is no language tag, or a text with something filled in that the English one does not have
 */
export const registerTranslation = (tag: string, texts: Texts): void => {
  const [locale = ''] = Intl.getCanonicalLocales(tag);
  for (const [english, text] of Object.entries(texts)) {
    const unknown = placeholdersIn(text).find((each) => !placeholdersIn(english).includes(each));
    if (unknown !== undefined) {
      throw new RangeError(`The text "${text}" has ${unknown}, and "${english}" has not.`);
    }
  }
  registered.set(locale, new Map([...(registered.get(locale) ?? []), ...Object.entries(texts)]));
};

const placeholdersIn = (text: string): readonly string[] => text.match(/\{\d+\}/g) ?? [];

/** What the page has said of this language. */
export const registeredTexts = (locale: Locale): ReadonlyMap<string, string> | undefined =>
  registered.get(locale);

/** The elements' language for a language tag (BCP 47): a registered one, Spanish for any Spanish, else English. */
export const localeFor = (tag: string): Locale => {
  const [language = ''] = tag.toLowerCase().split('-');
  const known = [...registered.keys()].find((each) => each.toLowerCase() === tag.toLowerCase());
  return known ?? (registered.has(language) || language === 'es' ? language : 'en');
};

/** The English texts that were shown because the page's language has no others. */
export const missing = new Set<string>();

/** Those of a registered language, in English, that were shown on this page so far: what is still to be translated. */
export const missingTexts = (): readonly string[] => [...missing].sort();

/** The language of a tag, without the region: `es` of `es-MX`. */
export const languageOf = (locale: Locale): string => locale.split('-', 1)[0] ?? locale;

let current: Locale = 'en';

/** The `lang` of what stands in the record in English, where the page speaks another language (WCAG 3.1.2). */
export const recordLanguage = (): 'en' | undefined =>
  languageOf(current) === 'en' ? undefined : 'en';

/** Changes the language of all widgets on the page. Rejects where the words could not be fetched. */
export const useLocale = async (locale: Locale): Promise<void> => {
  if (locale === current && !registered.has(locale)) return;
  const { setLocale } = await import('./translation.js');
  await setLocale(locale);
  current = locale;
};
