import { expect } from 'chai';
import { digest } from '../../../mocks/digest.js';
import { normalCode } from '../../../mocks/rules/account/activation.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import {
  birthDate,
  check,
  code,
  email,
  openWithCode as open,
  wanted,
} from '../family/new-patient.js';
import { policies } from '../../../stories/fixtures/support/policies.js';
import { Browser, openPortal, problemOf, refusalOf } from '../../support/portal.js';
import { makeNewPatient, securityQuestion } from '../../support/sample-people.js';

for (const policy of policies) {
  const { maxAttempts } = policy.login;

  describe(`signing up under ${policy.id}`, () => {
    it('creates an account with the patient’s own username and password', async () => {
      const { browser } = await open(policy);
      expect((await check(browser)).status).to.equal(200);
      const answer = await browser.signUp(wanted);
      expect(answer).to.include({ status: 204, text: '' });
      expect((await browser.session()).status).to.equal('signed-out');
      expect((await browser.signIn('eve.example', wanted.password)).status).to.equal(200);
    });

    it('takes a code as it is written down: small letters, other dashes', async () => {
      const { browser } = await open(policy);
      const typed = ' 7kq4m xw2rd–9htfb ';
      expect((await check(browser, { code: typed, birthDate })).status).to.equal(200);
      expect((await browser.signUp({ ...wanted, code: typed })).status).to.equal(204);
    });

    it('needs no account of the same name to be unlocked first', async () => {
      const { browser } = await open(policy);
      for (let n = 0; n < maxAttempts; n += 1) await browser.signIn('eve.example', 'wrong');
      await browser.signUp(wanted);
      expect((await browser.signIn('eve.example', wanted.password)).status).to.equal(200);
    });
  });

  describe(`signup.own-credentials under ${policy.id}`, () => {
    const expectRefused = async (field: string, values: readonly string[]) => {
      const { browser } = await open(policy);
      for (const value of values) {
        expect(refusalOf(await browser.signUp({ ...wanted, [field]: value })), value).to.deep.equal(
          {
            rule: 'signup.own-credentials',
            next: ['try-again'],
            pointers: [`/body/${field}`],
          },
        );
      }
    };

    it('refuses short, long, spaced and taken usernames', () =>
      expectRefused('username', [
        'ab',
        ' ab ',
        'x'.repeat(65),
        'eve example',
        'eve\u0007example',
        'ann.example',
        ' ANN.Example ',
        'ａｎｎ.example', // wide letters
      ]));

    it('refuses short, common, repeated passwords, and names for one', () =>
      expectRefused('password', [
        'x1!Xy2?Yz3#',
        'Password1234',
        'QWERTYUIOP123',
        'aaaaaaaaaaaaaa',
        'abc1abc1abc1',
        'Eve.Example2',
        'eve.example!!!!',
        `${policy.portal.organization} 2026`.padEnd(12, '!'),
      ]));

    for (const [field, values] of [
      ['username', ['abc', 'x'.repeat(64), 'eve@example.org', 'Zoë']],
      [
        'password',
        [
          'qkzmwhtrbvnp',
          'four plain words here',
          'x'.repeat(200) + 'y',
          '密碼密碼長長長長長長長長長',
        ],
      ],
    ] as const) {
      for (const value of values) {
        it(`asks for no signs of any kind: ${field} ${value.slice(0, 24)}`, async () => {
          const { browser } = await open(policy);
          const typed = { ...wanted, [field]: value };
          expect((await browser.signUp(typed)).status).to.equal(204);
          expect((await browser.signIn(typed.username, typed.password)).status).to.equal(200);
        });
      }
    }
  });

  describe(`account.release-of-information under ${policy.id}`, () => {
    it('is asked for where the policy has it so', async () => {
      const person = makeNewPatient('eve', { code, issuedAt: Date.parse('2026-03-01T15:00:00Z') });
      const patient = { ...person.patient, releaseOfInformation: false };
      const { browser } = await openPortal({ policy, people: [{ ...person, patient }] });
      await browser.session();
      const answer = await browser.signUp(wanted);
      if (!policy.signup.releaseOfInformation) return void expect(answer.status).to.equal(204);
      expect(refusalOf(answer)).to.deep.include({
        rule: 'account.release-of-information',
        next: ['call-office', 'ask-at-next-visit'],
      });
      expect(refusalOf(await check(browser)).rule).to.equal('account.release-of-information');
    });
  });

  describe(`account.one-per-adult under ${policy.id}`, () => {
    it('refuses a second account, even with a new code', async () => {
      const { backend, browser, clock } = await open(policy);
      const another = 'ABCDE-FGHJK'; // issued before there was an account
      const id = await digest(normalCode(another));
      await backend.db.transact(({ activationCodes }) => {
        activationCodes.put({ id, patientId: 'ann', issuedAt: clock.now(), used: false });
      });
      const typed = { ...wanted, code: another };
      for (const answer of [await check(browser, typed), await browser.signUp(typed)]) {
        expect(refusalOf(answer)).to.deep.include({
          rule: 'account.one-per-adult',
          next: ['sign-in', 'recover-username', 'call-office'],
        });
      }
      expect(backend.db.tables.accounts.size).to.equal(1);
    });
  });

  describe(`e-mail and security question at sign-up under ${policy.id}`, () => {
    const { emailRequired, securityQuestion: asked } = policy.signup;
    const { enteredTwice } = policy.email;

    it(`signup.email-required: none is ${emailRequired ? 'refused' : 'allowed'}`, async () => {
      const { browser } = await open(policy);
      const answer = await browser.signUp({ ...wanted, email: null, emailAgain: null });
      if (!emailRequired) return void expect(answer.status).to.equal(204);
      expect(refusalOf(answer)).to.deep.equal({
        rule: 'signup.email-required',
        next: ['get-email-address'],
        pointers: ['/body/email'],
      });
    });

    it(`email.entered-twice: once is ${enteredTwice ? 'refused' : 'allowed'}`, async () => {
      for (const emailAgain of [undefined, null, '', 'eva@example.org', `x${email}`]) {
        const { browser } = await open(policy);
        const answer = await browser.signUp({ ...wanted, emailAgain });
        if (!enteredTwice) expect(answer.status).to.equal(204);
        else {
          expect(refusalOf(answer)).to.deep.include({
            rule: 'email.entered-twice',
            pointers: ['/body/emailAgain'],
          });
        }
      }
    });

    it(`signup.security-question: none is ${asked ? 'refused' : 'allowed'}`, async () => {
      for (const none of [undefined, null]) {
        const { browser } = await open(policy);
        const answer = await browser.signUp({ ...wanted, securityQuestion: none });
        if (!asked) expect(answer.status).to.equal(204);
        else {
          expect(refusalOf(answer)).to.deep.include({
            rule: 'signup.security-question',
            pointers: ['/body/securityQuestion'],
          });
        }
      }
    });

    it('holds at once where the policy has it so (email.instant-update)', async () => {
      const { backend, browser } = await open(policy);
      await browser.signUp(wanted);
      const { accounts, patients } = backend.db.tables;
      expect(accounts.by('patientId', 'eve')[0]?.email).to.equal(email);
      expect(patients.get('eve')?.contact.email).to.equal(
        policy.email.instantUpdate ? email : null,
      );
    });
  });
}

