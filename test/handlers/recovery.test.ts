import { expect } from 'chai';
import { unlockAccount } from '../../mocks/desk/unlock-account.js';
import type { Backend } from '../../mocks/backend.js';
import type { Person } from '../../mocks/db/records/index.js';
import { mychart } from '../../src/policy/mychart.js';
import { mycooper } from '../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../src/policy/portal-policy.js';
import { lakeside, policies } from '../../stories/fixtures/support/policies.js';
import { Browser, openPortal, problemOf, refusalOf, type Answer } from '../support/portal.js';
import { fc, tries } from '../support/properties.js';
import { makePerson, password, securityQuestion } from '../support/sample-people.js';

const newPassword = 'another long password';
const { answer: rightAnswer } = securityQuestion;

/** Somebody without an e-mail address on file. */
const withoutEmail = (person: Person): Person => ({
  ...person,
  patient: { ...person.patient, contact: { ...person.patient.contact, email: null } },
});

const everybody = [
  makePerson('ann', 'Ann.Example'),
  makePerson('bob', 'bob.example'),
  withoutEmail(makePerson('joe', 'joe.example')),
];

const open = async (policy: PortalPolicy, people: readonly Person[] = everybody) => {
  const portal = await openPortal({
    policy: { ...policy, login: { ...policy.login, requestsPerMinute: 1000 } },
    people,
    passwordIterations: 1,
  });
  await portal.browser.session();
  return portal;
};

const emailsTo = ({ db }: Backend, id: string) => db.tables.emails.by('to', `${id}@example.org`);

const recover = (browser: Browser, body: object): Promise<Answer> =>
  browser.write('POST', '/account/username-recovery', body);
const request = (browser: Browser, username: string): Promise<Answer> =>
  browser.write('POST', '/account/password-resets', { username });
const read = (browser: Browser, token: string): Promise<Answer> =>
  browser.write('POST', '/account/password-resets/read', { token });
const reset = (browser: Browser, token: string, more: object = {}): Promise<Answer> =>
  browser.write('POST', '/account/password-resets/perform', {
    token,
    securityAnswer: rightAnswer,
    password: newPassword,
    ...more,
  });

