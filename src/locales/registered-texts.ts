/** A language of the interface: one of those that come along, or a registered one. A language tag (BCP 47). */
export type Locale = string;

/** The language of a tag, without the region: `es` of `es-MX`. */
export const languageOf = (locale: Locale): string => locale.split('-', 1)[0] ?? locale;

/** Texts in another language, or other texts in one: by the English text, with `{0}`, `{1}` … for what is filled in. */
export type Texts = Readonly<Record<string, string>>;

interface Shared {
  readonly registered: Map<Locale, ReadonlyMap<string, string>>;
  readonly missing: Set<string>;
}

const shared = globalThis as { [key: symbol]: Shared | undefined };
const key = Symbol.for('portal-widgets.texts');

/**
 * By language, the page's own texts, and the English ones that were shown because there are no others. Whatever the
 * scripts of a page that have this module inside: they speak of the same.
 */
export const texts = (): Shared => (shared[key] ??= { registered: new Map(), missing: new Set() });

/**
 * Teaches the elements a language that they do not have, or says single texts of one that they have in your own words.
 * Call it before the elements are defined. What has no text in the language shows in English: `missingTexts` has what
 * was shown so. Answers of the FAQ stay in English; dates and numbers follow the language.
 * @param tag of the language (BCP 47), as the page has it: `fr` is for `fr-CA`, too
 * @param ownTexts by the English text, with `{0}`, `{1}` … for what is filled in: `{ 'Showing {0} of {1}': '{0} sur {1}' }`
 * @throws RangeError for what is no language tag, or a text with something filled in that the English one does not have
 */
export const registerTranslation = (tag: string, ownTexts: Texts): void => {
  const [locale = ''] = Intl.getCanonicalLocales(tag);
  for (const [english, text] of Object.entries(ownTexts)) {
    const unknown = placeholdersIn(text).find((each) => !placeholdersIn(english).includes(each));
    if (unknown !== undefined) {
      throw new RangeError(`The text "${text}" has ${unknown}, and "${english}" has not.`);
    }
  }
  const { registered } = texts();
  registered.set(locale, new Map([...(registered.get(locale) ?? []), ...Object.entries(ownTexts)]));
};

const placeholdersIn = (text: string): readonly string[] => text.match(/\{\d+\}/g) ?? [];

/** Those of a registered language, in English, that were shown on this page so far: what is still to be translated. */
export const missingTexts = (): readonly string[] => [...texts().missing].sort();
