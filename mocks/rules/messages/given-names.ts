import { hasPhrase, searchable, wordsOf, writtenWords } from '../words.js';

/** What a text says of somebody: a name, or a word that is a name too. */
export type Naming = 'name' | 'word';

/**
 * How a text names somebody: by all given names or by any one of them; null: it does not.
 * @param givenName as the record has it: "Felipa Anabel"
 * @param expected words of names that tell nothing, from `wordsOf`
 */
export const namingIn = (text: string, givenName: string, expected: string): Naming | null => {
  const words = wordsOf(text);
  const written = writtenWords(text);
  let naming: Naming | null = null;
  for (const name of namesIn(givenName)) {
    if (hasPhrase(expected, name) || !hasPhrase(words, name)) continue;
    if (!everydayWords.has(searchable(name))) return 'name';
    if (isWrittenAsName(written, searchable(name))) naming = 'word';
  }
  return naming;
};

/** All of them, and each by itself. Initials and little words between names are none. */
const namesIn = (givenName: string): readonly string[] => {
  const [first = '', ...others] = givenName.trim().split(/\s+/);
  const further = others.filter((name) => {
    const word = wordsOf(name).trim();
    return word.length > 1 && !littleWords.has(word);
  });
  return [givenName, first, ...further];
};

/** With a capital letter; or as the first word, which is as good a place for a name as any. */
const isWrittenAsName = (written: readonly string[], name: string): boolean =>
  written.some(
    (word, at) =>
      word.toLowerCase() === name && (at === 0 || word.charAt(0) !== word.charAt(0).toLowerCase()),
  );

const littleWords = new Set(['de', 'del', 'la', 'las', 'los', 'da', 'das', 'do', 'dos']);

/** Given names that messages to a physician are full of as words, without accents. */
const everydayWords: ReadonlySet<string> = new Set([
  ...['april', 'may', 'june', 'august', 'will', 'mark', 'rose', 'hope', 'faith', 'grace', 'joy'],
  ...['dawn', 'summer', 'autumn', 'bill', 'art', 'rich', 'sue', 'pat', 'chase', 'grant', 'drew'],
  ...['christian', 'iris', 'ginger', 'rob', 'frank', 'destiny', 'patience', 'sky', 'star', 'day'],
  ...['abril', 'julio', 'augusto', 'angel', 'cruz', 'dolores', 'luz', 'mar', 'paz', 'sol', 'cielo'],
  ...['esperanza', 'gracia', 'milagros', 'remedios', 'rosa', 'salud', 'socorro', 'consuelo'],
]);
