import { expect } from 'chai';
import { readText } from '../node/support/package.js';

describe('the texts of the interface, for translators', () => {
  const texts = JSON.parse(readText('dist/texts.json')) as Record<string, string>;
  const filledIn = (text: string) => [...new Set(text.match(/\{\d+\}/g))].sort();

  it('are all there, in English and in Spanish', () => {
    expect(Object.keys(texts)).to.have.length.greaterThan(900);
    expect(texts).to.have.property('Test results', 'Resultados de pruebas');
    expect(texts).to.have.property('Showing {0} of {1}');
  });

  it('have no markup left, and the same filled in in both languages', () => {
    const wrong = Object.entries(texts).filter(
      ([english, spanish]) =>
        /<x |&\w+;/.test(english + spanish) ||
        filledIn(spanish).some((each) => !filledIn(english).includes(each)),
    );
    expect(wrong).to.deep.equal([]);
  });
});
