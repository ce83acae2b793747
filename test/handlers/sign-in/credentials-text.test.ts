import { expect } from 'chai';
import { contract } from '../../../src/contract/index.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import { invitation, invite, openFamily, sharingIn } from '../../support/family-portal.js';
import { problemOf, refusalOf, successOf, type Answer } from '../../support/portal.js';
import { password } from '../../support/sample-people.js';
import { birthDate, check, code, openWithCode, wanted } from '../family/new-patient.js';
import { newPassword, open, requestedToken, reset } from '../recovery/recovery.js';
import { codeAt, openWithApp, signInWith, startApp } from './with-second-step.js';

/** What a sign-up with these is answered. */
const signUp = async (parts: Partial<typeof wanted>, policy = mycooper) => {
  const { browser } = await openWithCode(policy);
  return { browser, answer: await browser.signUp({ ...wanted, ...parts }) };
};

/** Why a field is not taken; null: the sign-up is done. */
const reasonOf = (answer: Answer): string | null =>
  answer.status === 204 ? null : (problemOf(answer).errors?.[0]?.reason ?? 'none given');

const reason = async (parts: Partial<typeof wanted>, policy = mycooper) =>
  reasonOf((await signUp(parts, policy)).answer);

/** Text of so many letters, hard to guess. */
const letters = (count: number): string =>
  Array.from({ length: count }, (_, at) => 'qkzmwhtrbvnpx'.charAt((at * at) % 13)).join('');

describe('the length of a password', () => {
  it('is 12 characters at least', async () => {
    expect(await reason({ password: letters(11) })).to.equal('too-short');
    expect(await reason({ password: letters(12) })).to.equal(null);
  });

  it('is 256 characters at most', async () => {
    const { browser, answer } = await signUp({ password: letters(256) });
    expect(answer.status).to.equal(204);
    expect((await browser.signIn('eve.example', letters(256))).status).to.equal(200);
    expect((await signUp({ password: letters(257) })).answer.status).to.equal(400);
  });

  it('is counted in characters, whatever they take', async () => {
    const faces = (count: number) => '😀🦊🌵🎈🚲🪁🍋🧭🪴🐙🧩🛶🎻'.slice(0, 2 * count); // two units each
    expect(await reason({ password: faces(11) })).to.equal('too-short');
    expect(await reason({ password: faces(12) })).to.equal(null);
  });

  it('is counted as it is compared: a sign for several letters stands for all of them', async () => {
    const three = 'ﬃ'; // "ffi"
    expect(await reason({ password: `qkzmwhtrb${three}` })).to.equal(null); // 10, or 12
    expect(await reason({ password: `qkzmwhtr${three}` })).to.equal('too-short');
    const longest = letters(232) + three.repeat(8);
    expect(await reason({ password: longest })).to.equal(null); // 240, or 256
    expect(await reason({ password: `${longest}q` })).to.equal('too-long');
  });

  it('is told with both limits', async () => {
    const { answer } = await signUp({ password: 'short' });
    const detail = 'A password has 12 to 256 characters.';
    expect(problemOf(answer)).to.deep.include({
      detail,
      errors: [{ pointer: '/body/password', detail, reason: 'too-short' }],
    });
  });
});

describe('the length of a username', () => {
  it('is 3 to 64 characters, whatever they take', async () => {
    for (const [username, why] of [
      ['ab', 'too-short'],
      ['🦊🦊', 'too-short'],
      ['abc', null],
      ['🦊'.repeat(3), null],
      ['🦊'.repeat(64), null],
      ['🦊'.repeat(65), 'too-long'],
      ['ﬃ', null], // "ffi"
    ] as const) {
      expect(await reason({ username }), username).to.equal(why);
    }
  });
});

describe('a password with a name in it', () => {
  it('is taken with six characters beside the username, and not with five', async () => {
    for (const [beside, why] of [
      ['', 'too-short'],
      ['5', 'like-a-name'],
      ['12975', 'like-a-name'],
      ['129753', null],
    ] as const) {
      expect(await reason({ password: `Eve.Example${beside}` }), beside).to.equal(why);
      expect(await reason({ password: `${beside}eve.EXAMPLE` }), beside).to.equal(why);
    }
    expect(await reason({ password: '129eve.example75' })).to.equal('like-a-name');
    expect(await reason({ password: '129eve.example753' })).to.equal(null);
  });

  it('is compared as it is read: wide letters, letter case', async () => {
    expect(await reason({ password: 'ＥＶＥ.example12975' })).to.equal('like-a-name');
    expect(await reason({ username: 'ＥＶＥ.Example', password: 'eve.example12975' })).to.equal(
      'like-a-name',
    );
  });

  for (const policy of [mychart, mycooper, lakeside]) {
    it(`is measured by the names of ${policy.id}, too`, async () => {
      const { name, organization } = policy.portal;
      for (const own of [name, organization]) {
        expect(await reason({ password: `${own}97531` }, policy), own).to.equal('like-a-name');
        expect(await reason({ password: `${own}975312` }, policy), own).to.equal(null);
      }
    });
  }
});

