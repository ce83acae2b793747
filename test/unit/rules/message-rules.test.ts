import { expect } from 'chai';
import type { ThreadRecord } from '../../../mocks/db/records/index.js';
import { mediaTypeOf, sizeOf } from '../../../mocks/rules/messages/attachments.js';
import { urgentWordsOf } from '../../../mocks/rules/default-lists.js';
import { decideSave } from '../../../mocks/rules/messages/drafts.js';
import { cleanFileName } from '../../../mocks/rules/file-names.js';
import { awaitedAnswer, promisedAnswer } from '../../../mocks/rules/messages/messages.js';
import { hasPhrase, wordsOf } from '../../../mocks/rules/words.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { makeMessage, makeThread } from '../../support/sample-people.js';
import { fc, runs } from '../../support/properties.js';

describe('words', () => {
  const has = (text: string, phrase: string) => hasPhrase(wordsOf(text), phrase);

  it('are found whole, whatever stands around them', () => {
    for (const text of [
      'Stroke',
      'a stroke!',
      'STROKE?',
      '(stroke)',
      'a\nstroke\nsince',
      '¿stroke',
    ]) {
      expect(has(text, 'stroke'), text).to.equal(true);
    }
    for (const text of ['heatstroke', 'strokes', 'backstroke', 'stro ke', '']) {
      expect(has(text, 'stroke'), text).to.equal(false);
    }
  });

  it('of a phrase stand one after the other, with any space and signs between', () => {
    for (const text of [
      'chest pain',
      'Chest   pain',
      'chest\npain',
      'chest-pain',
      'my chest, pain',
    ]) {
      expect(has(text, 'chest pain'), text).to.equal(true);
    }
    expect(has('pain in the chest', 'chest pain')).to.equal(false);
    expect(has('chest and pain', 'chest pain')).to.equal(false);
  });

  it('are compared without accents, letter case and apostrophes of every kind', () => {
    for (const text of ["can't breathe", 'CAN’T breathe', 'canʼt Breathe', 'cant breathe']) {
      expect(has(text, "can't breathe"), text).to.equal(true);
      expect(has(text, 'can’t breathe'), text).to.equal(true);
    }
    expect(has('presion en el pecho', 'presión en el pecho')).to.equal(true);
    expect(has('PRESIÓN en el pecho', 'presión en el pecho')).to.equal(true);
  });

  it('are those of the possessor, too', () => {
    for (const text of ["Mina's cough", 'Mina’s cough', 'the cough of Mina’s']) {
      expect(has(text, 'Mina'), text).to.equal(true);
    }
    expect(has('Minas Gerais', 'Mina')).to.equal(false);
    expect(has("D'Angelo coughs", 'D’Angelo')).to.equal(true);
  });

  it('are none where a phrase has none', () => {
    for (const phrase of ['', ' ', '!', '’s']) expect(has('a text', phrase)).to.equal(false);
  });

  it('of the usual urgent list are each found in a text of them, and alone', () => {
    for (const phrase of urgentWordsOf(mychart)) {
      expect(has(`Hello, ${phrase.toUpperCase()}. Thanks`, phrase), phrase).to.equal(true);
      expect(has(phrase, phrase), phrase).to.equal(true);
    }
  });
});

