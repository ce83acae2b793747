import { expect } from 'chai';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { lakeside, policies } from '../../../stories/fixtures/support/policies.js';
import { Browser, openPortal, problemOf, refusalOf } from '../../support/portal.js';
import { makePerson, password, securityQuestion } from '../../support/sample-people.js';
import {
  newPassword,
  open,
  emailsTo,
  recover,
  request,
  read,
  reset,
  requestedToken,
  lock,
} from './recovery.js';
import { unlockAccount } from '../../../stories/fixtures/support/staff.js';

for (const policy of policies) {
  const { maxAttempts } = policy.login;
  const { resetQuestion, resetLinkMinutes } = policy.password;

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

    it('leaves the links sent before, whoever asks for another one', async () => {
      const { backend, browser } = await open(policy);
      const first = await requestedToken(backend, browser);
      const stranger = new Browser(backend);
      await stranger.session();
      const second = await requestedToken(backend, stranger);
      expect(second).not.to.equal(first);
      expect((await read(browser, second)).status).to.equal(200);
      expect((await reset(browser, first)).status).to.equal(200);
    });

    it('ends them all once one is used', async () => {
      const { backend, browser } = await open(policy);
      const first = await requestedToken(backend, browser);
      const second = await requestedToken(backend, browser);
      expect((await reset(browser, second)).status).to.equal(200);
      expect(refusalOf(await reset(browser, first)).rule).to.equal('password.self-reset');
    });

    it('forgets them once they are out of date', async () => {
      const { backend, browser, clock } = await open(policy);
      await requestedToken(backend, browser);
      clock.advance({ minutes: resetLinkMinutes });
      await requestedToken(backend, browser);
      expect(backend.db.tables.passwordResets.size).to.equal(1);
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
      const login = { ...policy.login, unlockAlone: true };
      const { backend, browser, clock } = await open({ ...policy, login });
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
}

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
    expect((await recover(browser, { email: 'a@b.org', birthDate: '1980-01-01' })).status).to.equal(
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