describe('a security question', () => {
  for (const [field, wrong] of [
    ['question', { question: ' ?! ', answer: 'Elm Street' }],
    ['answer', { question: 'Which street?', answer: ' - ' }],
    ['answer', { question: 'Is it Elm Street?', answer: 'elm street' }],
  ] as const) {
    it(`is refused: ${wrong.question} ${wrong.answer}`, async () => {
      const { browser } = await open(mycooper);
      const answer = await browser.signUp({ ...wanted, securityQuestion: wrong });
      expect(refusalOf(answer)).to.deep.include({
        rule: 'signup.security-question',
        pointers: [`/body/securityQuestion/${field}`],
      });
    });
  }

  it('is kept where the policy asks for one, and its answer as passwords are', async () => {
    for (const [policy, kept] of [
      [mycooper, true],
      [mychart, false],
    ] as const) {
      const { backend, browser } = await open(policy);
      await browser.signUp(wanted);
      const [account] = backend.db.tables.accounts.by('patientId', 'eve');
      expect(account?.securityQuestion?.question).to.equal(
        kept ? securityQuestion.question : undefined,
      );
      expect(JSON.stringify(account)).not.to.match(/elm street/i);
    }
  });
});

describe('an Idempotency-Key', () => {
  const key = 'made-up-at-random';

  it('lets a sign-up be repeated: it is done once, and answered alike', async () => {
    const { backend, browser } = await open(mycooper);
    const answers = await Promise.all([1, 2, 3].map(() => browser.signUp(wanted, key)));
    for (const answer of answers) expect(answer).to.deep.equal(answers[0]);
    expect(answers[0]?.status).to.equal(204);
    expect(backend.db.tables.accounts.size).to.equal(2);
  });

  it('gets over an answer that was lost', async () => {
    const { backend, browser } = await open(mycooper);
    backend.faults.set('signUp', { outcome: 'lost' });
    await browser.signUp(wanted, key).catch(() => undefined);
    backend.faults.clear();
    expect((await browser.signUp(wanted, key)).status).to.equal(204);
  });

  it('is refused with another body', async () => {
    const { browser } = await open(mycooper);
    await browser.signUp(wanted, key);
    const answer = await browser.signUp({ ...wanted, username: 'another' }, key);
    expect(answer.status).to.equal(409);
    expect(problemOf(answer).type).to.equal('urn:portal-widgets:problem:conflict');
  });

  it('may be used again after a refusal, with what was put right', async () => {
    const { browser } = await open(mycooper);
    expect((await browser.signUp({ ...wanted, password: 'short' }, key)).status).to.equal(403);
    expect((await browser.signUp(wanted, key)).status).to.equal(204);
  });

  it('is the session’s own, and forgotten after a day', async () => {
    const { backend, browser, clock } = await open(mycooper);
    const other = new Browser(backend);
    await other.session();
    await browser.signUp(wanted, key);
    expect(refusalOf(await other.signUp(wanted, key)).rule).to.equal('activation.single-use');
    expect(backend.db.tables.answeredRequests.size).to.equal(1);
    const stored = JSON.stringify([...backend.db.tables.answeredRequests.values()]);
    expect(stored).not.to.contain(wanted.password);
    clock.advance({ days: 1 });
    await new Browser(backend).session();
    expect(backend.db.tables.answeredRequests.size).to.equal(0);
  });
});
