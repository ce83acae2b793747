import { expect } from 'chai';
import {
  attachmentLimitsOf,
  sensitiveCodes,
  unsharedCodes,
  urgentWordsOf,
} from '../../../mocks/rules/default-lists.js';
import { namingIn } from '../../../mocks/rules/messages/given-names.js';
import { decideRelease } from '../../../mocks/rules/record/results.js';
import { decideNotUrgent } from '../../../mocks/rules/messages/urgent-words.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import { loinc, makeObservation, makeReport } from '../../support/sample-people.js';

const now = Date.parse('2026-03-02T15:00:00Z');

const ruleOf = (decision: { readonly ok: boolean; readonly rule?: string }) =>
  decision.ok ? null : decision.rule;

/** By which rule a report with this one measurement is held back; null: it is shown. */
const withheldBy = (code: string, policy = mycooper) =>
  ruleOf(
    decideRelease(
      makeReport({ observations: [makeObservation({ code: loinc(code) })] }),
      policy,
      now,
    ),
  );

describe('the usual list of very sensitive tests', () => {
  for (const [kind, codes] of [
    ['HIV', ['56888-1', '75622-1', '48345-3', '7918-6', '5220-9', '5221-7', '20447-9', '29539-4']],
    ['chlamydia and gonorrhea', ['21613-5', '43304-5', '24111-7', '43305-2', '36903-3']],
    [
      'syphilis',
      ['20507-0', '20508-8', '22461-8', '5292-8', '22587-0', '24110-9', '47238-1'], // all
    ],
    ['pregnancy', ['2106-3', '2118-8', '19080-1', '21198-7']],
    [
      'drugs in urine',
      ['3426-4', '3397-7', '3879-4', '3349-8', '3773-9', '3936-2', '3390-2'], // all
    ],
    ['hereditary cancer', ['21636-6', '21639-0', '38530-2', '50995-0', '59041-4']],
  ] as const) {
    it(`has those of ${kind}`, () => {
      for (const code of codes) {
        expect(withheldBy(code), code).to.equal('results.sensitive-withheld');
        expect(withheldBy(code, lakeside), `${code} where the list is another`).to.equal(null);
      }
    });
  }

  it('has 51 tests, none of them twice, and no everyday one', () => {
    expect(sensitiveCodes).to.have.lengthOf(51);
    expect(new Set(sensitiveCodes).size).to.equal(51);
    for (const code of ['2345-7', '4548-4', '718-7', '2160-0']) {
      expect(withheldBy(code), code).to.equal(null);
    }
  });

  it('has the names of such tests, in English and Spanish', () => {
    for (const name of [
      'HIV 1+2 antibody',
      'HIV1 RNA',
      'HIV2 antibody',
      'Prueba de VIH',
      'Chlamydia trachomatis DNA',
      'Clamidia',
      'Neisseria gonorrhoeae DNA',
      'Gonorrhea culture',
      'Gonorrhoea culture',
      'Gonorrea',
      'Syphilis screen',
      'Sífilis',
      'sifilis',
      'RPR, quantitative',
      'VDRL',
      'Treponemal antibody',
      'Anti-treponema pallidum',
      'hCG, serum',
      'Beta bHCG',
      'Choriogonadotropin',
      'Pregnancy test, urine',
      'Prueba de embarazo',
      'Drug screen, urine',
      'BRCA panel',
      'BRCA1 gene',
      'BRCA2 gene',
    ]) {
      const byName = makeReport({ name });
      expect(ruleOf(decideRelease(byName, mychart, now)), name).to.equal(
        'results.sensitive-withheld',
      );
      expect(decideRelease(byName, lakeside, now).ok, `${name} where the list is another`).to.equal(
        true,
      );
    }
    for (const name of ['Hivernal panel', 'Carp rpro', 'Drug level', 'Lipid panel']) {
      expect(decideRelease(makeReport({ name }), mychart, now).ok, name).to.equal(true);
    }
  });
});

