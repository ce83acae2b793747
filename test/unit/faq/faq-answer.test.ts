import { expect } from 'chai';
import { joined, list, p, readable, steps, t, textsOf, when } from '../../../src/faq/answer.js';
import { entries, entryAt, entryIds, topics } from '../../../src/faq/entries.js';
import { factsOf } from '../../../src/faq/facts.js';
import { rulesOf, type FaqEntry } from '../../../src/faq/faq.js';
import { FaqSearch } from '../../../src/faq/search.js';
import { faqPage } from '../../../src/faq/structured-data.js';
import { fillers, synonyms } from '../../../src/faq/synonyms.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { openFaq } from '../../../src/widgets/portal-faq/open-faq.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';

const phone = { words: '1-555', href: 'tel:1555' };
const mail = { words: 'us', href: 'mailto:us' };

describe('the text of an answer', () => {
  it('is words, and words that lead somewhere, in order', () => {
    expect(t`Call ${phone}.`).to.deep.equal(['Call ', phone, '.']);
    expect(t`${phone}${mail}`).to.deep.equal([phone, mail]);
    expect(t`Within ${2} days`).to.deep.equal(['Within 2 days']);
    expect(t`${'a'}${'b'}`).to.deep.equal(['ab']);
    expect(t``).to.deep.equal([]);
  });

  it('takes in another text as if it had been written there', () => {
    expect(t`Call ${t`us: ${phone}`}, now`).to.deep.equal(['Call us: ', phone, ', now']);
    expect(t`A${t``}B`).to.deep.equal(['AB']);
  });

  it('has what a policy has, and links with something between them', () => {
    expect(when(true, t`yes`)).to.deep.equal(['yes']);
    expect(when(false, t`yes`)).to.deep.equal([]);
    expect(joined([phone, mail, phone], ' or ')).to.deep.equal([
      phone,
      ' or ',
      mail,
      ' or ',
      phone,
    ]);
    expect(joined([], ' or ')).to.deep.equal([]);
  });

  it('stands in paragraphs and lists, without items that say nothing', () => {
    expect(p`Call ${phone}`).to.deep.equal({ text: ['Call ', phone] });
    expect(list(t`a`, t``, t`b`)).to.deep.equal({ items: [['a'], ['b']], ordered: false });
    expect(steps(t`a`, t``, t`b`)).to.deep.equal({ items: [['a'], ['b']], ordered: true });
    expect(textsOf([p`a`, list(t`b`, t`c`), p`d`]).map(readable)).to.deep.equal([
      ...['a', 'b', 'c', 'd'],
    ]);
    expect(readable(t`Call ${phone}.`)).to.equal('Call 1-555.');
  });
});

describe('the facts that answers are filled with', () => {
  it('are the hospital’s names, contacts and hours, in one language', () => {
    const { policy, anyOf, ...facts } = factsOf(lakeside, 'es');
    expect(policy).to.equal(lakeside);
    expect(anyOf([30, 60, 90])).to.equal('30, 60 o 90');
    const hours = { ...facts.hours, opens: facts.hours.opens.replace(/\s/g, ' ') };
    expect({
      ...facts,
      hours: { ...hours, closes: hours.closes.replace(/\s/g, ' ') },
    }).to.deep.equal({
      portal: 'Lakeside Health Online',
      organization: 'Lakeside General Hospital',
      office: 'consulta',
      username: 'nombre de socio',
      code: 'código de inicio',
      officePhone: { words: '1-555-555-0191', href: 'tel:15555550191' },
      supportPhone: { words: '1-555-555-0190', href: 'tel:15555550190' },
      mail: { words: 'help@lakeside.example', href: 'mailto:help@lakeside.example' },
      emergency: { words: '119', href: 'tel:119' },
      urgentContact: 'the lakeside nurse line',
      hours: { days: 'lunes, martes, miércoles, jueves y sábado', opens: '9:30', closes: '18:15' },
    });
  });

  it('have no support line where there is none, and the days in the order of the week', () => {
    expect(factsOf(mycooper, 'en').supportPhone).to.equal(undefined);
    const days = { ...mycooper, calendar: { ...mycooper.calendar, businessDays: [5, 1, 3] } };
    expect(factsOf(days, 'en').hours.days).to.equal('Monday, Wednesday, and Friday');
    expect(factsOf(mychart, 'en').anyOf(['a', 'b'])).to.equal('a or b');
  });
});

