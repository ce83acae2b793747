import { expect } from 'chai';
import { namingIn } from '../../../mocks/rules/messages/given-names.js';
import { wordsOf } from '../../../mocks/rules/words.js';

describe('whom a message names (messages.own-record)', () => {
  const naming = (text: string, givenName: string, expected = '') =>
    namingIn(text, givenName, wordsOf(expected));

  it('is anybody with a name of two letters, first or further', () => {
    expect(naming('Bo coughs since Sunday', 'Bo')).to.equal('name');
    expect(naming('Al and I', 'Maria Al')).to.equal('name');
    expect(naming('Jo coughs since Sunday', 'Maria Jo')).to.equal('name');
  });

  it('is nobody by an initial, or by a little word between names', () => {
    expect(naming('Vitamin B, and what else?', 'Maria B')).to.equal(null);
    expect(naming('Vitamin B, and what else?', 'Maria B.')).to.equal(null);
    expect(naming('The house of la Rosa', 'Ana de la Paz')).to.equal(null);
    expect(naming('I wait for Quirina', 'Ana de la Quirina')).to.equal('name');
  });

  it('is not the patient or the writer, whose names tell nothing', () => {
    expect(naming('Jo coughs', 'Maria Jo', 'Jo Delgado')).to.equal(null);
    expect(naming('Maria coughs', 'Maria Jo', 'Jo Delgado')).to.equal('name');
  });
});
