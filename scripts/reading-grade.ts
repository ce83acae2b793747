/**
 * Prints the reading grade of every English answer of the FAQ (Flesch-Kincaid: the year of school in
 * which people can read it), the highest over the policies.
 *
 *   npm run reading-grade    fails above grade 8
 */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { readable, textsOf } from '../src/faq/answer.js';
import { loadFaq, type FaqEntry } from '../src/faq/faq.js';
import { policies } from '../stories/fixtures/support/policies.js';

const highest = 8;

const words = new Intl.Segmenter('en', { granularity: 'word' });
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Addresses and numbers are copied or called, not read. */
const withoutContacts = (text: string): string =>
  text.replace(/\S+@\S+|\+?\d[\d().-]{6,}\d/g, 'this');

const countOf = (segmenter: Intl.Segmenter, text: string): number =>
  [...segmenter.segment(text)].filter(({ segment, isWordLike }) =>
    isWordLike === undefined ? segment.trim() !== '' : isWordLike,
  ).length;

const gradeOf = ({ answer }: FaqEntry): number => {
  const text = textsOf(answer)
    .map((each) => withoutContacts(readable(each)).replace(/[,:;]$/, '.'))
    .join(' ');
  return fleschKincaid({
    sentence: countOf(sentences, text),
    word: countOf(words, text),
    syllable: syllable(text),
  });
};

const grades = new Map<string, number>();
for (const policy of policies) {
  for (const entry of await loadFaq(policy, 'en')) {
    grades.set(entry.id, Math.max(grades.get(entry.id) ?? -Infinity, gradeOf(entry)));
  }
}

for (const [id, grade] of [...grades].sort(([, a], [, b]) => b - a)) {
  console.log(`${grade.toFixed(1).padStart(5)}  ${id}`);
  if (grade > highest) {
    console.error(`${id}: harder to read than grade ${highest}.`);
    process.exitCode = 1;
  }
}
