import { expect } from 'chai';
import { consoleLines } from '../../support/console-errors.js';
import { UnreachableError } from '../../../src/client/portal-errors.js';
import { demographicsCategories } from '../../../src/contract/record/demographics.js';
import type { Vital } from '../../../src/contract/record/record.js';
import { topics } from '../../../src/faq/entries.js';
import { loadFaq } from '../../../src/faq/faq.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { SessionController } from '../../../src/session/session-controller.js';
import { countFaqs, faqLink, formatDate, formatDay, formatNumber } from '../../../src/ui/format.js';
import { capitalized, localized } from '../../../src/ui/words/policy-words.js';
import { linesOf, textIn } from '../../../src/forms/draft-fields.js';
import { unknownRequestNote } from '../../../src/forms/unknown-outcome.js';
import { measurementWords, takenWords } from '../../../src/widgets/health-summary/vital-words.js';
import { noRecordView } from '../../../src/reading/no-record.js';
import { checkedPageSize, defaultPageSize } from '../../../src/reading/page-size.js';
import {
  answerLines,
  categoryWords,
  isSameAnswer,
  type Answer,
} from '../../../src/widgets/portal-demographics/demographics-words.js';
import { openState } from '../../../src/widgets/portal-help/open-state.js';
import { supportMail } from '../../../src/widgets/portal-help/support-mail.js';
import { topicWords } from '../../../src/widgets/portal-faq/topic-words.js';
import { accountOf } from '../../../src/widgets/portal-preferences/account-of.js';
import { qrCodeView } from '../../../src/widgets/portal-preferences/qr-code.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import type { LitElement } from 'lit';
import { contextWith, standIn } from '../support/context.js';
import { handlersIn, markupOf, wordsOf } from '../support/template.js';

const sessionWith = (state: object, context?: object): SessionController =>
  standIn<SessionController>({
    ...({ state, context } as Partial<SessionController>),
    host: standIn<LitElement>({ shadowRoot: standIn<ShadowRoot>({ activeElement: null }) }),
  });

describe('days and numbers in words', () => {
  it('are told in a time zone, in the language and zone of each call', () => {
    const instant = '2026-05-04T02:00:00Z';
    expect(formatDate(instant, 'en', 'America/New_York')).to.equal('May 3, 2026');
    expect(formatDate(instant, 'en', 'Asia/Tokyo')).to.equal('May 4, 2026');
    expect(formatDate(Date.parse(instant), 'es', 'America/New_York')).to.equal('3 may 2026');
    expect(formatDay('2026-05-04', 'en')).to.equal('May 4, 2026');
  });

  it('of measures have two decimals at most, and a point in Spanish too', () => {
    expect(formatNumber(1234.567, 'en')).to.equal('1,234.57');
    expect(formatNumber(1234.567, 'es')).to.equal('1,234.57');
    expect(formatNumber(1.5678, 'en', 1)).to.equal('1.6');
  });

  it('are in the hospital’s own words in this language, else in English', () => {
    expect(localized({ en: 'office', es: 'consultorio' }, 'es')).to.equal('consultorio');
    expect(localized({ en: 'office', es: 'consultorio' }, 'en')).to.equal('office');
    expect(localized({ en: 'nurse line' }, 'es')).to.equal('nurse line');
    expect(capitalized('access code')).to.equal('Access code');
    expect(capitalized('')).to.equal('');
  });

  it('lead to the FAQ of the page, else to the one that the host has named', () => {
    expect(faqLink('faq.html', 'login.no.hints')).to.equal('faq.html#faq-login-no-hints');
    expect(faqLink(null, 'login.lockout')).to.equal(null);
    countFaqs(1);
    countFaqs(1);
    countFaqs(-1);
    expect(faqLink('faq.html', 'login.lockout')).to.equal('#faq-login-lockout');
    expect(faqLink(null, 'login.lockout')).to.equal('#faq-login-lockout');
    countFaqs(-1);
    expect(faqLink('faq.html', 'login.lockout')).to.equal('faq.html#faq-login-lockout');
  });
});

describe('a request of which nobody knows whether it arrived', () => {
  it('is told as such, with a way on', () => {
    const note = unknownRequestNote(contextWith());
    expect(wordsOf(note)).to.match(/^We don’t know if .* Or call your office: 1-555-555-0118$/);
    expect(markupOf(note)).to.contain('role=alert');
  });
});

