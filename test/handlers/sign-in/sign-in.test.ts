import { expect } from 'chai';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { lakeside, policies } from '../../../stories/fixtures/support/policies.js';
import { Browser, openPortal, problemOf, signedInOf } from '../../support/portal.js';
import { makePerson, password } from '../../support/sample-people.js';

describe('signing in', () => {
  it('opens the own record', async () => {
    const { browser } = await openPortal();
    const answer = await browser.signIn('ann.example');
    expect(answer.status).to.equal(200);
    const { account, subjects } = signedInOf(answer);
    expect(account.displayName).to.equal('Ann Example');
    expect(subjects).to.deep.equal([
      { id: 'ann', displayName: 'Ann Example', relationship: 'self', access: 'full' },
    ]);
  });

  it('takes the username in any letter case, and with space around it', async () => {
    const { browser } = await openPortal();
    expect((await browser.signIn('  ANN.example ')).status).to.equal(200);
  });

  it('takes the password only as it is', async () => {
    const { browser } = await openPortal();
    for (const wrong of [password.toUpperCase(), `${password} `, password.slice(1)]) {
      expect((await browser.signIn('ann.example', wrong)).status).to.equal(401);
    }
  });
});

for (const policy of policies) {
  const { maxAttempts } = policy.login;

  describe(`login.lockout under ${policy.id}`, () => {
    const open = () =>
      openPortal({ policy: { ...policy, login: { ...policy.login, requestsPerMinute: 1000 } } });

    it(`locks at wrong password ${maxAttempts}, not before`, async () => {
      const { browser } = await open();
      for (let left = maxAttempts - 1; left > 0; left -= 1) {
        const answer = await browser.signIn('ann.example', 'wrong');
        expect(answer.status).to.equal(401);
        expect(problemOf(answer)).to.include({ rule: 'login.no-hints', attemptsLeft: left });
      }
      for (const attempt of [maxAttempts, maxAttempts + 1]) {
        const answer = await browser.signIn('ann.example', 'wrong');
        expect(answer.status, `attempt ${attempt}`).to.equal(401);
        expect(problemOf(answer)).to.include({ rule: 'login.lockout', attemptsLeft: 0 });
      }
    });

    it('refuses the right password of a locked account', async () => {
      const { browser } = await open();
      for (let n = 0; n < maxAttempts; n += 1) await browser.signIn('ann.example', 'wrong');
      expect(problemOf(await browser.signIn('ann.example')).rule).to.equal('login.lockout');
      expect((await browser.session()).status).to.equal('signed-out');
    });

    it('accepts the right password as the last try, and counts anew after it', async () => {
      const { browser } = await open();
      for (let round = 0; round < 2; round += 1) {
        for (let n = 1; n < maxAttempts; n += 1) await browser.signIn('ann.example', 'wrong');
        expect((await browser.signIn('ann.example')).status, `round ${round}`).to.equal(200);
      }
    });

    it('unlocks by no time', async () => {
      const { browser, clock } = await open();
      for (let n = 0; n < maxAttempts; n += 1) await browser.signIn('ann.example', 'wrong');
      clock.advance({ days: 400 });
      expect(problemOf(await browser.signIn('ann.example')).rule).to.equal('login.lockout');
    });

    it('counts from every browser, however the username is written', async () => {
      const { backend, browser } = await open();
      const spellings = ['ann.example', 'ANN.EXAMPLE', ' Ann.Example '];
      for (let n = 1; n < maxAttempts; n += 1) {
        await new Browser(backend).signIn(spellings[n % 3] ?? '', 'wrong');
      }
      expect(problemOf(await browser.signIn('Ann.example', 'wrong')).rule).to.equal(
        'login.lockout',
      );
    });

    it('locks nobody else', async () => {
      const { browser } = await open();
      for (let n = 0; n < maxAttempts; n += 1) await browser.signIn('ann.example', 'wrong');
      expect((await browser.signIn('bob.example')).status).to.equal(200);
    });
  });

  describe(`login.no-hints under ${policy.id}`, () => {
    it('answers an unknown username as a known one, byte for byte, at each count', async () => {
      const { backend } = await openPortal({ policy });
      const known = new Browser(backend);
      const unknown = new Browser(backend);
      for (let n = 0; n < maxAttempts + 2; n += 1) {
        const answer = await known.signIn('ann.example', 'wrong');
        expect(answer).to.deep.equal(await unknown.signIn('no.body', 'wrong'));
      }
    });
  });
}

