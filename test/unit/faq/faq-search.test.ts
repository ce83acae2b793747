import { expect } from 'chai';
import { readable, textsOf } from '../../../src/faq/answer.js';
import { loadFaq, type FaqEntry } from '../../../src/faq/faq.js';
import { FaqSearch, fold, type Range } from '../../../src/faq/search.js';
import { fillers } from '../../../src/faq/synonyms.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { fc } from '../../support/properties.js';

const english = await loadFaq(mycooper, 'en');
const spanish = await loadFaq(mychart, 'es');
const languages = { en: english, es: spanish };
const searches = { en: new FaqSearch(english), es: new FaqSearch(spanish) };

const locales = ['en', 'es'] as const;
const language = fc.constantFrom(...locales);
const found = (search: FaqSearch, query: string): string[] =>
  search.find(query).map(({ id }) => id);

/** Words of a question that tell something, as they are written. */
const tellingWords = ({ question }: FaqEntry): string[] =>
  (question.match(/\p{L}+/gu) ?? []).filter((word) => !fillers.has(fold(word)));

/** All that may come of a word by one slip: a letter left out, doubled, changed or swapped with the next. */
const mistypings = (word: string): string[] =>
  Array.from({ length: word.length - 1 }, (_, at) => {
    const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
    return [
      before + after,
      before + letter + letter + after,
      `${before}${letter === 'w' ? 'k' : 'w'}${after}`,
      before + after.charAt(0) + letter + after.slice(1),
    ];
  }).flat();

describe('the search of the FAQ', () => {
  const rows: [query: string, locale: 'en' | 'es', entry: string][] = [
    ['my PIN does not work', 'en', 'code-does-not-work'],
    ['pasword forgoten', 'en', 'forgot-password'],
    ['refill takes how long', 'en', 'renewal-time'],
    ['lab results', 'en', 'when-results'],
    ['bloodwork', 'en', 'when-results'],
    ['lockd', 'en', 'account-locked'],
    ['usrname', 'en', 'forgot-username'],
    ['my husband', 'en', 'shared-account'],
    ['is it free', 'en', 'cost'],
    ['cancel apointment', 'en', 'cancel-appointment'],
    ['ethnicity', 'en', 'race-ethnicity'],
    ['kicked out', 'en', 'signed-out'],
    ['iphone', 'en', 'phone-app'],
    ['contraseña olvidada', 'en', 'forgot-password'],
    ['cita', 'en', 'request-appointment'],
    ['contrasena', 'es', 'forgot-password'],
    ['CONTRASEÑA', 'es', 'forgot-password'],
    ['codigo no sirve', 'es', 'code-does-not-work'],
    ['recetas', 'es', 'renewal-request'],
    ['bloquada', 'es', 'account-locked'],
    ['cancelar', 'es', 'cancel-appointment'],
    ['mi esposo', 'es', 'shared-account'],
    ['password', 'es', 'forgot-password'],
  ];
  for (const [query, locale, entry] of rows) {
    it(`finds ${entry} for "${query}" (${locale})`, () => {
      expect(found(searches[locale], query).slice(0, 4)).to.include(entry);
    });
  }

  it('finds all, in their order, for nothing typed', () => {
    for (const query of ['', '  ', '?!', '¿']) {
      expect(found(searches.en, query)).to.deep.equal(english.map(({ id }) => id));
    }
  });

  it('finds nothing for what is nowhere', () => {
    expect(found(searches.en, 'zeppelin')).to.deep.equal([]);
  });

  it('finds an entry first by its own question', () => {
    for (const locale of locales) {
      for (const { id, question } of languages[locale]) {
        expect(found(searches[locale], question)[0], question).to.equal(id);
      }
    }
  });

  it('minds neither capitals nor accents', () => {
    for (const locale of locales) {
      for (const { question } of languages[locale]) {
        const expected = found(searches[locale], question);
        expect(found(searches[locale], question.toUpperCase())).to.deep.equal(expected);
        expect(found(searches[locale], fold(question))).to.deep.equal(expected);
      }
    }
  });

  for (const locale of locales) {
    it(`forgives any slip in any word of five letters or more (${locale})`, () => {
      for (const entry of languages[locale]) {
        const words = tellingWords(entry);
        for (const word of words.filter(({ length }) => length >= 5)) {
          const others = words.filter((each) => each !== word);
          for (const mistyped of mistypings(word)) {
            const query = [mistyped, ...others].join(' ');
            expect(found(searches[locale], query), query).to.include(entry.id);
          }
        }
      }
    });

    it(`finds while somebody is still typing (${locale})`, () => {
      for (const entry of languages[locale]) {
        for (const word of tellingWords(entry)) {
          for (let length = 1; length <= word.length; length += 1) {
            const typed = word.slice(0, length);
            if (!fillers.has(fold(typed))) {
              expect(found(searches[locale], typed), typed).to.include(entry.id);
            }
          }
        }
      }
    });
  }

  it('takes a word for a slip in another only when it is typed to its end', () => {
    const isMarked = (query: string) => {
      const entry = spanish.find(({ id }) => id === 'signed-out');
      if (!entry) throw new Error('There is no such entry.');
      return searches.es.mark(entry, query).question.some(({ start, end }) => {
        return entry.question.slice(start, end) === 'cerró';
      });
    };
    expect(isMarked('erro')).to.equal(false); // of "error", so far
    expect(isMarked('erro ')).to.equal(true);
  });

  it('marks whole words, in order, within the text', () => {
    const isWhole = (text: string) => (range: Range) =>
      /^[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*$/u.test(text.slice(range.start, range.end));
    fc.assert(
      fc.property(language, fc.nat(), fc.string({ unit: 'grapheme' }), (locale, n, noise) => {
        const entries = languages[locale];
        const entry = entries[n % entries.length];
        fc.pre(entry !== undefined);
        const query = `${noise} ${tellingWords(entry)[0] ?? ''}`;
        const hit = searches[locale].mark(entry, query);
        const texts = [entry.question, ...textsOf(entry.answer).map(readable)];
        [hit.question, ...hit.answer].forEach((ranges, at) => {
          const text = texts[at] ?? '';
          expect(ranges.every(isWhole(text)), text).to.equal(true);
          ranges.forEach(({ start, end }, index) => {
            expect(start).to.be.at.least(ranges[index - 1]?.end ?? 0);
            expect(end).to.be.at.most(text.length);
          });
        });
      }),
    );
  });

  it('takes whatever is typed', () => {
    fc.assert(
      fc.property(language, fc.string({ unit: 'binary', maxLength: 200 }), (locale, query) => {
        const hits = searches[locale].find(query);
        expect(new Set(hits).size).to.equal(hits.length);
        for (const entry of hits) searches[locale].mark(entry, query);
      }),
    );
  });

  it('folds a folded text to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).to.equal(fold(text));
      }),
    );
    expect(fold('Contraseña’s ÉTNICO')).to.equal('contrasenas etnico');
  });
});