/** The token in the last e-mail that has a link; undefined: none has. */
const tokenFor = (backend: Backend, id = 'ann'): string | undefined =>
  emailsTo(backend, id)
    .flatMap(({ text }) => /#new-password=([\w-]+)/.exec(text)?.[1] ?? [])
    .at(-1);

const requestedToken = async (backend: Backend, browser: Browser): Promise<string> => {
  await request(browser, 'ann.example');
  return tokenFor(backend) ?? '';
};

const lock = async (browser: Browser, { login }: PortalPolicy): Promise<void> => {
  for (let n = 0; n < login.maxAttempts; n += 1) await browser.signIn('ann.example', 'wrong');
};

const unlockActions = {
  mychart: ['call-support-line', 'reset-password'],
  mycooper: ['call-office'],
  lakeside: ['reset-password', 'call-office', 'call-support-line'],
};
const unlockActionsOf = ({ id }: PortalPolicy) => unlockActions[id as keyof typeof unlockActions];

for (const policy of policies) {
  const { maxAttempts } = policy.login;
  const { resetQuestion, lockedReset, resetLinkMinutes } = policy.password;

  describe(`username.recovery under ${policy.id}`, () => {
    it('sends the username to the address on file, and shows it nowhere', async () => {
      const { backend, browser } = await open(policy);
      const answer = await recover(browser, { email: 'ANN@example.org', birthDate: '1980-01-01' });
      expect(answer.status).to.equal(200);
      expect(answer.text).not.to.match(/ann/i);
      const [email, ...others] = emailsTo(backend, 'ann');
      expect(email?.text).to.contain('Ann.Example');
      expect(others).to.deep.equal([]);
      expect(backend.db.tables.emails.size).to.equal(1);
    });

    it('answers alike whoever asks, and writes only to whom it concerns', async () => {
      const { backend, browser } = await open(policy);
      const known = await recover(browser, { email: 'ann@example.org', birthDate: '1980-01-01' });
      for (const body of [
        { email: 'no.body@example.org', birthDate: '1980-01-01' },
        { email: 'ann@example.org', birthDate: '1980-01-02' },
        { email: 'joe@example.org', birthDate: '1980-01-01' },
      ]) {
        expect(await recover(browser, body)).to.deep.equal(known);
      }
      expect(backend.db.tables.emails.size).to.equal(1);
    });

    it('says when the office can be called, where no e-mail comes', async () => {
      const { browser, clock } = await open(policy);
      const told = async (instant: string) => {
        clock.set(instant);
        await browser.session();
        const answer = await recover(browser, { email: 'x@example.org', birthDate: '1980-01-01' });
        const { next } = JSON.parse(answer.text) as { next: { action: string; at?: string }[] };
        return next.find(({ action }) => action === 'call-office')?.at;
      };
      const tokyo = policy.timeZone === 'Asia/Tokyo';
      // Closed on Friday after hours, with the change to summer time before Monday; then open.
      expect(await told('2026-03-06T22:30:00Z')).to.equal(
        tokyo ? '2026-03-07T00:30:00.000Z' : '2026-03-09T12:00:00.000Z',
      );
      expect(await told(tokyo ? '2026-03-09T01:00:00Z' : '2026-03-09T15:00:00Z')).to.equal(
        undefined,
      );
    });
  });

  describe(`password.self-reset under ${policy.id}`, () => {
    it('sets a new password by a link in an e-mail', async () => {
      const { backend, browser } = await open(policy);
      const token = await requestedToken(backend, browser);
      const asked = await read(browser, token);
      expect(JSON.parse(asked.text)).to.deep.equal({
        securityQuestion: resetQuestion ? securityQuestion.question : null,
        expiresAt: new Date(backend.clock.now() + resetLinkMinutes * 60_000).toISOString(),
      });
      const answer = await reset(browser, token);
      expect(JSON.parse(answer.text)).to.deep.equal({ next: [{ action: 'sign-in' }] });
      expect((await browser.signIn('ann.example', newPassword)).status).to.equal(200);
      expect((await new Browser(backend).signIn('ann.example', password)).status).to.equal(401);
    });

    it('answers alike whether there is such an account, an address, or a lock', async () => {
      const { backend, browser } = await open(policy);
      const known = await request(browser, 'ann.example');
      expect(await request(browser, 'no.body')).to.deep.equal(known);
      expect(await request(browser, 'joe.example')).to.deep.equal(known);
      await lock(browser, policy);
      expect(await request(browser, 'ann.example')).to.deep.equal(known);
      const others = [...backend.db.tables.emails.values()].filter(({ to }) => !/^ann@/.test(to));
      expect(others).to.deep.equal([]);
    });

    it(`works for ${resetLinkMinutes} minutes and not a moment longer`, async () => {
      const { backend, browser, clock } = await open(policy);
      const token = await requestedToken(backend, browser);
      clock.advance({ minutes: resetLinkMinutes, milliseconds: -1 });
      expect((await read(browser, token)).status).to.equal(200);
      clock.advance({ milliseconds: 1 });
      const late = await reset(browser, token);
      expect(refusalOf(late)).to.deep.equal({
        rule: 'password.self-reset',
        next: ['reset-password'],
      });
      expect((await browser.signIn('ann.example')).status).to.equal(200);
    });

    it('works at its last moment', async () => {
      const { backend, browser, clock } = await open(policy);
      const token = await requestedToken(backend, browser);
      clock.advance({ minutes: resetLinkMinutes, milliseconds: -1 });
      expect((await reset(browser, token)).status).to.equal(200);
    });

    it('works once, and answers a used link as one that never was', async () => {
      const { backend, browser } = await open(policy);
      const token = await requestedToken(backend, browser);
      await read(browser, token);
      expect((await reset(browser, token)).status).to.equal(200);
      const again = await reset(browser, token, { password: 'a third long password' });
      expect(again).to.deep.equal(await reset(browser, 'made-up'));
      expect((await browser.signIn('ann.example', newPassword)).status).to.equal(200);
    });

    it('replaces the links sent before', async () => {
      const { backend, browser } = await open(policy);
      const first = await requestedToken(backend, browser);
      const second = await requestedToken(backend, browser);
      expect(second).not.to.equal(first);
      expect(refusalOf(await reset(browser, first)).rule).to.equal('password.self-reset');
      expect((await reset(browser, second)).status).to.equal(200);
    });

    it('takes no password that is easy to guess, and keeps the link for another try', async () => {
      const { backend, browser } = await open(policy);
      const token = await requestedToken(backend, browser);
      for (const weak of ['short', 'password1234', 'Ann.Example12']) {
        const answer = await reset(browser, token, { password: weak });
        expect(refusalOf(answer).rule).to.equal('signup.own-credentials');
      }
      expect((await reset(browser, token)).status).to.equal(200);
    });

    it('signs the account out everywhere', async () => {
      const { backend, browser } = await open(policy);
      const phone = new Browser(backend);
      await phone.signIn('ann.example');
      await reset(browser, await requestedToken(backend, browser));
      expect((await phone.session()).status).to.equal('signed-out');
    });

    it('stores no token', async () => {
      const { backend, browser } = await open(policy);
      const token = await requestedToken(backend, browser);
      expect(JSON.stringify([...backend.db.tables.passwordResets.values()])).not.to.contain(token);
    });
  });

  describe(`password.reset-question under ${policy.id}`, () => {
    it(`is ${resetQuestion ? 'asked' : 'not asked'}`, async () => {
      const { backend, browser } = await open(policy);
      const token = await requestedToken(backend, browser);
      for (const securityAnswer of [null, 'Oak Street']) {
        const answer = await reset(browser, token, { securityAnswer });
        if (!resetQuestion) return void expect(answer.status).to.equal(200);
        expect(refusalOf(answer)).to.deep.equal({
          rule: 'password.reset-question',
          next: ['try-again', 'call-office'],
        });
      }
      const typed = { securityAnswer: '  elm STREET. ' };
      expect((await reset(browser, token, typed)).status).to.equal(200);
    });

    if (!resetQuestion) return;

    it(`locks the account at wrong answer ${maxAttempts}, not before`, async () => {
      const { backend, browser } = await open(policy);
      const token = await requestedToken(backend, browser);
      const wrong = () => reset(browser, token, { securityAnswer: 'Oak Street' });
      for (let left = maxAttempts - 1; left > 0; left -= 1) {
        expect(problemOf(await wrong())).to.include({ attemptsLeft: left });
        expect((await browser.signIn('ann.example')).status).to.equal(200);
        await browser.send('DELETE', '/session');
        await browser.session();
      }
      expect(problemOf(await wrong())).to.include({ rule: 'login.lockout', attemptsLeft: 0 });
      expect(problemOf(await reset(browser, token)).rule).to.equal('login.lockout');
      expect(problemOf(await browser.signIn('ann.example')).rule).to.equal('login.lockout');
    });

    it('gives no new tries with a new link, and none with time', async () => {
      const { backend, browser, clock } = await open(policy);
      const token = await requestedToken(backend, browser);
      for (let n = 0; n < maxAttempts; n += 1) {
        await reset(browser, token, { securityAnswer: 'Oak Street' });
      }
      clock.advance({ days: 400 });
      await browser.session();
      expect(await requestedToken(backend, browser)).to.equal(token); // the e-mail has no link
      expect(emailsTo(backend, 'ann').at(-1)?.text).to.contain(policy.support.officePhone);
      await unlockAccount(backend, 'ann.example');
      const next = await requestedToken(backend, browser);
      expect(next).not.to.equal(token);
      expect((await reset(browser, next)).status).to.equal(200);
    });

    it('accepts the right answer as the last try, and counts anew after it', async () => {
      const { backend, browser } = await open(policy);
      for (let round = 0; round < 2; round += 1) {
        const token = await requestedToken(backend, browser);
        for (let n = 1; n < maxAttempts; n += 1) {
          await reset(browser, token, { securityAnswer: 'Oak Street' });
        }
        expect((await reset(browser, token)).status, `round ${round}`).to.equal(200);
      }
    });

    it('is a person’s work where no question was ever set', async () => {
      const account = { username: 'ann.example', password };
      const { backend, browser } = await openPortal({
        policy,
        people: [{ ...makePerson('ann', 'ann.example'), account }],
      });
      await browser.session();
      expect(await requestedToken(backend, browser)).to.equal('');
      expect(emailsTo(backend, 'ann')).to.have.length(1);
    });
  });

  describe(`password.locked-reset and login.unlock under ${policy.id}`, () => {
    it(`a locked account is ${lockedReset ? 'reset and unlocked by' : 'sent no'} link`, async () => {
      const { backend, browser } = await open(policy);
      await lock(browser, policy);
      const token = await requestedToken(backend, browser);
      if (!lockedReset) {
        expect(token).to.equal('');
        expect(emailsTo(backend, 'ann')[0]?.text).to.contain(policy.support.officePhone);
        return;
      }
      expect((await reset(browser, token)).status).to.equal(200);
      expect((await browser.signIn('ann.example', newPassword)).status).to.equal(200);
    });

    it(`a link from before the lock is ${lockedReset ? 'good' : 'refused'}`, async () => {
      const { backend, browser } = await open(policy);
      const token = await requestedToken(backend, browser);
      await lock(browser, policy);
      for (const answer of [await read(browser, token), await reset(browser, token)]) {
        if (lockedReset) expect(answer.status).to.equal(200);
        else {
          expect(refusalOf(answer)).to.deep.equal({
            rule: 'password.locked-reset',
            next: unlockActionsOf(policy),
          });
        }
      }
    });

    it('staff unlock what passwords have locked', async () => {
      const { backend, browser } = await open(policy);
      await lock(browser, policy);
      await unlockAccount(backend, 'ann.example');
      expect((await browser.signIn('ann.example')).status).to.equal(200);
    });
  });
}

describe('a reset where only the office unlocks', () => {
  it('sets the password and leaves the lock, and says who helps', async () => {
    const login = { ...mychart.login, unlock: ['office' as const] };
    const policy = { ...mychart, login };
    const { backend, browser } = await open(policy);
    await lock(browser, policy);
    const answer = await reset(browser, await requestedToken(backend, browser));
    expect(JSON.parse(answer.text)).to.deep.equal({ next: [{ action: 'call-office' }] });
    const still = await browser.signIn('ann.example', newPassword);
    expect(problemOf(still).rule).to.equal('login.lockout');
    await unlockAccount(backend, 'ann.example');
    expect((await browser.signIn('ann.example', newPassword)).status).to.equal(200);
  });
});

describe('a portal that resets by its support line only', () => {
  it('refuses every step, and says whom to call', async () => {
    const policy: PortalPolicy = {
      ...mychart,
      password: { ...mychart.password, resetBy: ['support-line'] },
    };
    const { backend, browser } = await open(policy);
    for (const answer of [
      await request(browser, 'ann.example'),
      await request(browser, 'no.body'),
      await read(browser, 'made-up'),
      await reset(browser, 'made-up'),
    ]) {
      expect(refusalOf(answer)).to.deep.equal({
        rule: 'password.self-reset',
        next: ['call-support-line'],
      });
    }
    expect(backend.db.tables.emails.size).to.equal(0);
  });
});

describe('recovery', () => {
  it('is limited in each minute, for each browser', async () => {
    const { backend, browser } = await open(lakeside);
    await backend.setPolicy(lakeside);
    for (let n = 0; n < lakeside.login.requestsPerMinute; n += 1) {
      expect((await request(browser, 'ann.example')).status).to.equal(200);
    }
    expect((await request(browser, 'ann.example')).status).to.equal(429);
    expect((await recover(browser, { email: 'a@b.c', birthDate: '1980-01-01' })).status).to.equal(
      429,
    );
  });

  it('needs cookies', async () => {
    const { backend } = await open(mycooper);
    const browser = new Browser(backend, { cookies: false });
    await browser.session();
    for (const answer of [
      await request(browser, 'ann.example'),
      await recover(browser, { email: 'ann@example.org', birthDate: '1980-01-01' }),
      await reset(browser, 'made-up'),
    ]) {
      expect(problemOf(answer).rule).to.equal('login.cookies-required');
    }
  });
});

for (const policy of policies) {
  describe(`a locked account under ${policy.id}, whatever is done`, () => {
    it('is unlocked by the policy’s ways only', async () => {
      const { backend, browser, clock } = await open(policy, everybody.slice(0, 1));
      const byLink = policy.login.unlock.includes('reset-link');
      const step = fc.record({
        what: fc.constantFrom('sign in', 'request', 'reset', 'recover', 'wait', 'sign out'),
        right: fc.boolean(),
      });
      const property = fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        await backend.reset();
        await browser.session();
        await backend.db.transact((tables) => {
          tables.signInAttempts.put({ id: 'ann.example', failures: 5, locked: true });
        });
        let resetDone = false;
        for (const { what, right } of steps) {
          const typed = right ? (resetDone ? newPassword : password) : 'wrong';
          if (what === 'sign in') {
            const answer = await browser.signIn('ann.example', typed);
            expect(answer.status === 200).to.equal(right && resetDone);
          } else if (what === 'reset') {
            const securityAnswer = right ? rightAnswer : 'Oak Street';
            const answer = await reset(browser, tokenFor(backend) ?? 'none', { securityAnswer });
            if (answer.status === 200) {
              expect(byLink).to.equal(true);
              resetDone = true;
            }
          } else if (what === 'request') await request(browser, 'ANN.example');
          else if (what === 'recover') {
            await recover(browser, { email: 'ann@example.org', birthDate: '1980-01-01' });
          } else if (what === 'sign out') await browser.send('DELETE', '/session');
          else clock.advance({ minutes: 5 });
          const locked = backend.db.tables.signInAttempts.get('ann.example')?.locked ?? false;
          if (!resetDone) expect(locked).to.equal(true);
          if (locked) resetDone = false;
        }
      });
      await fc.assert(property, { numRuns: tries(1000) });
    });
  });
}