describe('the work behind a refusal', () => {
  it('is the same for known, unknown and locked usernames', async () => {
    const { backend } = await openPortal({ policy: lakeside }); // 3 wrong ones lock
    const derive = Object.getOwnPropertyDescriptor(SubtleCrypto.prototype, 'deriveBits');
    if (!derive) throw new Error('There is no WebCrypto here.');
    const rounds: unknown[] = [];
    Object.defineProperty(SubtleCrypto.prototype, 'deriveBits', {
      ...derive,
      value(this: SubtleCrypto, ...args: Parameters<SubtleCrypto['deriveBits']>) {
        rounds.push((args[0] as Pbkdf2Params).iterations);
        return Reflect.apply(derive.value as SubtleCrypto['deriveBits'], this, args);
      },
    });
    try {
      for (const username of ['ann.example', 'no.body']) {
        for (let n = 0; n < 4; n += 1) await new Browser(backend).signIn(username, 'wrong');
      }
    } finally {
      Object.defineProperty(SubtleCrypto.prototype, 'deriveBits', derive);
    }
    expect(rounds).to.deep.equal([10, 10, 10, 10, 10, 10, 10, 10]);
  });
});

describe('login.unlock', () => {
  const waysOut = {
    mychart: ['call-support-line', 'reset-password'],
    mycooper: ['call-office'],
    lakeside: ['reset-password', 'call-office', 'call-support-line'],
  };
  for (const policy of [mychart, mycooper, lakeside]) {
    it(`says the way out of ${policy.id}`, async () => {
      const person = makePerson('ann', 'ann.example');
      const locked = { username: 'ann.example', password, locked: true };
      const { browser } = await openPortal({ policy, people: [{ ...person, account: locked }] });
      const { rule, next } = problemOf(await browser.signIn('ann.example'));
      expect(rule).to.equal('login.lockout');
      expect(next.map(({ action }) => action)).to.deep.equal(
        waysOut[policy.id as keyof typeof waysOut],
      );
    });
  }

  it('is asked of the policy in force now, and a lock outlives a change of policy', async () => {
    const { backend, browser } = await openPortal({ policy: lakeside });
    for (let n = 0; n < 3; n += 1) await browser.signIn('ann.example', 'wrong');
    await backend.setPolicy(mycooper);
    const { rule, next } = problemOf(await browser.signIn('ann.example'));
    expect(rule).to.equal('login.lockout');
    expect(next).to.deep.equal([{ action: 'call-office' }]);
  });
});

describe('too many sign-in requests', () => {
  const { requestsPerMinute } = lakeside.login;

  it('are refused until the first of them is a minute old, and say when', async () => {
    const { browser, clock } = await openPortal({ policy: lakeside });
    for (let n = 0; n < requestsPerMinute; n += 1) {
      expect((await browser.signIn(`user.${n}`, 'wrong')).status).to.equal(401);
      clock.advance({ seconds: 1 });
    }
    const refused = await browser.signIn('ann.example');
    expect(refused.status).to.equal(429);
    expect(refused.headers['retry-after']).to.equal(String(60 - requestsPerMinute));
    expect(problemOf(refused)).to.deep.include({
      type: 'urn:portal-widgets:problem:too-many-requests',
      next: [{ action: 'wait', at: '2026-03-02T15:01:00.000Z' }],
    });
    clock.set('2026-03-02T15:00:59.999Z');
    expect((await browser.signIn('ann.example')).status).to.equal(429);
    clock.set('2026-03-02T15:01:00Z');
    expect((await browser.signIn('ann.example')).status).to.equal(200);
  });

  it('are counted for each browser, across its sign-ins', async () => {
    const { backend, browser } = await openPortal({ policy: lakeside });
    for (let n = 0; n < requestsPerMinute; n += 1) await browser.signIn('ann.example');
    expect((await browser.signIn('ann.example')).status).to.equal(429);
    expect((await new Browser(backend).signIn('ann.example')).status).to.equal(200);
  });
});

describe('login.cookies-required', () => {
  it('refuses whoever got a token but sends no cookie back', async () => {
    const { backend } = await openPortal();
    const browser = new Browser(backend, { cookies: false });
    const answer = await browser.signIn('ann.example');
    expect(answer.status).to.equal(403);
    expect(problemOf(answer)).to.deep.include({
      rule: 'login.cookies-required',
      next: [{ action: 'enable-cookies' }],
    });
  });

  it('is not said of a cookie whose session is gone: another one is had by asking', async () => {
    const { backend, clock, browser } = await openPortal();
    const lost = async () => {
      backend.faults.set('signIn', { outcome: 'lost' });
      await browser.signIn('ann.example').catch(() => undefined);
      backend.faults.clear();
    };
    const leftOpen = async () => {
      clock.advance({ hours: 25 });
      await new Browser(backend).session();
    };
    const restarted = () => backend.reset();
    for (const loseSession of [lost, leftOpen, restarted]) {
      await browser.session();
      await loseSession();
      const answer = await browser.signIn('ann.example');
      expect(problemOf(answer).type, loseSession.name).to.equal(
        'urn:portal-widgets:problem:forged-request',
      );
      await browser.session();
      expect((await browser.signIn('ann.example')).status, loseSession.name).to.equal(200);
      await browser.send('DELETE', '/session');
    }
  });
});