describe('the type of a file', () => {
  const bytes = (...values: number[]) => btoa(String.fromCharCode(...values));

  it('is what its content begins with', () => {
    expect(mediaTypeOf(bytes(0xff, 0xd8, 0xff, 0xe0, 0, 0x10))).to.equal('image/jpeg');
    expect(mediaTypeOf(btoa('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'))).to.equal('image/png');
    expect(mediaTypeOf(btoa('%PDF-1.7\n%\xe2\xe3'))).to.equal('application/pdf');
    expect(mediaTypeOf(btoa('Dear doctor,\r\n\tthank you.'))).to.equal('text/plain');
  });

  it('is text only in UTF-8 without control characters', () => {
    const utf8 = (text: string) => bytes(...new TextEncoder().encode(text));
    expect(mediaTypeOf(utf8('Fiebre de 39 °C, señor'))).to.equal('text/plain');
    expect(mediaTypeOf(utf8('\ufeffwith a mark'))).to.equal('text/plain');
    for (const [name, data] of [
      ['Latin-1', bytes(0x73, 0x65, 0xf1, 0x6f, 0x72)],
      ['cut off', bytes(0x61, 0xe2, 0x82)],
      ['a null', bytes(0x61, 0, 0x62)],
      ['escape', bytes(0x1b, 0x5b, 0x33)],
      ['C1', utf8('a\u0085b')],
      ['a program', bytes(0x4d, 0x5a, 0x90, 0)],
      ['a ZIP file', btoa('PK\x03\x04')],
      ['a GIF', btoa('GIF89a\x01\0')],
      ['half a PNG', btoa('\x89PNG')],
    ] as const) {
      expect(mediaTypeOf(data), name).to.equal(null);
    }
  });

  it('is known of every size, and the size of its base64', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), (content) => {
        expect(sizeOf(bytes(...content))).to.equal(content.length);
        expect(() => mediaTypeOf(bytes(...content))).not.to.throw();
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe('the name of a file', () => {
  it('is kept where it is a plain one', () => {
    expect(cleanFileName('Röntgen 2026.JPEG', 'image/jpeg')).to.equal('Röntgen 2026.jpeg');
    expect(cleanFileName('notes.txt', 'text/plain')).to.equal('notes.txt');
  });

  for (const [why, name, clean] of [
    ['a path', '../../etc/passwd.png', 'passwd.png'],
    ['a path of Windows', 'C:\\Users\\ann\\knee.png', 'knee.png'],
    ['control characters', 'kn\0e\ne\x7f.png', 'knee.png'],
    ['a turned direction', 'knee\u202egnp.exe', 'kneegnp.exe.png'],
    ['what cannot be seen', 'kn\u200bee\u2066.png', 'knee.png'],
    ['half a character', 'knee\ud83d.png', 'knee.png'],
    ['dots and space around', ' ..knee.png. ', 'knee.png'],
    ['an ending of another type', 'knee.html', 'knee.html.png'],
    ['no ending', 'knee', 'knee.png'],
    ['nothing', '..', 'file.png'],
    ['an ending alone', '.png', 'png.png'],
    ['a path alone', 'a/b/', 'file.png'],
  ] as const) {
    it(`is without ${why}`, () => {
      expect(cleanFileName(name, 'image/png')).to.equal(clean);
    });
  }

  it('is not too long, with its ending and without half of a character', () => {
    expect(cleanFileName(`${'x'.repeat(116)}.png`, 'image/png')).to.have.lengthOf(120);
    expect(cleanFileName(`${'x'.repeat(117)}.png`, 'image/png')).to.equal(`${'x'.repeat(116)}.png`);
    expect(cleanFileName(`${'x'.repeat(115)}😀.png`, 'image/png')).to.equal(
      `${'x'.repeat(115)}.png`,
    );
  });

  it('has whatever was typed neither paths nor anything invisible', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 255 }), (name) => {
        const clean = cleanFileName(name, 'application/pdf');
        expect(clean).to.match(/^[^/\\\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+\.pdf$/u);
        expect(clean.length).to.be.at.most(120);
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe('the promised answer', () => {
  it('is as many business days later as the policy says', () => {
    const friday = Date.parse('2026-02-27T15:00:00Z');
    expect(promisedAnswer(friday, mycooper)).to.equal('2026-03-03'); // 2: Monday, Tuesday
    expect(promisedAnswer(friday, mychart)).to.equal('2026-03-04'); // 1 to 3
  });

  const patient = { side: 'patient', name: 'Ann Example' } as const;
  const asked = (id: string, expectedBy: string) => makeMessage({ id, from: patient, expectedBy });
  const answer = makeMessage({ id: 'answer' });
  const threadOf = (...messages: ThreadRecord['messages']) => makeThread({ messages });

  it('is the first that is still awaited', () => {
    const first = asked('first', '2026-03-03');
    const second = asked('second', '2026-03-05');
    expect(awaitedAnswer(threadOf(first))).to.equal('2026-03-03');
    expect(awaitedAnswer(threadOf(first, second))).to.equal('2026-03-03');
    expect(awaitedAnswer(threadOf(first, answer))).to.equal(null);
    expect(awaitedAnswer(threadOf(first, answer, second))).to.equal('2026-03-05');
    expect(awaitedAnswer(threadOf(answer))).to.equal(null);
    expect(awaitedAnswer({ ...threadOf(first), closed: true })).to.equal(null);
  });
});

describe('a save of a draft', () => {
  const by = (writer: string, sequence: number, content: object | null = {}) => ({
    writer,
    sequence,
    content: content as Record<string, unknown> | null,
  });

  it('is stored where there is nothing', () => {
    expect(decideSave(undefined, by('a', 0), null)).to.equal('saved');
    expect(decideSave(undefined, by('a', 0), by('b', 1))).to.equal('saved');
  });

  it('of the same page is stored only if it is later', () => {
    expect(decideSave(by('a', 2), by('a', 3), null)).to.equal('saved');
    expect(decideSave(by('a', 2), by('a', 2), null)).to.equal('late');
    expect(decideSave(by('a', 2), by('a', 1), null)).to.equal('late');
    expect(decideSave(by('a', 2), by('a', 1), by('a', 2))).to.equal('late');
  });

  it('of another page is stored only if it names what is stored', () => {
    expect(decideSave(by('a', 2), by('b', 9), null)).to.equal('conflict');
    expect(decideSave(by('a', 2), by('b', 9), by('a', 1))).to.equal('conflict');
    expect(decideSave(by('a', 2), by('b', 9), by('c', 2))).to.equal('conflict');
    expect(decideSave(by('a', 2), by('b', 0), by('a', 2))).to.equal('saved');
  });

  it('does not bring back what the same page has dropped since, and keeps no other page from saving', () => {
    expect(decideSave(by('a', 2, null), by('a', 1), null)).to.equal('late');
    expect(decideSave(by('a', 2, null), by('a', 3), null)).to.equal('saved');
    expect(decideSave(by('a', 2, null), by('b', 0), null)).to.equal('saved');
  });
});
