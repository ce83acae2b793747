import { expect } from 'chai';
import { hashOfNobody } from '../../../mocks/password-hash.js';
import { mychart } from '../../../src/policy/mychart.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { Browser, openPortal, problemOf, refusalOf, type Answer } from '../../support/portal.js';
import { password } from '../../support/sample-people.js';

const often: PortalPolicy = { ...mychart, login: { ...mychart.login, requestsPerMinute: 1000 } };
const fresh = 'ferry over calm water';

const gate = () => {
  let resolve: (() => void) | undefined;
  const passed = new Promise<void>((open) => (resolve = open));
  return { passed, open: () => resolve?.() };
};

/** Has every hash wait until it is released: as long as it takes, nobody else waits for it. */
const holdHashes = () => {
  const derive = Object.getOwnPropertyDescriptor(SubtleCrypto.prototype, 'deriveBits');
  if (!derive) throw new Error('There is no WebCrypto here.');
  const released = gate();
  const begun = gate();
  let count = 0;
  Object.defineProperty(SubtleCrypto.prototype, 'deriveBits', {
    ...derive,
    async value(this: SubtleCrypto, ...args: Parameters<SubtleCrypto['deriveBits']>) {
      count += 1;
      begun.open();
      await released.passed;
      return Reflect.apply(derive.value as SubtleCrypto['deriveBits'], this, args);
    },
  });
  return {
    /** One has begun. */
    begun: begun.passed,
    count: () => count,
    release() {
      Object.defineProperty(SubtleCrypto.prototype, 'deriveBits', derive);
      released.open();
    },
  };
};

const open = async (policy = often) => {
  const portal = await openPortal({ policy });
  const browserOf = async () => {
    const browser = new Browser(portal.backend);
    await browser.session();
    return browser;
  };
  return { ...portal, browserOf };
};

describe('the hashing of passwords', () => {
  let held: ReturnType<typeof holdHashes> | undefined;
  afterEach(() => {
    held?.release();
    held = undefined;
  });
  const hold = () => (held = holdHashes());

  it('of 20 sign-ins keeps no list waiting', async () => {
    const { browser, browserOf } = await open();
    await browser.signIn('bob.example');
    const others = await Promise.all(Array.from({ length: 20 }, browserOf));
    const hashes = hold();
    const signIns = others.map((each) => each.signIn('ann.example'));
    await hashes.begun;
    expect((await browser.search('bob')).status).to.equal(200);
    hashes.release();
    for (const { status } of await Promise.all(signIns)) expect(status).to.equal(200);
  });

  it('of what is done once for each key keeps nobody waiting', async () => {
    const { browser, browserOf } = await open();
    await browser.signIn('bob.example');
    const other = await browserOf();
    const hashes = hold();
    const asked = other.create('/account/password-resets', { username: 'ann.example' });
    await hashes.begun;
    expect((await browser.search('bob')).status).to.equal(200);
    hashes.release();
    expect((await asked).status).to.equal(200);
  });

  it('is done for no more tries than one browser may make (login.requestsPerMinute)', async () => {
    const { backend } = await openPortal({ policy: mychart });
    const browser = new Browser(backend);
    await browser.session();
    const hashes = hold();
    const tries = Array.from({ length: 100 }, () => browser.signIn('nobody', 'wrong'));
    await hashes.begun;
    hashes.release();
    const answers = await Promise.all(tries);
    const limited = answers.filter(({ status }) => status === 429);
    expect(limited).to.have.length(100 - mychart.login.requestsPerMinute);
    expect(hashes.count()).to.be.at.most(mychart.login.requestsPerMinute);
  });

  describe('and what happens meanwhile', () => {
    it('counts each of many wrong passwords once, and locks at the last (login.lockout)', async () => {
      const { browserOf } = await open();
      const browsers = await Promise.all(Array.from({ length: 12 }, browserOf));
      const answers = await Promise.all(browsers.map((each) => each.signIn('ann.example', 'no')));
      const left = answers.map((answer) => problemOf(answer).attemptsLeft ?? -1);
      expect(left.sort((a, b) => b - a)).to.deep.equal([4, 3, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    });

    it('lets no right one in that was begun before the account locked', async () => {
      const { browserOf } = await open();
      const right = await browserOf();
      const wrong = await Promise.all(Array.from({ length: 5 }, browserOf));
      const hashes = hold();
      const guesses = wrong.map((each) => each.signIn('ann.example', 'no'));
      await hashes.begun;
      const late = right.signIn('ann.example');
      hashes.release();
      await Promise.all(guesses);
      expect(refusalOf(await late).rule).to.equal('login.lockout');
    });

    it('takes no password that is another one by then', async () => {
      const { browser, browserOf, backend } = await open();
      await browser.signIn('ann.example');
      const late = await browserOf();
      const hashes = hold();
      const signedIn = late.signIn('ann.example');
      await hashes.begun;
      // As by another server on the same data: the hash of the one before is under way.
      await backend.db.transact((tables) => {
        const [ann] = tables.accounts.by('username', 'ann.example');
        const [bob] = tables.accounts.by('username', 'bob.example');
        if (!ann || !bob) throw new Error('Nobody is there.');
        tables.accounts.put({ ...ann, passwordHash: hashOfNobody(10) });
      });
      hashes.release();
      expect(refusalOf(await signedIn).rule).to.equal('login.no-hints');
    });

    it('changes a password once, of two who give the current one', async () => {
      const { browser, browserOf } = await open();
      const other = await browserOf();
      await browser.signIn('ann.example');
      await other.signIn('ann.example');
      const change = (each: Browser, next: string): Promise<Answer> =>
        each.write(
          'PUT',
          '/account/password',
          { currentPassword: password, password: next },
          { 'Idempotency-Key': crypto.randomUUID() },
        );
      const answers = await Promise.all([change(browser, fresh), change(other, `${fresh} 2`)]);
      expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 401]);
      const signedIn = await Promise.all(
        [fresh, `${fresh} 2`, password].map(
          async (typed) => (await (await browserOf()).signIn('ann.example', typed)).status,
        ),
      );
      expect(signedIn.filter((status) => status === 200)).to.have.length(1);
    });

    it('sends one letter for one key, however often it comes at once', async () => {
      const { backend, browserOf } = await open();
      const browser = await browserOf();
      const answers = await Promise.all(
        Array.from({ length: 8 }, () =>
          browser.create(
            '/account/password-resets',
            { username: 'ann.example' },
            'one-and-the-same',
          ),
        ),
      );
      expect(new Set(answers.map(({ status }) => status))).to.deep.equal(new Set([200]));
      expect(backend.db.tables.emails.size).to.equal(1);
    });
  });
});
