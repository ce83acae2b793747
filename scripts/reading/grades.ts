import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

type Language = 'en' | 'es';

/** Addresses and numbers are copied or called, not read. */
const withoutContacts = (text: string): string =>
  text.replace(/\S+@\S+|https?:\S+|\+?\d[\d().-]{6,}\d/g, 'this');

const countOf = (segmenter: Intl.Segmenter, text: string): number =>
  [...segmenter.segment(text)].filter(({ segment, isWordLike }) =>
    isWordLike === undefined ? segment.trim() !== '' : isWordLike,
  ).length;

const segmenters = (language: Language) => ({
  words: new Intl.Segmenter(language, { granularity: 'word' }),
  sentences: new Intl.Segmenter(language, { granularity: 'sentence' }),
});

const byLanguage = { en: segmenters('en'), es: segmenters('es') };

export const wordsIn = (text: string, language: Language): number =>
  countOf(byLanguage[language].words, withoutContacts(text));

/**
 * Syllables of Spanish words: groups of vowels, where two strong ones, or a weak one with an accent beside a strong
 * one, are apart; the u of que, qui, gue and gui is not heard.
 */
export const spanishSyllables = (text: string): number =>
  text
    .toLowerCase()
    .replace(/([qg])u(?=[eéií])/g, '$1')
    .replace(/([aeoáéó])(?=[aeoáéóíú])|([íú])(?=[aeoáéó])/g, '$&-')
    .replace(/y(?![aeiouáéíóú])/g, 'i')
    .match(/[aeiouáéíóúü]+/g)?.length ?? 0;

/** Flesch-Kincaid: the year of school in the United States in which people can read it. */
export const englishGrade = (text: string): number => {
  const read = withoutContacts(text);
  return fleschKincaid({
    sentence: countOf(byLanguage.en.sentences, read),
    word: countOf(byLanguage.en.words, read),
    syllable: syllable(read),
  });
};

/**
 * Fernández Huerta (1959): how easy it is, of 100. 60 to 70 is for years 7 and 8 of school, 50 to 60 for those
 * after them.
 */
export const spanishEase = (text: string): number => {
  const read = withoutContacts(text);
  const words = countOf(byLanguage.es.words, read);
  const sentences = countOf(byLanguage.es.sentences, read);
  return 206.84 - (60 * spanishSyllables(read)) / words - (1.02 * words) / sentences;
};