describe('the lists of the FAQ', () => {
  it('have as many entries, topics, synonyms and fillers as were thought of', () => {
    expect(topics).to.have.lengthOf(9);
    expect(entryIds).to.have.lengthOf(43);
    expect(synonyms).to.have.lengthOf(27);
    expect(synonyms.flat()).to.have.lengthOf(158);
    expect(fillers.size).to.equal(77);
  });

  it('have what people look for first', () => {
    for (const [one, other] of [
      ['code', 'pin'],
      ['contrasena', 'clave'],
      ['lab', 'bloodwork'],
      ['refill', 'renovar'],
      ['pill', 'receta'],
      ['physician', 'medico'],
      ['kid', 'hija'],
      ['wife', 'esposo'],
      ['free', 'gratis'],
      ['timeout', 'sesion'],
      ['urgent', 'emergencia'],
      ['clinic', 'consultorio'],
    ] as const) {
      const group = synonyms.find((each) => each.includes(one));
      expect(group, one).to.include(other);
    }
    for (const filler of ['how', 'my', 'cuando', 'que']) expect(fillers.has(filler)).to.equal(true);
    expect(fillers.has('code')).to.equal(false);
  });

  it('tell rules beside those that are an entry’s own', () => {
    expect(rulesOf('cost')).to.deep.equal(['fee.none']);
    expect(rulesOf('reply-time')).to.deep.equal(['messages.reply-time', 'messages.not-urgent']);
    const also = entryIds.flatMap((id) => rulesOf(id).slice(entries[id].rules.length));
    expect(also).to.have.lengthOf(21);
    for (const [id, rule] of [
      ['what-it-is', 'appointments.request'],
      ['sign-up', 'activation.expires'],
      ['forgot-password', 'login.lockout'],
      ['missing-result', 'results.provider-choice'],
      ['family-record', 'proxy.friends-and-family'],
      ['security', 'messages.signed-in-only'],
    ] as const) {
      expect(rulesOf(id), id).to.include(rule);
    }
  });

  it('lead by an address to an entry, whatever stands before it', () => {
    expect(entryAt('#faq-login-lockout')).to.equal('account-locked');
    expect(entryAt('#faq-sign-up')).to.equal('sign-up');
    expect(entryAt('faq-sign-up')).to.equal(undefined);
  });
});

const entry = (id: string, question: string, parts: Partial<FaqEntry> = {}): FaqEntry => ({
  ...{ id, question, topic: 'about', rules: [], answer: [], keywords: '', asked: true },
  ...parts,
});

describe('a FAQ of a host’s own', () => {
  it('finds its entries by their own addresses, and those of the catalogue by theirs', () => {
    const faq = openFaq([entry('parking', 'Where can I park?'), entry('cost', 'Free?')], 'en');
    expect(faq.entries.map(({ id }) => id)).to.deep.equal(['parking', 'cost']);
    expect(faq.entryAt('#faq-parking')).to.equal('parking');
    expect(faq.entryAt('#faq-fee-none')).to.equal('cost');
    expect(faq.entryAt('#faq-nothing')).to.equal(undefined);
    expect(faq.search.find('park').map(({ id }) => id)).to.deep.equal(['parking']);
    expect(faq.structuredData.mainEntity).to.have.lengthOf(2);
    expect(faq.structuredData.inLanguage).to.equal('en');
  });

  it('tells search engines all texts of an answer, and nothing that nobody asks', () => {
    const page = faqPage(
      [
        entry('a', 'A?', { answer: [p`One ${phone}`, list(t`two`, t`three`)] }),
        entry('b', 'B?', { asked: false }),
      ],
      'en',
    );
    expect(page.mainEntity).to.deep.equal([
      {
        '@type': 'Question',
        name: 'A?',
        acceptedAnswer: { '@type': 'Answer', text: 'One 1-555\ntwo\nthree' },
      },
    ]);
  });
});

