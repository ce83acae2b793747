import { expect } from 'chai';
import { mychart } from '../../../src/policy/mychart.js';
import { Browser, openPortal, problemOf, refusalOf } from '../../support/portal.js';
import { fc, tries } from '../../support/properties.js';
import { openWithCode, wanted } from '../family/new-patient.js';
import { open, requestedToken } from '../recovery/recovery.js';
import {
  addApp,
  codeAt,
  finish,
  openWithApp,
  signInWith,
  startApp,
} from '../sign-in/with-second-step.js';

/** Characters that nobody sees, and halves of characters. */
const invisible = [
  ['a zero-width space', '\u200b'],
  ['a zero-width joiner', '\u200d'],
  ['a soft hyphen', '\u00ad'],
  ['a change of direction', '\u202e'],
  ['a byte order mark', '\ufeff'],
  ['a word joiner', '\u2060'],
  ['a tag', '\u{e0041}'],
  ['a Hangul filler', '\u3164'],
  ['a combining joiner', '\u034f'],
  ['an empty Braille cell', '\u2800'],
  ['half a character', '\ud83e'],
  ['the other half', '\udd8a'],
] as const;

describe('a hidden character', () => {
  for (const [name, sign] of invisible) {
    it(`is refused in a chosen username, with how to mend it: ${name}`, async () => {
      const { browser } = await openWithCode(mychart);
      const answer = await browser.signUp({ ...wanted, username: `Eve${sign}.Example` });
      expect(refusalOf(answer)).to.deep.equal({
        rule: 'signup.own-credentials',
        next: ['try-again'],
        pointers: ['/body/username'],
      });
      expect(problemOf(answer).errors?.[0]?.reason).to.equal('invisible');
    });
  }

  it('that belongs to the look of another one is no hindrance, then or later', async () => {
    const { browser } = await openWithCode(mychart);
    const username = 'eve\u2764\ufe0f'; // a red heart, as keyboards type it
    expect((await browser.signUp({ ...wanted, username })).status).to.equal(204);
    for (const typed of [username, 'eve\u2764']) {
      expect((await browser.signIn(typed, wanted.password)).status).to.equal(200);
      await browser.send('DELETE', '/session');
      await browser.session();
    }
  });

  it('that came along with a username is passed over at sign-in, and counts as no try', async () => {
    const { backend, browser } = await openPortal({ policy: mychart });
    await browser.session();
    for (const typed of ['\u200bann.example', 'ann\u2060.example\u200b ', ' \ufeffann.example']) {
      expect((await browser.signIn(typed)).status, JSON.stringify(typed)).to.equal(200);
      await browser.send('DELETE', '/session');
      await browser.session();
    }
    expect([...backend.db.tables.signInAttempts.values()]).to.deep.equal([
      { id: 'ann.example', failures: 0, locked: false },
    ]);
  });

  it('is passed over where a link for a new password is asked for', async () => {
    const { backend, browser } = await open(mychart);
    await browser.create('/account/password-resets', { username: 'ann.example\u200b' });
    expect(backend.db.tables.emails.size).to.equal(1);
    expect(await requestedToken(backend, browser)).not.to.equal('');
  });

  it('gives nobody new tries at a locked account', async () => {
    const { browser } = await open(mychart);
    const { maxAttempts } = mychart.login;
    for (let n = 1; n < maxAttempts; n += 1) {
      await browser.signIn(`ann.example${'\u200b'.repeat(n)}`, 'wrong');
    }
    const last = await browser.signIn('ann.example', 'wrong');
    expect(refusalOf(last).rule).to.equal('login.lockout');
  });
});

/** The digits of other scripts, each by its zero. */
const zeros = ['\u0660', '\u06f0', '\u0966', '\u09e6', '\u0e50', '\u1040', '\uff10', '\u{1d7d8}'];
const inScript = (digits: string, zero: string): string =>
  digits.replace(/\d/g, (digit) =>
    String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)),
  );

describe('a six-digit code', () => {
  for (const zero of zeros) {
    it(`is the same in the digits of another script: ${inScript('012345', zero)}`, async () => {
      const { browser, clock, secret } = await openWithApp(mychart);
      const answer = await signInWith(browser, inScript(codeAt(secret, clock), zero));
      expect(answer.status, answer.text).to.equal(200);
    });
  }

  it('sets an app up in other digits, too', async () => {
    const { browser, clock } = await open(mychart);
    await browser.signIn('ann.example');
    const secret = await startApp(browser);
    const code = inScript(codeAt(secret, clock), '\u0660');
    const body = { name: 'My phone', code };
    expect((await browser.write('POST', '/account/second-step/app', body)).status).to.equal(200);
  });

  it('that is anything else is a wrong one, counted', async () => {
    const { backend } = await openWithApp(mychart);
    const others = [
      '½½½½½½',
      '①②③④⑤⑥',
      'ⅢⅢⅢⅢⅢⅢ',
      '一二三四五六',
      '🦊🦊🦊',
      '\ud83e\udd8a\ud83e',
      ' - ',
    ];
    for (const code of others) {
      await backend.db.transact((tables) => {
        tables.signInAttempts.delete('ann.example');
      });
      const browser = new Browser(backend);
      await browser.session();
      await browser.signIn('ann.example');
      const answer = await finish(browser, code);
      expect(answer.status, `${code} ${answer.text}`).to.equal(401);
      const { maxAttempts } = mychart.login;
      expect(problemOf(answer).attemptsLeft, code).to.equal(maxAttempts - 1);
    }
  });

  it('is never answered with a failure, whatever was typed', async () => {
    const { backend, browser, clock } = await open(mychart);
    await browser.signIn('ann.example');
    await addApp(browser, clock);
    const property = fc.asyncProperty(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
      async (code) => {
        const other = new Browser(backend);
        await other.session();
        await other.signIn('ann.example');
        expect((await finish(other, code)).status).to.be.within(400, 499);
      },
    );
    await fc.assert(property, { numRuns: tries(20) });
  });
});
