import { expect } from 'chai';
import { mychart } from '../../../src/policy/mychart.js';
import { contract } from '../../../src/contract/index.js';
import { policies } from './with-other-ways.js';
import {
  Browser,
  openPortal,
  problemOf,
  refusalOf,
  sessionOf,
  signedInOf,
  successOf,
  type Answer,
} from '../../support/portal.js';
import { password } from '../../support/sample-people.js';
import {
  addApp,
  codeAt,
  finish,
  openWithApp,
  secondStepOf,
  signInWith,
  startApp,
} from './with-second-step.js';

const wrong = 'wrong code';

const post = (browser: Browser, path: string, currentPassword = password): Promise<Answer> =>
  browser.write('POST', `/account/second-step/${path}`, { currentPassword });

for (const policy of policies) {
  const { maxAttempts } = policy.login;

  describe(`the second step under ${policy.id}`, () => {
    it('is asked for after the password, and nothing is open before it', async () => {
      const { browser } = await openWithApp(policy);
      const answer = await browser.signIn('ann.example');
      expect(answer.status).to.equal(200);
      const session = sessionOf(answer);
      expect(session).to.deep.equal({
        status: 'second-step-required',
        csrfToken: session.csrfToken,
      });
      expect(await browser.session()).to.deep.equal(session);
      expect((await browser.send('GET', '/account/preferences')).status).to.equal(401);
      expect((await browser.search('ann')).status).to.equal(401);
    });

    it('signs in with the code of the app', async () => {
      const { browser, secret, clock } = await openWithApp(policy);
      const answer = await signInWith(browser, codeAt(secret, clock));
      expect(signedInOf(answer).account.displayName).to.equal('Ann Example');
      expect((await browser.search('ann')).status).to.equal(200);
      expect((await secondStepOf(browser)).app?.lastUsedAt).to.equal(
        new Date(clock.now()).toISOString(),
      );
    });

    for (const [steps, status] of [
      [-2, 401],
      [-1, 200],
      [1, 200],
      [2, 401],
    ] as const) {
      it(`${status === 200 ? 'takes' : 'takes no'} code of ${steps} half minutes from now`, async () => {
        const { browser, secret, clock } = await openWithApp(policy);
        const answer = await signInWith(browser, codeAt(secret, clock, steps));
        expect(answer.status).to.equal(status);
      });
    }

    it('takes no code twice, and none from before the last one', async () => {
      const { backend, browser, secret, clock } = await openWithApp(policy);
      const code = codeAt(secret, clock);
      const before = codeAt(secret, clock, -1);
      expect((await signInWith(browser, code)).status).to.equal(200);
      const elsewhere = new Browser(backend);
      for (const used of [code, before]) {
        const answer = await signInWith(elsewhere, used);
        expect(refusalOf(answer).rule).to.equal('login.no-hints');
      }
      expect((await signInWith(elsewhere, codeAt(secret, clock, 1))).status).to.equal(200);
    });

    it('does not take the code that set the app up', async () => {
      const { backend, browser, clock } = await openPortal({ policy });
      await browser.signIn('ann.example');
      const { secret } = await addApp(browser, clock);
      const answer = await signInWith(new Browser(backend), codeAt(secret, clock));
      expect(answer.status).to.equal(401);
    });

    it(`locks at wrong code ${maxAttempts}, not before (login.lockout, login.no-hints)`, async () => {
      const { browser, secret, clock } = await openWithApp(policy);
      await browser.signIn('ann.example');
      for (let left = maxAttempts - 1; left > 0; left -= 1) {
        const answer = await finish(browser, wrong);
        expect(answer.status).to.equal(401);
        expect(problemOf(answer)).to.include({ rule: 'login.no-hints', attemptsLeft: left });
      }
      expect(refusalOf(await finish(browser, wrong)).rule).to.equal('login.lockout');
      const right = codeAt(secret, clock);
      expect(refusalOf(await finish(browser, right)).rule).to.equal('login.lockout');
      expect(refusalOf(await browser.signIn('ann.example')).rule).to.equal('login.lockout');
    });

    it('takes the right code as the last try, and counts anew after it', async () => {
      const { browser, secret, clock } = await openWithApp(policy);
      for (let round = 0; round < 2; round += 1) {
        await browser.signIn('ann.example');
        for (let n = 1; n < maxAttempts; n += 1) await finish(browser, wrong);
        const answer = await finish(browser, codeAt(secret, clock));
        expect(answer.status, `round ${round}`).to.equal(200);
        clock.advance({ minutes: 1 });
      }
    });

    it('counts wrong passwords and wrong codes together, and a right password starts nothing over', async () => {
      const { browser } = await openWithApp(policy);
      await browser.signIn('ann.example', 'wrong');
      for (let n = 2; n < maxAttempts; n += 1) await signInWith(browser, wrong);
      expect(refusalOf(await signInWith(browser, wrong)).rule).to.equal('login.lockout');
    });

    it('waits ten minutes for the code', async () => {
      const { browser, secret, clock } = await openWithApp(policy);
      await browser.signIn('ann.example');
      clock.advance({ minutes: 10 });
      const answer = await finish(browser, codeAt(secret, clock));
      expect(answer.status).to.equal(401);
      expect(problemOf(answer).rule).to.equal(undefined);
      expect((await browser.session()).status).to.equal('signed-out');

      await browser.signIn('ann.example');
      clock.advance({ minutes: 9, seconds: 59 });
      expect((await finish(browser, codeAt(secret, clock))).status).to.equal(200);
    });

    it('is called off by signing out', async () => {
      const { browser, secret, clock } = await openWithApp(policy);
      await browser.signIn('ann.example');
      await browser.send('DELETE', '/session');
      expect((await browser.session()).status).to.equal('signed-out');
      expect((await finish(browser, codeAt(secret, clock))).status).to.equal(401);
    });

    it('takes each recovery code once, however it is written', async () => {
      const { browser, recoveryCodes } = await openWithApp(policy);
      expect(new Set(recoveryCodes)).to.have.property('size', 10);
      const [first = '', second = ''] = recoveryCodes;
      expect((await signInWith(browser, first)).status).to.equal(200);
      expect((await secondStepOf(browser)).recoveryCodesLeft).to.equal(9);
      expect(refusalOf(await signInWith(browser, first)).rule).to.equal('login.no-hints');
      const sloppy = second.toLowerCase().replaceAll('-', ' ');
      expect((await signInWith(browser, sloppy)).status).to.equal(200);
    });

    it('makes recovery codes anew: those before stop working', async () => {
      const { browser, secret, clock, recoveryCodes } = await openWithApp(policy);
      await signInWith(browser, codeAt(secret, clock));
      const made = await post(browser, 'recovery-codes');
      const fresh = successOf(contract.makeRecoveryCodes, made).recoveryCodes;
      expect((await signInWith(browser, recoveryCodes[0] ?? '')).status).to.equal(401);
      expect((await signInWith(browser, fresh[0] ?? '')).status).to.equal(200);
    });

    it('keeps no recovery code as such', async () => {
      const { backend, recoveryCodes } = await openWithApp(policy);
      const stored = JSON.stringify(await backend.db.documents());
      for (const code of recoveryCodes) {
        expect(stored).not.to.contain(code).and.not.contain(code.replaceAll('-', ''));
      }
    });

    it('is changed by who gives the current password only (password.change, login.lockout)', async () => {
      const { browser, secret, clock } = await openWithApp(policy);
      await signInWith(browser, codeAt(secret, clock));
      for (const path of ['app/setup', 'app/removal', 'recovery-codes']) {
        const answer = await post(browser, path, 'wrong');
        expect(refusalOf(answer)).to.deep.include({
          rule: 'password.change',
          pointers: ['/body/currentPassword'],
        });
        await post(browser, 'app/setup'); // the right one starts the count over
      }
      for (let n = 1; n < maxAttempts; n += 1) await post(browser, 'app/removal', 'wrong');
      const last = await post(browser, 'app/removal', 'wrong');
      expect(refusalOf(last).rule).to.equal('login.lockout');
      expect((await secondStepOf(browser)).app?.name).to.equal('My phone');
    });

    it('is turned off with the app, and the recovery codes with it', async () => {
      const { browser, secret, clock } = await openWithApp(policy);
      await signInWith(browser, codeAt(secret, clock));
      expect((await post(browser, 'app/removal')).status).to.equal(204);
      expect(await secondStepOf(browser)).to.deep.equal({ app: null, recoveryCodesLeft: 0 });
      expect(sessionOf(await browser.signIn('ann.example')).status).to.equal('signed-in');
    });
  });
}