describe('a code is neither username nor password', () => {
  it('however it is written', async () => {
    for (const typed of [code, '7kq4m xw2rd 9htfb', '７ＫＱ４Ｍ-XW2RD-9HTFB']) {
      for (const field of ['username', 'password'] as const) {
        const { answer } = await signUp({ [field]: typed });
        expect(refusalOf(answer)).to.deep.equal({
          rule: 'activation.not-a-username',
          next: ['try-again'],
          pointers: [`/body/${field}`],
        });
        expect(reasonOf(answer)).to.equal('is-the-code');
      }
    }
  });
});

/** The same text, typed on another keyboard: wide letters, accents apart. */
const wide = (text: string): string =>
  text.replace(/[a-z0-9]/gi, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

describe('text that looks alike is alike', () => {
  it('in a code, at both steps', async () => {
    const { browser } = await openWithCode(mycooper);
    expect((await check(browser, { code: wide(code), birthDate })).status).to.equal(200);
    expect((await browser.signUp({ ...wanted, code: wide(code) })).status).to.equal(204);
  });

  it('in a username and a password, in whatever way they were chosen', async () => {
    const chosen = { username: 'Zoë.Núñez', password: 'señor, un café añejo' };
    for (const form of ['NFC', 'NFD'] as const) {
      const { browser, answer } = await signUp({
        username: chosen.username.normalize(form),
        password: chosen.password.normalize(form),
      });
      expect(answer.status).to.equal(204);
      for (const typed of ['NFC', 'NFD'] as const) {
        const signedIn = await browser.signIn(
          ` ${chosen.username.normalize(typed).toUpperCase()} `,
          chosen.password.normalize(typed),
        );
        expect(signedIn.status, `${form}, then ${typed}`).to.equal(200);
        await browser.send('DELETE', '/session');
        await browser.session();
      }
    }
  });

  it('in wide letters, too; but letter case and space count in a password', async () => {
    const { browser } = await open(mycooper);
    expect((await browser.signIn(wide('ann.example'), wide(password))).status).to.equal(200);
    await browser.send('DELETE', '/session');
    await browser.session();
    for (const wrong of [password.toUpperCase(), ` ${password}`, `${password} `]) {
      expect((await browser.signIn('ann.example', wrong)).status).to.equal(401);
    }
  });

  it('in the answer to a security question', async () => {
    for (const securityAnswer of [wide('Elm Street'), '  ELM\tstreet ', '¡Elm, Street!']) {
      const { backend, browser } = await open(mycooper);
      const token = await requestedToken(backend, browser);
      const answer = await reset(browser, token, { securityAnswer });
      expect(answer.status, securityAnswer).to.equal(200);
      expect((await browser.signIn('ann.example', newPassword)).status).to.equal(200);
    }
  });

  it('in an answer as it was chosen', async () => {
    const { backend, browser } = await openWithCode(mycooper);
    const question = '  Which tree?  ';
    await browser.signUp({
      ...wanted,
      securityQuestion: { question, answer: ` ${wide('Elm')}, TREE! ` },
    });
    const [account] = backend.db.tables.accounts.by('patientId', 'eve');
    expect(account?.securityQuestion?.question).to.equal('Which tree?');
    await browser.create('/account/password-resets', { username: 'eve.example' });
    const [, token = ''] =
      /#new-password=([\w-]+)/.exec([...backend.db.tables.emails.values()].at(-1)?.text ?? '') ??
      [];
    expect((await reset(browser, token, { securityAnswer: 'elm tree' })).status).to.equal(200);
  });

  it('in a code of an app and a recovery code', async () => {
    const { browser, clock, secret, recoveryCodes } = await openWithApp(mycooper);
    const spaced = wide(codeAt(secret, clock)).replace(/^.../u, '$& ');
    expect((await signInWith(browser, spaced)).status).to.equal(200);
    await browser.send('DELETE', '/session');
    await browser.session();
    const [recovery = ''] = recoveryCodes;
    expect((await signInWith(browser, wide(recovery))).status).to.equal(200);
  });

  it('in the code that sets an app up', async () => {
    const { browser, clock } = await open(mycooper);
    await browser.signIn('ann.example');
    const secret = await startApp(browser);
    const typed = ` ${wide(codeAt(secret, clock)).replace(/^.../u, '$&-')} `;
    const body = { name: 'My phone', code: typed };
    const answer = await browser.write('POST', '/account/second-step/app', body);
    expect(successOf(contract.addAuthenticatorApp, answer).recoveryCodes).to.have.lengthOf(10);
  });
});

describe('the username that somebody has chosen', () => {
  it('is kept as it was typed, without space around it', async () => {
    const { backend, browser } = await openWithCode(mycooper);
    expect((await browser.signUp({ ...wanted, username: '  Eve.Example ' })).status).to.equal(204);
    const [account] = backend.db.tables.accounts.by('patientId', 'eve');
    expect(account?.username).to.equal('Eve.Example');
  });

  it('has the letters that are compared', async () => {
    const { backend, browser } = await openWithCode(mycooper);
    await browser.signUp({ ...wanted, username: 'ＥＶＥ.Example' });
    const [account] = backend.db.tables.accounts.by('patientId', 'eve');
    expect(account?.username).to.equal('EVE.Example');
  });
});

describe('the name in an invitation', () => {
  it('is kept without space around it', async () => {
    const { as } = await openFamily(mychart);
    const { invitations } = sharingIn(await invite(await as('ann'), 'ann', { name: '  Lou Lee ' }));
    expect(invitations.map(({ name, email }) => [name, email])).to.deep.equal([
      ['Lou Lee', invitation.email],
    ]);
  });
});
