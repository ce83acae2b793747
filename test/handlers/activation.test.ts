import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { issueCode } from '../../mocks/desk/issue-code.js';
import { mychart } from '../../src/policy/mychart.js';
import { mycooper } from '../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../src/policy/portal-policy.js';
import { lakeside, policies } from './policies.js';
import { Browser, openPortal, problemOf, type Answer } from './portal.js';
import { makeNewPatient, makePerson, securityQuestion } from './sample-people.js';

const code = '7KQ4M-XW2RD-9HTFB';
const birthDate = '1980-01-01';
const email = 'eve@example.org';

/** A sign-up as every policy here takes it. */
const wanted = {
  code,
  birthDate,
  username: 'Eve.Example',
  password: 'a long enough one',
  email,
  emailAgain: email,
  securityQuestion,
};

/** Eve has a code, ann an account. */
const open = async (policy: PortalPolicy, issuedAt = '2026-03-01T15:00:00Z') => {
  const portal = await openPortal({
    policy: { ...policy, login: { ...policy.login, requestsPerMinute: 1000 } },
    people: [
      makePerson('ann', 'ann.example'),
      makeNewPatient('eve', { code, issuedAt: Date.parse(issuedAt) }),
    ],
    passwordIterations: 1,
  });
  await portal.browser.session();
  return portal;
};

const check = (browser: Browser, body: object = { code, birthDate }): Promise<Answer> =>
  browser.write('POST', '/activation', body);

