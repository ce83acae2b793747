/**
 * Prints how hard to read the words of the portal are: every text of the interface and every answer of the FAQ, the
 * highest over the policies. English by Flesch-Kincaid, the year of school in which people can read it; Spanish by
 * Fernández Huerta, how easy it is of 100.
 *
 *   npm run reading-grade    fails above grade 8, and below what is as easy in Spanish
 */
import { readFileSync } from 'node:fs';
import { readable, textsOf } from '../src/faq/answer.js';
import { loadFaq } from '../src/faq/faq.js';
import { policies } from '../stories/fixtures/support/policies.js';
import { root } from './project.js';
import { englishGrade, spanishEase, wordsIn } from './reading/grades.js';

const highestGrade = 8;
const leastEase = 55;

/**
 * What is shorter is a label, or one sentence with one long word in it, and both formulas are made for running text:
 * such texts are read together, by the size of a paragraph.
 */
const paragraph = 60;

/** The peoples that the questions about race and ethnicity name: words of the federal standard. */
const examples = /^(For example|Por ejemplo)/;

interface Text {
  readonly name: string;
  readonly text: string;
}

const interfaceTexts = (part: 'source' | 'target'): Text[] => {
  const xliff = readFileSync(`${root}src/locales/xliff/es.xlf`, 'utf8');
  return [...xliff.matchAll(new RegExp(`<${part}>([^]*?)</${part}>`, 'g'))]
    .map(([, text = '']) =>
      text
        .replace(/<x [^>]*\/>/g, 'Ana')
        .replace(/&(lt|gt|quot|apos|amp);/g, ' ')
        .replace(/\s+/g, ' '),
    )
    .filter((text) => /[.?!]$/.test(text) && !examples.test(text))
    .map((text) => ({ name: text, text }));
};

/** One after the other, so many that they make a paragraph; what is left over goes to the last one. */
const inParagraphs = (texts: readonly Text[], language: 'en' | 'es'): Text[] => {
  const groups: string[] = [];
  let open = '';
  for (const { text } of texts) {
    open = `${open} ${text}`.trim();
    if (wordsIn(open, language) < paragraph) continue;
    groups.push(open);
    open = '';
  }
  if (open !== '') groups.push(`${groups.pop() ?? ''} ${open}`.trim());
  return groups.map((text) => ({ name: text, text }));
};

const answers = async (locale: 'en' | 'es'): Promise<Text[]> =>
  (await Promise.all(policies.map((policy) => loadFaq(policy, locale)))).flat().map((entry) => ({
    name: entry.id,
    text: textsOf(entry.answer)
      .map((each) => readable(each).replace(/[,:;]$/, '.'))
      .join(' '),
  }));

/** The hardest last; each name once. */
const report = (
  title: string,
  texts: readonly Text[],
  hardness: (text: string) => number,
  limit: number,
  shown: (hardness: number) => string,
): void => {
  const found = new Map<string, number>();
  for (const { name, text } of texts) {
    found.set(name, Math.max(found.get(name) ?? -Infinity, hardness(text)));
  }
  console.log(`\n${title}`);
  for (const [name, each] of [...found].sort(([, a], [, b]) => a - b)) {
    console.log(`${shown(each).padStart(6)}  ${name}`);
    if (each > limit) {
      console.error(`Too hard to read: ${name}`);
      process.exitCode = 1;
    }
  }
};

const grade = (hardness: number) => hardness.toFixed(1);
const ease = (hardness: number) => (-hardness).toFixed(0);
const spanishHardness = (text: string) => -spanishEase(text);

report('FAQ, English: grade', await answers('en'), englishGrade, highestGrade, grade);
report('FAQ, Spanish: ease', await answers('es'), spanishHardness, -leastEase, ease);
report(
  'Interface, English: grade',
  inParagraphs(interfaceTexts('source'), 'en'),
  englishGrade,
  highestGrade,
  grade,
);
report(
  'Interface, Spanish: ease',
  inParagraphs(interfaceTexts('target'), 'es'),
  spanishHardness,
  -leastEase,
  ease,
);
