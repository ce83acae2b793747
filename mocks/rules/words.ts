/** Text as it is compared: without regard to letter case and accents. */
export const searchable = (text: string): string => withoutAccents(text).toLowerCase();

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/**
 * The words of a text in the letter case that they are written in, without accents. Apostrophes of every
 * kind are passed over, and so is the `'s` of a possessor: "Mina’s" is the word "Mina".
 */
export const writtenWords = (text: string): readonly string[] =>
  withoutAccents(text)
    .replace(/['’‘ʼ＇][sS](?![\p{L}\p{N}])/gu, '')
    .replace(/['’‘ʼ＇]/gu, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of a text as they are compared, with a space before and after each. */
export const wordsOf = (text: string): string => ` ${writtenWords(text).join(' ').toLowerCase()} `;

/**
 * Whether a phrase stands in a text, whole words of it one after the other.
 * @param words of the text, from {@link wordsOf}
 */
export const hasPhrase = (words: string, phrase: string): boolean => {
  const wanted = wordsOf(phrase);
  return wanted.trim() !== '' && words.includes(wanted);
};