describe('setting up an authenticator app', () => {
  const open = async () => {
    const portal = await openPortal();
    await portal.browser.signIn('ann.example');
    return portal;
  };

  it('changes nothing before a code of it is given', async () => {
    const { browser } = await open();
    await startApp(browser);
    expect(await secondStepOf(browser)).to.deep.equal({ app: null, recoveryCodesLeft: 0 });
    expect(sessionOf(await browser.signIn('ann.example')).status).to.equal('signed-in');
  });

  it('names the portal and the username to the app', async () => {
    const { browser } = await open();
    const answer = await post(browser, 'app/setup');
    const { secret, uri } = successOf(contract.startAuthenticatorApp, answer);
    expect(secret).to.match(/^[A-Z2-7]{32}$/);
    expect(uri).to.match(/^otpauth:\/\/totp\/myCooper:Ann\.Example\?/);
    expect(new URL(uri).searchParams.get('secret')).to.equal(secret);
  });

  it('names a wrong code, which locks nobody out', async () => {
    const { browser, clock } = await open();
    const secret = await startApp(browser);
    for (let n = 0; n < 7; n += 1) {
      const body = { name: 'My phone', code: codeAt(secret, clock, 2) };
      const answer = await browser.write('POST', '/account/second-step/app', body);
      expect(answer.status).to.equal(400);
      expect(problemOf(answer).errors?.[0]).to.deep.include({
        pointer: '/body/code',
        reason: 'wrong',
      });
    }
    expect((await browser.signIn('ann.example')).status).to.equal(200);
  });

  it('is too late ten minutes after it was begun', async () => {
    const { browser, clock } = await open();
    const secret = await startApp(browser);
    clock.advance({ minutes: 10 });
    const body = { name: 'My phone', code: codeAt(secret, clock) };
    const answer = await browser.write('POST', '/account/second-step/app', body);
    expect(answer.status).to.equal(412);
  });

  it('in two tabs at once works in either', async () => {
    const { browser, clock } = await open();
    const first = await startApp(browser);
    await startApp(browser);
    const body = { name: 'My phone', code: codeAt(first, clock) };
    const answer = await browser.write('POST', '/account/second-step/app', body);
    expect(answer.status).to.equal(200);
  });

  it('takes the place of the app before', async () => {
    const { browser, clock } = await open();
    const old = await addApp(browser, clock);
    const { secret } = await addApp(browser, clock);
    clock.advance({ minutes: 5 });
    expect((await signInWith(browser, codeAt(old.secret, clock))).status).to.equal(401);
    expect((await signInWith(browser, codeAt(secret, clock))).status).to.equal(200);
  });

  it('makes no recovery codes where there is none', async () => {
    const { browser } = await open();
    expect((await post(browser, 'recovery-codes')).status).to.equal(412);
  });
});