describe('the usual lists of tests', () => {
  /** Whether the last digit of a LOINC code is the one that checks the others (by Luhn, modulo 10). */
  const isLoinc = (code: string): boolean => {
    const [, digits = '', check] = /^(\d{1,6})-(\d)$/.exec(code) ?? [];
    const sum = Array.from(digits)
      .reverse()
      .reduce((total, digit, at) => {
        const weighed = Number(digit) * (at % 2 === 0 ? 2 : 1);
        return total + Math.floor(weighed / 10) + (weighed % 10);
      }, 0);
    return check === String((10 - (sum % 10)) % 10);
  };

  it('have codes without a slip of the pen: each has its check digit', () => {
    expect(isLoinc('2345-7')).to.equal(true);
    expect(isLoinc('2354-7')).to.equal(false);
    for (const code of [...sensitiveCodes, ...unsharedCodes]) {
      expect(isLoinc(code), code).to.equal(true);
    }
  });
});

describe('the usual list of tests that are not shared', () => {
  it('has the prostate specific antigen and the pathology report', () => {
    expect(unsharedCodes).to.have.lengthOf(2);
    for (const code of ['2857-1', '60568-3']) {
      expect(withheldBy(code), code).to.equal('results.provider-choice');
    }
  });
});

describe('a list of the hospital’s own', () => {
  it('takes the place of the usual one', () => {
    expect(withheldBy('2222-2', lakeside)).to.equal('results.provider-choice');
    expect(withheldBy('1111-1', lakeside)).to.equal('results.sensitive-withheld');
    expect(withheldBy('2857-1', lakeside)).to.equal(null);
    expect(attachmentLimitsOf(lakeside)).to.equal(lakeside.messages.attachments);
    expect(urgentWordsOf(lakeside)).to.deep.equal(['stung by a jellyfish', 'picadura de medusa']);
  });
});

describe('the usual list of urgent words', () => {
  const isUrgent = (text: string, policy = mycooper) =>
    !decideNotUrgent({ text, confirmed: [] }, policy).ok;

  for (const [language, texts] of [
    [
      'English',
      [
        'I have chest pain',
        'There is pain in my chest since noon',
        'Is it a heart attack?',
        'He can’t breathe',
        'I have trouble breathing at night',
        'My son is choking',
        'I think it was a stroke',
        'Her face is drooping',
        'She had a seizure',
        'He passed out',
        'It won’t stop bleeding',
        'I am vomiting blood',
        'An overdose of pills',
        'She was poisoned',
        'I think of suicide',
        'I want to kill myself',
        'I want to die',
        'I could hurt myself',
        'Is this anaphylaxis?',
        'My throat is closing',
      ],
    ],
    [
      'Spanish',
      [
        'Tengo dolor de pecho',
        'Siento presion en el pecho',
        '¿Es un ataque al corazón?',
        'Un infarto',
        'Mi hijo no puede respirar',
        'Me falta el aire',
        'Un derrame cerebral',
        'Tuvo convulsiones',
        'Ayer me desmayé',
        'Está inconsciente',
        'La herida no para de sangrar',
        'Tiene tos con sangre',
        'Una sobredosis de pastillas',
        'Pienso en el suicidio',
        'Quiero morir',
        'Quisiera hacerme daño',
        'Una anafilaxia',
        'Se me cierra la garganta',
      ],
    ],
  ] as const) {
    it(`finds an emergency in ${language}`, () => {
      for (const text of texts) {
        expect(isUrgent(text), text).to.equal(true);
        expect(isUrgent(text, lakeside), `${text} where the list is another`).to.equal(false);
      }
    });
  }

  it('is refused where it stands, with whom to call first', () => {
    const refused = decideNotUrgent(
      { title: 'Chest pain', text: 'It is chest pain', confirmed: [] },
      mycooper,
    );
    if (refused.ok) throw new Error('This is urgent.');
    expect(refused.rule).to.equal('messages.not-urgent');
    expect(refused.next).to.deep.equal([
      { action: 'call-emergency' },
      { action: 'call-office' },
      { action: 'confirm' },
    ]);
    expect(refused.errors?.map(({ pointer }) => pointer)).to.deep.equal([
      '/body/title',
      '/body/text',
    ]);
  });

  it('has 38 phrases in English and 33 in Spanish, none of them twice', () => {
    const phrases = urgentWordsOf(mychart);
    expect(phrases).to.have.lengthOf(38 + 33);
    expect(new Set(phrases).size).to.equal(38 + 33);
    expect(phrases[37]).to.equal('throat is closing');
    expect(phrases[38]).to.equal('dolor de pecho');
    for (const phrase of phrases) expect(isUrgent(`Since noon: ${phrase}!`), phrase).to.equal(true);
  });
});