describe('a widget of a record while none is open', () => {
  const view = (state: object, context?: object) =>
    noRecordView(sessionWith(state, context), 'Sign in to see your visits.');
  const signedOut = (ended: string | null, parts = {}) =>
    wordsOf(view({ status: 'signed-out', ended }, contextWith(parts)));

  it('waits for the session, or says that it could not be had', () => {
    expect(wordsOf(view({ status: 'restoring' }, contextWith()))).to.equal('Loading…');
    expect(wordsOf(view({ status: 'signed-out', ended: 'idle' }))).to.equal('Loading…');
    const failed = view({ status: 'unknown', error: new UnreachableError() }, contextWith());
    expect(wordsOf(failed)).to.match(/^We can’t reach the portal\..* Try again$/);
  });

  it('asks for the session again, when somebody wants that', () => {
    const asked: unknown[] = [];
    const store = { dispatch: (action: unknown) => asked.push(action) };
    const failed = view({ status: 'unknown', error: new UnreachableError() }, { store });
    for (const handler of handlersIn(failed)) handler();
    expect(asked).to.deep.equal([{ type: 'refresh' }]);
  });

  it('invites to sign in, where the host has a page for that', () => {
    expect(signedOut(null)).to.equal('Sign in to see your visits.');
    expect(signedOut(null, { signInHref: '/sign-in' })).to.equal(
      'Sign in to see your visits. Sign in',
    );
  });

  it('tells who was signed out for not using it why that is', () => {
    expect(signedOut('idle')).to.match(
      /^We signed you out\. Nobody used this page for 15 minutes\. .* Why\?$/,
    );
    expect(signedOut('sign-out')).not.to.contain('Why?');
  });

  it('knows whose account it is', () => {
    const of = (state: object) => accountOf(sessionWith(state));
    expect(of({ status: 'signed-in', account: { id: 'rosa' } })).to.equal('rosa');
    expect(of({ status: 'signed-out' })).to.equal(undefined);
  });
});

describe('what a host or a draft says', () => {
  it('of the length of a list is taken from 1 to 100, else it is 20', async () => {
    expect(defaultPageSize).to.equal(20);
    const lines = await consoleLines(() => {
      const sizes = [1, 20, 100, null].map((size) => checkedPageSize('med-renewal', size));
      expect(sizes).to.deep.equal([1, 20, 100, 20]);
    });
    expect(lines).to.deep.equal([]);
    const wrong = [0, 101, 2.5, NaN];
    const told = await consoleLines(() => {
      for (const size of wrong) expect(checkedPageSize('med-renewal', size)).to.equal(20);
    });
    expect(told.map((line) => line.split('.\nSee')[0])).to.deep.equal(
      wrong.map(
        (size) => `<med-renewal> page-size ${size}: expected 1 to 100. The default is used`,
      ),
    );
  });

  it('in a draft is a text, or nothing', () => {
    expect(textIn({ note: 'x' }, 'note')).to.equal('x');
    expect(textIn({ note: ['x'] }, 'note')).to.equal('');
    expect(textIn({}, 'note')).to.equal('');
    expect(textIn(undefined, 'note')).to.equal('');
  });

  it('in a draft is compared field by field, but never a password', () => {
    const field = (label: string, drafted: boolean, type?: string) => ({
      ...{ name: label, label, drafted },
      ...(type && { type }),
    });
    expect(
      linesOf(
        {
          '/note': field('Note', true),
          '/phone': field('Phone', true, 'tel'),
          '/password': field('Password', true, 'password'),
          '/answer': field('Answer', false),
        },
        { '/note': 'x', '/password': 'secret', '/answer': 'Rex' },
      ),
    ).to.deep.equal([
      { label: 'Note', text: 'x' },
      { label: 'Phone', text: '' },
    ]);
  });
});

describe('vital signs in words', () => {
  const vital = (values: number[], unit: string): Vital => ({
    ...{ id: 'vital', name: 'Pulse', code: null, values, unit },
    takenAt: '2026-05-04T02:00:00Z',
  });

  it('have their unit, if there is one, and the day', () => {
    expect(measurementWords(vital([124, 78], 'mmHg'), 'en')).to.equal('124/78 mmHg');
    expect(measurementWords(vital([72], '/min'), 'en')).to.equal('72 per minute');
    expect(measurementWords(vital([7.256], ''), 'en')).to.equal('7.26');
    expect(takenWords(vital([72], '/min'), contextWith())).to.equal('May 3, 2026');
  });
});