describe('who is asked for a second step', () => {
  it('is told to nobody who does not know the password (login.no-hints)', async () => {
    const { backend } = await openWithApp(mychart);
    const answers = ['ann.example', 'bob.example', 'no.body'].map((username) =>
      new Browser(backend).signIn(username, 'wrong'),
    );
    const [withStep, without, unknown] = await Promise.all(answers);
    expect(withStep).to.deep.equal(without);
    expect(withStep).to.deep.equal(unknown);
  });

  it('is asked after a new password by a link, too', async () => {
    const { backend, browser } = await openWithApp(mychart);
    await browser.create('/account/password-resets', { username: 'ann.example' });
    const [email] = backend.db.tables.emails.by('to', 'ann@example.org').slice(-1);
    const token = /#new-password=([\w-]+)/.exec(email?.text ?? '')?.[1];
    const fresh = 'ferry over calm water';
    const body = { token, securityAnswer: null, password: fresh };
    const reset = await browser.create('/account/password-resets/perform', body);
    expect(reset.status).to.equal(200);
    const answer = await browser.signIn('ann.example', fresh);
    expect(sessionOf(answer).status).to.equal('second-step-required');
  });

  it('is not taken any more once the password was changed', async () => {
    const { backend, browser, secret, clock } = await openWithApp(mychart);
    const other = new Browser(backend);
    await other.signIn('ann.example');
    await signInWith(browser, codeAt(secret, clock));
    const body = { currentPassword: password, password: 'ferry over calm water' };
    const key = { 'Idempotency-Key': crypto.randomUUID() };
    const changed = await browser.write('PUT', '/account/password', body, key);
    expect(changed.status, changed.text).to.equal(200);

    clock.advance({ minutes: 1 });
    expect((await other.session()).status).to.equal('signed-out');
    expect((await finish(other, codeAt(secret, clock))).status).to.equal(401);
    await other.signIn('ann.example', 'ferry over calm water');
    expect((await finish(other, codeAt(secret, clock))).status).to.equal(200);
  });

  it('is another session than the one before the password', async () => {
    const { browser } = await openWithApp(mychart);
    const before = await browser.session();
    const after = sessionOf(await browser.signIn('ann.example'));
    expect(after.csrfToken).not.to.equal(before.csrfToken);
  });
});
