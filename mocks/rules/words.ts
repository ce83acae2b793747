/** Text as it is compared: without regard to letter case and accents. */
export const searchable = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * The words of a text as they are compared, with a space before and after each. Apostrophes of every
 * kind are passed over, and so is the `'s` of a possessor: "Mina’s" is the word "mina".
 */
export const wordsOf = (text: string): string => {
  const joined = searchable(text)
    .replace(/['’‘ʼ＇]s(?![\p{L}\p{N}])/gu, '')
    .replace(/['’‘ʼ＇]/gu, '');
  return ` ${(joined.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
};

/**
 * Whether a phrase stands in a text, whole words of it one after the other.
 * @param words of the text, from {@link wordsOf}
 */
export const hasPhrase = (words: string, phrase: string): boolean => {
  const wanted = wordsOf(phrase);
  return wanted.trim() !== '' && words.includes(wanted);
};