describe('the order of what a search finds', () => {
  const find = (query: string, ...of: readonly FaqEntry[]) =>
    new FaqSearch(of).find(query).map(({ id }) => id);
  const other = entry('other', 'Something else entirely');

  it('has what stands in a question before keywords, and keywords before answers', () => {
    expect(
      find(
        'parking',
        entry('answer', 'Where?', { answer: [p`On the parking lot`] }),
        entry('keywords', 'Where?', { keywords: 'parking' }),
        entry('question', 'Is there parking?'),
        other,
      ),
    ).to.deep.equal(['question', 'keywords', 'answer']);
  });

  it('has a word itself before one that begins so, that before a synonym, and that before a slip', () => {
    expect(find('park', entry('beginning', 'Parking'), entry('same', 'Park'), other)).to.deep.equal(
      ['same', 'beginning'],
    );
    expect(
      find('refill', entry('synonym', 'Renewal'), entry('same', 'Refill'), other),
    ).to.deep.equal(['same', 'synonym']);
    expect(
      find('refil', entry('synonym', 'Renewal'), entry('beginning', 'Refills'), other),
    ).to.deep.equal(['beginning']);
  });

  it('counts a word as often as it finds something else, not as often as it stands there', () => {
    expect(
      find(
        'park',
        entry('once', 'Park', { answer: [p`far`] }),
        entry('often', 'Park park park'),
        other,
      ),
    ).to.deep.equal(['once', 'often']);
  });

  it('has a rare word before a common one, and ties in the order of the catalogue', () => {
    const common = [1, 2, 3].map((n) => entry(`common-${n}`, `Street ${n}`));
    expect(find('zebra street', entry('both', 'Zebra street'), ...common)).to.deep.equal(['both']);
    expect(find('street', ...common)).to.deep.equal(['common-1', 'common-2', 'common-3']);
    expect(find('street zebra', ...common, entry('rare', 'Zebra'))).to.deep.equal([
      'rare',
      'common-1',
      'common-2',
      'common-3',
    ]);
  });

  it('passes over fillers, unless there is nothing else', () => {
    const [how, park] = [entry('how', 'How'), entry('park', 'Park')];
    expect(find('how park', how, park)).to.deep.equal(['park']);
    expect(find('how', how, park)).to.deep.equal(['how']);
  });
});

describe('the slips that a search forgives', () => {
  const finds = (query: string, word: string) =>
    new FaqSearch([entry('it', word), entry('other', 'zzz')])
      .find(query)
      .some(({ id }) => id === 'it');

  it('are none in three letters, one in four to seven, two from eight on', () => {
    expect(finds('qrk ', 'ark')).to.equal(false);
    expect(finds('pqrk ', 'park')).to.equal(true);
    expect(finds('pqqk ', 'park')).to.equal(false);
    expect(finds('pqrkiqg ', 'parking')).to.equal(false);
    expect(finds('pqrkiqgs ', 'parkings')).to.equal(true);
    expect(finds('pqrkiqgq ', 'parkings')).to.equal(false);
  });

  it('are a letter left out, put in, changed, or swapped with the next', () => {
    for (const slip of ['parkng ', 'parkiing ', 'parkibg ', 'parknig ', 'aprking ', 'parkign ']) {
      expect(finds(slip, 'parking'), slip).to.equal(true);
    }
    expect(finds('pakring ', 'parking')).to.equal(true);
    expect(finds('praikng ', 'parking')).to.equal(false);
  });

  it('are forgiven in the beginning of a word, too', () => {
    expect(finds('pqrk', 'parking')).to.equal(true);
    expect(finds('registrtaion', 'registration')).to.equal(true);
    expect(finds('regiztration', 'reg')).to.equal(false);
  });

  it('are forgiven in a synonym', () => {
    expect(finds('bloodwrok ', 'laboratorio')).to.equal(true);
    expect(finds('huzband ', 'spouse')).to.equal(true);
  });

  it('take a plural for the singular', () => {
    expect(finds('pills ', 'medicine')).to.equal(true);
    expect(finds('examenes ', 'lab')).to.equal(true);
    expect(finds('pillz ', 'medicine')).to.equal(true);
  });
});