const refusalOf = (answer: Answer) => {
  const { rule, next, errors } = problemOf(answer);
  return {
    rule,
    next: next.map(({ action }) => action),
    pointers: errors?.map(({ pointer }) => pointer),
  };
};

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

  describe(`activation.issued-at-visit under ${policy.id}`, () => {
    it('answers an unknown code as a wrong date of birth, byte for byte, at each count', async () => {
      const { browser } = await open(policy);
      for (let n = 1; n <= maxAttempts + 1; n += 1) {
        const unknown = await check(browser, { code: 'ABCDE', birthDate });
        const wrongDay = await check(browser, { code, birthDate: '1980-01-02' });
        expect(unknown).to.deep.equal(wrongDay);
        expect(problemOf(unknown)).to.include({
          rule: 'activation.issued-at-visit',
          attemptsLeft: Math.max(maxAttempts - n, 0),
        });
      }
      expect(refusalOf(await check(browser)).rule).to.equal('activation.issued-at-visit');
    });

    it(`lets the right date in as try ${maxAttempts}, and counts anew after it`, async () => {
      const { browser } = await open(policy);
      for (let round = 0; round < 2; round += 1) {
        for (let n = 1; n < maxAttempts; n += 1) {
          await check(browser, { code, birthDate: '1980-01-02' });
        }
        expect((await check(browser)).status, `round ${round}`).to.equal(200);
      }
    });

    it('counts tries from every browser, at checks and at sign-ups', async () => {
      const { backend } = await open(policy);
      const wrong = { ...wanted, birthDate: '1999-09-09' };
      for (let n = 0; n < maxAttempts; n += 1) {
        const browser = new Browser(backend);
        await browser.session();
        await (n % 2 ? check(browser, wrong) : browser.signUp(wrong));
      }
      const browser = new Browser(backend);
      await browser.session();
      expect(problemOf(await browser.signUp(wanted))).to.include({ attemptsLeft: 0 });
    });

    it('says by whom to ask for one', async () => {
      const { browser } = await open(policy);
      const { next } = refusalOf(await check(browser, { code: 'ABCDE', birthDate }));
      const ways = ['try-again', 'call-office', 'ask-at-next-visit'];
      const byEmail = policy.activation.helpByEmail ? ['email-support'] : [];
      expect(next).to.deep.equal([...ways, ...byEmail]);
    });

    it('is what staff do: a new code works, and the one before does not', async () => {
      const { backend, browser } = await open(policy);
      const first = await issueCode(backend, 'eve');
      const second = await issueCode(backend, 'eve');
      expect(second).to.match(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){2}$/);
      for (const old of [code, first]) {
        const answer = await browser.signUp({ ...wanted, code: old });
        expect(refusalOf(answer).rule).to.equal('activation.issued-at-visit');
      }
      expect((await browser.signUp({ ...wanted, code: second })).status).to.equal(204);
    });

    it('keeps no code that could be read', async () => {
      const { backend } = await open(policy);
      const issued = await issueCode(backend, 'eve');
      const stored = JSON.stringify([...backend.db.tables.activationCodes.values()]);
      expect(stored).not.to.contain(issued).and.not.to.contain(issued.replaceAll('-', ''));
    });
  });

  describe(`activation.single-use under ${policy.id}`, () => {
    it('refuses the second use, in any browser and however it is asked', async () => {
      const { backend, browser } = await open(policy);
      for (let n = 0; n < 3; n += 1) expect((await check(browser)).status).to.equal(200);
      expect((await browser.signUp(wanted)).status).to.equal(204);
      const other = new Browser(backend);
      await other.session();
      for (const answer of [
        await browser.signUp({ ...wanted, username: 'another' }),
        await other.signUp({ ...wanted, username: 'another' }),
        await check(other),
      ]) {
        expect(refusalOf(answer)).to.deep.include({
          rule: 'activation.single-use',
          next: ['sign-in', 'recover-username', 'call-office'],
        });
      }
      expect(backend.db.tables.accounts.by('patientId', 'eve')).to.have.length(1);
    });

    it('is not used up by a sign-up that is refused', async () => {
      const { browser } = await open(policy);
      await browser.signUp({ ...wanted, password: 'short' });
      expect((await browser.signUp(wanted)).status).to.equal(204);
    });

    it('tells whoever has not the date of birth nothing of the use', async () => {
      const { browser } = await open(policy);
      await browser.signUp(wanted);
      const answer = await check(browser, { code, birthDate: '1980-01-02' });
      expect(refusalOf(answer).rule).to.equal('activation.issued-at-visit');
    });
  });

  describe(`activation.expires under ${policy.id}`, () => {
    const days = policy.activation.expiresAfterDays;
    // The last moment, and the first too late: of the day that is so many days after the issue.
    const boundaries = {
      mychart: {
        'summer time begins': ['2026-02-10T22:00:00Z', '2026-03-12', '2026-03-13T04:00:00Z'],
        'summer time ends': ['2026-10-11T03:59:00Z', '2026-11-09', '2026-11-10T05:00:00Z'],
        'New Year': ['2026-12-01T12:00:00Z', '2026-12-31', '2027-01-01T05:00:00Z'],
      },
      mycooper: {
        'summer time begins': ['2026-01-10T05:00:00Z', '2026-04-10', '2026-04-11T04:00:00Z'],
        'summer time ends': ['2026-09-01T12:00:00Z', '2026-11-30', '2026-12-01T05:00:00Z'],
        'New Year': ['2026-10-02T12:00:00Z', '2026-12-31', '2027-01-01T05:00:00Z'],
      },
      lakeside: {
        'no change of the clocks': ['2026-03-01T15:00:00Z', '2026-03-12', '2026-03-12T15:00:00Z'],
        'the day of the issue in UTC': [
          '2026-03-01T14:59:59Z',
          '2026-03-11',
          '2026-03-11T15:00:00Z',
        ],
        'New Year': ['2026-12-21T12:00:00Z', '2026-12-31', '2026-12-31T15:00:00Z'],
      },
    }[policy.id as 'mychart' | 'mycooper' | 'lakeside'];

    for (const [name, [issuedAt = '', worksThrough = '', end = '']] of Object.entries(boundaries)) {
      it(`works through day ${days} and not on the day after: ${name}`, async () => {
        const { browser, clock } = await open(policy, issuedAt);
        clock.set(new Date(Date.parse(end) - 1).toISOString());
        const answer = await check(browser);
        expect(JSON.parse(answer.text)).to.deep.equal({ worksThrough });
        clock.set(end);
        await browser.session();
        const ways = ['call-office', 'ask-at-next-visit'];
        const byEmail = policy.activation.helpByEmail ? ['email-support'] : [];
        for (const late of [await check(browser), await browser.signUp(wanted)]) {
          expect(refusalOf(late)).to.deep.include({
            rule: 'activation.expires',
            next: [...ways, ...byEmail],
          });
        }
      });
    }

    it('lets somebody sign up at the last moment', async () => {
      const [issuedAt = '', , end = ''] = boundaries['New Year'];
      const { browser, clock } = await open(policy, issuedAt);
      clock.set(new Date(Date.parse(end) - 1).toISOString());
      expect((await browser.signUp(wanted)).status).to.equal(204);
    });
  });

  describe(`activation.not-a-username under ${policy.id}`, () => {
    it('refuses the code as username and as password, however it is written', async () => {
      const { browser } = await open(policy);
      for (const typed of [code, code.toLowerCase(), code.replaceAll('-', '')]) {
        for (const field of ['username', 'password']) {
          expect(refusalOf(await browser.signUp({ ...wanted, [field]: typed }))).to.deep.equal({
            rule: 'activation.not-a-username',
            next: ['try-again'],
            pointers: [`/body/${field}`],
          });
        }
      }
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
      const { backend, browser } = await open(policy);
      const another = await issueCode(backend, 'ann');
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
      for (const emailAgain of [undefined, null, '', 'eva@example.org', `${email} `]) {
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

  it('is the session’s own, and forgotten with it', async () => {
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

describe('trying codes', () => {
  it('is refused to a browser without cookies, and to a page that is not ours', async () => {
    const { backend } = await open(lakeside);
    const without = new Browser(backend, { cookies: false });
    await without.session();
    for (const answer of [await check(without), await without.signUp(wanted)]) {
      expect(problemOf(answer).rule).to.equal('login.cookies-required');
    }
    const forged = await new Browser(backend).signUp(wanted);
    expect(problemOf(forged).type).to.equal('urn:portal-widgets:problem:forged-request');
  });

  it('is limited in each minute, together with other tries', async () => {
    const { backend, browser } = await open(lakeside);
    await backend.setPolicy(lakeside);
    for (let n = 0; n < lakeside.login.requestsPerMinute - 1; n += 1) {
      await check(browser, { code: `CODE${n}`, birthDate });
    }
    expect((await browser.signIn('no.body', 'wrong')).status).to.equal(401);
    expect((await check(browser)).status).to.equal(429);
  });
});

describe('a code, whatever is done with it', () => {
  it('never works twice', async function () {
    this.timeout(60_000);
    const { backend } = await open({ ...lakeside, login: { ...lakeside.login, maxAttempts: 100 } });
    const browsers = [new Browser(backend), new Browser(backend)];
    const step = fc.record({
      who: fc.nat(1),
      what: fc.constantFrom('check', 'signUp', 'repeat', 'reissue', 'wrong'),
      key: fc.constantFrom('a-key-of-16-chars-1', 'a-key-of-16-chars-2'),
      name: fc.constantFrom('eve.one', 'eve.two'),
      together: fc.boolean(),
    });
    const property = fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
      await backend.reset();
      for (const browser of browsers) await browser.session();
      let current = code;
      for (const { who, what, key, name, together } of steps) {
        const browser = browsers[who] ?? new Browser(backend);
        const body = { ...wanted, code: current, username: name };
        if (what === 'reissue') current = await issueCode(backend, 'eve');
        else if (what === 'check') await check(browser, { code: current, birthDate });
        else if (what === 'wrong') await browser.signUp({ ...body, birthDate: '1999-01-01' }, key);
        else if (together) await Promise.all([browser.signUp(body, key), browser.signUp(body)]);
        else await browser.signUp(body, what === 'repeat' ? key : undefined);
        const { accounts, activationCodes } = backend.db.tables;
        const own = accounts.by('patientId', 'eve').length;
        const used = activationCodes.by('patientId', 'eve').filter((each) => each.used).length;
        expect(own).to.be.at.most(1);
        expect(used).to.equal(own);
      }
    });
    await fc.assert(property, { numRuns: 1000 });
  });
});