describe('race and ethnicity in words', () => {
  const answer: Answer = { categories: ['white', 'asian'], details: 'Lenape', declined: false };

  it('name each category of the directive', () => {
    const words = categoryWords();
    expect(Object.keys(words)).to.deep.equal([...demographicsCategories]);
    expect(words['middle-eastern-north-african']).to.equal('Middle Eastern or North African');
    expect(new Set(Object.values(words)).size).to.equal(7);
  });

  it('say what was answered', () => {
    const texts = (of: Answer) => answerLines(of, 'en').map(({ text }) => text);
    expect(texts(answer)).to.deep.equal(['White and Asian', 'Lenape']);
    expect(answerLines(answer, 'en').map(({ label }) => label)).to.deep.equal([
      'Race or ethnicity',
      'In your own words',
    ]);
    expect(texts({ categories: [], details: null, declined: true })).to.deep.equal([
      'I’d rather not say',
      '',
    ]);
  });

  it('are the same answer in whatever order', () => {
    expect(isSameAnswer(answer, { ...answer, categories: ['asian', 'white'] })).to.equal(true);
    expect(isSameAnswer({ ...answer, categories: ['asian', 'white'] }, answer)).to.equal(true);
    for (const other of [
      null,
      { ...answer, declined: true },
      { ...answer, details: null },
      { ...answer, categories: ['white' as const] },
    ]) {
      expect(isSameAnswer(answer, other)).to.equal(false);
    }
    expect(answer.categories).to.deep.equal(['white', 'asian']);
  });
});

describe('help in words', () => {
  const at = (moment: string, policy = mycooper) => openState(Date.parse(moment), policy);

  it('says until when somebody answers', () => {
    expect(at('2026-05-04T13:30:00Z')).to.deep.equal({
      isOpen: true,
      closesAt: Date.parse('2026-05-04T21:00:00Z'),
    });
  });

  it('says when the office opens, and whether it is a holiday that keeps it closed', () => {
    const closed = { isOpen: false, isHoliday: false };
    expect(at('2026-05-04T21:00:00Z')).to.deep.equal({
      ...closed,
      opensAt: Date.parse('2026-05-05T12:00:00Z'),
    });
    expect(at('2026-05-09T15:00:00Z')).to.deep.equal({
      ...closed,
      opensAt: Date.parse('2026-05-11T12:00:00Z'),
    });
    expect(at('2026-05-25T15:00:00Z')).to.deep.equal({
      ...{ isOpen: false, isHoliday: true },
      opensAt: Date.parse('2026-05-26T12:00:00Z'),
    });
    const sunday = at('2026-07-05T15:00:00Z');
    expect(sunday.isOpen).to.equal(false);
    if (!sunday.isOpen) expect(sunday.isHoliday).to.equal(false);
  });

  it('by email asks who writes only where the hospital does (support.identify)', () => {
    const sender = { name: 'Rosa Delgado', birthDate: 'May 1, 1980' };
    const read = (policy: typeof mycooper, of = sender) =>
      decodeURIComponent(supportMail(policy, of)).replaceAll('\r\n', '|');
    expect(read(mycooper)).to.equal(
      'mailto:MyCooperSupport@cooperhealth.edu?subject=Question about myCooper&body=Full name: Rosa Delgado|Date of birth: May 1, 1980||',
    );
    expect(read(mycooper, { name: '', birthDate: '' })).to.contain(
      'Full name: __________|Date of birth: __________||',
    );
    expect(read(lakeside)).to.equal(
      'mailto:help@lakeside.example?subject=Question about Lakeside Health Online',
    );
  });
});

describe('topics of the FAQ in words', () => {
  it('stand in the order of the catalogue, each with a name of its own', () => {
    const words = topicWords();
    expect(Object.keys(words)).to.deep.equal([...topics]);
    expect(new Set(Object.values(words)).size).to.equal(9);
    expect(words.technical).to.equal('Privacy and technical help');
  });

  it('have entries', async () => {
    const entries = await loadFaq(mychart, 'en');
    for (const topic of topics) {
      expect(
        entries.some((entry) => entry.topic === topic),
        topic,
      ).to.equal(true);
    }
  });
});

describe('a QR code', () => {
  it('is dark squares on light ones, with four light ones around it', () => {
    const markup = markupOf(qrCodeView('otpauth://totp/x?secret=ABC', 'Code to scan'));
    const [, size = ''] = /viewBox="0 0 (\d+) \1"/.exec(markup) ?? [];
    expect(markup).to.contain('role="img" aria-label=Code to scan');
    const squares = [...markup.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    const places = squares.flat();
    expect(Math.min(...places)).to.equal(4);
    expect(Math.max(...places)).to.equal(Number(size) - 5);
    // The marks in three corners, seven squares wide: the left edge of the first, and its inside.
    for (let at = 0; at < 7; at += 1) expect(squares).to.deep.include([4, 4 + at]);
    expect(squares).not.to.deep.include([5, 5]);
    // The corner without a mark tells which way up it is: no seven dark squares there.
    const corner = squares.filter(
      ([x = 0, y = 0]) => x >= Number(size) - 11 && y === Number(size) - 5,
    );
    expect(corner.length).to.be.lessThan(7);
  });
});