describe('the usual limits of files', () => {
  it('are four of 6 MB, together 10, pictures and documents', () => {
    expect(attachmentLimitsOf(mychart)).to.deep.equal({
      maxFiles: 4,
      maxFileMegabytes: 6,
      maxTotalMegabytes: 10,
      types: ['image/jpeg', 'image/png', 'application/pdf', 'text/plain'],
    });
  });
});

describe('given names that are everyday words', () => {
  const months = 'april may june august abril julio augusto';
  const english =
    'will mark rose hope faith grace joy dawn summer autumn bill art rich sue pat chase grant drew ' +
    'christian iris ginger rob frank destiny patience sky star day';
  const spanish =
    'angel cruz dolores luz mar paz sol cielo esperanza gracia milagros remedios rosa salud ' +
    'socorro consuelo';

  for (const [kind, names] of Object.entries({ months, english, spanish })) {
    it(`are only perhaps a name: ${kind}`, () => {
      for (const name of names.split(' ')) {
        const capital = name.charAt(0).toUpperCase() + name.slice(1);
        expect(namingIn(`About ${capital}`, capital, ' '), name).to.equal('word');
        expect(namingIn(`It is about ${name}`, capital, ' '), name).to.equal(null);
      }
    });
  }

  it('are no others', () => {
    for (const name of ['Mina', 'Otto', 'Julia', 'Angela', 'Maria', 'Rosalind']) {
      expect(namingIn(`It is about ${name.toLowerCase()}`, name, ' '), name).to.equal('name');
    }
  });

  it('count as written with a capital letter, or as the first word', () => {
    for (const text of ['Mark my words', 'mark my words', 'please, Mark', 'MARK']) {
      expect(namingIn(text, 'Mark', ' '), text).to.equal('word');
    }
    for (const text of ['please mark it', 'the mark', 'Remark, please']) {
      expect(namingIn(text, 'Mark', ' '), text).to.equal(null);
    }
  });

  it('are found with their accents, too', () => {
    expect(namingIn('Hoy con Ángel', 'Ángel', ' ')).to.equal('word');
    expect(namingIn('es un ángel', 'Ángel', ' ')).to.equal(null);
  });
});

describe('several given names', () => {
  it('name somebody by each of them, and all together surely', () => {
    for (const text of ['Ximena tose', 'Xochitl tose', 'Ximena Xochitl tose']) {
      expect(namingIn(text, 'Ximena Xochitl', ' '), text).to.equal('name');
    }
    expect(namingIn('about April May', 'April May', ' ')).to.equal('name');
    expect(namingIn('about April', 'April May', ' ')).to.equal('word');
    expect(namingIn('about May', 'April May', ' ')).to.equal('word');
  });

  it('may have two letters, but initials and little words name nobody', () => {
    expect(namingIn('Al tose', 'Ximena Al', ' ')).to.equal('name');
    expect(namingIn('Li tose', 'Li', ' ')).to.equal('name');
    expect(namingIn('plan Q', 'Ximena Q', ' ')).to.equal(null);
    expect(namingIn('plan Q.', 'Ximena Q.', ' ')).to.equal(null);
    for (const word of 'de del la las los y da das do dos'.split(' ')) {
      expect(namingIn(`algo ${word} algo`, `Ximena ${word} Xochitl`, ' '), word).to.equal(null);
    }
    expect(namingIn('Xochitl tose', 'Ximena de Xochitl', ' ')).to.equal('name');
  });
});
