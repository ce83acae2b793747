import { expect } from 'chai';
import {
  englishGrade,
  spanishEase,
  spanishSyllables,
  wordsIn,
} from '../../scripts/reading/grades.js';

describe('how hard a text is to read', () => {
  it('is a year of school in English', () => {
    expect(englishGrade('We will call you. You can go home now.')).to.be.below(2);
    expect(
      englishGrade(
        'Notwithstanding previously communicated authorization requirements, representatives necessitate documentation.',
      ),
    ).to.be.above(15);
  });

  it('counts the syllables of Spanish words', () => {
    const rows: [word: string, syllables: number][] = [
      ...([
        ['casa', 2],
        ['que', 1],
        ['guitarra', 3],
        ['ciudad', 2],
        ['médico', 3],
      ] as const),
      ...([
        ['día', 2],
        ['leer', 2],
        ['agua', 2],
        ['pingüino', 3],
        ['farmacia', 3],
      ] as const),
    ].map(([word, syllables]) => [word, syllables]);
    for (const [word, syllables] of rows) expect(spanishSyllables(word), word).to.equal(syllables);
  });

  it('is how easy it is in Spanish', () => {
    expect(spanishEase('Le llamamos hoy. Ya puede ir a casa.')).to.be.above(80);
    expect(
      spanishEase(
        'Independientemente de autorizaciones anteriormente comunicadas, necesitamos documentación administrativa.',
      ),
    ).to.be.below(10);
  });

  it('leaves out what is copied or called', () => {
    expect(wordsIn('Call 1-555-555-0118 or write to help@example.org.', 'en')).to.equal(6);
  });
});
