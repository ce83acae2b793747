import { expect } from 'chai';
import type { SessionAnswer, SignedIn } from '../../../src/contract/account/session.js';
import { MemoryPersistence } from '../../../mocks/db/memory-persistence.js';
import { createFetch } from '../../../mocks/fetch.js';
import type { CookieJar } from '../../../mocks/handlers/http/cookies.js';
import { policies } from '../../../stories/fixtures/support/policies.js';
import { Browser, openPortal, problemOf, sessionOf, signedInOf } from '../../support/portal.js';

for (const policy of policies) {
  const { idleMinutes } = policy.session;
  const limit = idleMinutes * 60;

  describe(`session.idle-logout under ${policy.id}`, () => {
    const signedIn = async () => {
      const portal = await openPortal({ policy });
      await portal.browser.signIn('ann.example');
      return portal;
    };

    it(`holds ${idleMinutes - 1}:59 after the last activity`, async () => {
      const { browser, clock } = await signedIn();
      clock.advance({ seconds: limit - 1 });
      expect(await browser.session()).to.deep.include({
        status: 'signed-in',
        idle: { limitSeconds: limit, remainingSeconds: 1 },
      });
      expect((await browser.search('ann')).status).to.equal(200);
    });

    for (const [time, over] of [
      [`${idleMinutes}:00`, 0],
      [`${idleMinutes}:01`, 1],
    ] as const) {
      it(`is over ${time} after it`, async () => {
        const { browser, clock } = await signedIn();
        clock.advance({ seconds: limit + over });
        const answer = await browser.search('ann');
        expect(answer.status).to.equal(401);
        expect(answer.headers['www-authenticate']).to.equal(`Portal realm="${policy.id}"`);
        expect(problemOf(answer)).to.deep.include({
          type: 'urn:portal-widgets:problem:signed-out',
          rule: 'session.idle-logout',
          next: [{ action: 'sign-in' }],
        });
      });
    }

    it('is told to every tab, as long as nobody signs in again', async () => {
      const { browser, clock } = await signedIn();
      clock.advance({ minutes: idleMinutes });
      for (let tab = 0; tab < 3; tab += 1) {
        expect(await browser.session()).to.include({ status: 'signed-out', ended: 'idle' });
        expect(problemOf(await browser.search('ann')).rule).to.equal('session.idle-logout');
      }
      expect((await browser.signIn('ann.example')).status).to.equal(200);
    });

    it('does not come back, even if the clock does', async () => {
      const { browser, clock } = await signedIn();
      clock.advance({ minutes: idleMinutes });
      await browser.session();
      clock.advance({ minutes: -1 });
      expect((await browser.session()).status).to.equal('signed-out');
    });

    it('counts from the last request that did what it asked', async () => {
      const { browser, clock } = await signedIn();
      clock.advance({ seconds: limit - 1 });
      await browser.search('ann');
      clock.advance({ seconds: limit - 1 });
      expect((await browser.search('ann')).status).to.equal(200);
    });

    it('counts no refused request, and no look at the session', async () => {
      const { browser, clock } = await signedIn();
      clock.advance({ seconds: limit - 1 });
      await browser.session();
      await browser.search('no-such-record');
      await browser.search('ann', { limit: 'many' });
      clock.advance({ seconds: 1 });
      expect((await browser.search('ann')).status).to.equal(401);
    });
  });

  describe(`keeping a session alive under ${policy.id}`, () => {
    it('moves the end by the time of the last input', async () => {
      const { browser, clock } = await openPortal({ policy });
      await browser.signIn('ann.example');
      clock.advance({ seconds: 100 });
      const answer = await browser.write('PUT', '/session/activity', { idleSeconds: 30 });
      expect(answer.status).to.equal(200);
      expect(signedInOf(answer).idle.remainingSeconds).to.equal(limit - 30);
      clock.advance({ seconds: limit - 31 });
      expect((await browser.session()).status).to.equal('signed-in');
      clock.advance({ seconds: 1 });
      expect((await browser.session()).status).to.equal('signed-out');
    });

    it('never moves it back', async () => {
      const { browser, clock } = await openPortal({ policy });
      await browser.signIn('ann.example');
      clock.advance({ seconds: 10 });
      const answer = await browser.write('PUT', '/session/activity', { idleSeconds: 86_400 });
      expect(signedInOf(answer).idle.remainingSeconds).to.equal(limit - 10);
    });

    it('is too late once the session is over', async () => {
      const { browser, clock } = await openPortal({ policy });
      await browser.signIn('ann.example');
      clock.advance({ minutes: idleMinutes });
      const answer = await browser.write('PUT', '/session/activity', { idleSeconds: 0 });
      expect(problemOf(answer).rule).to.equal('session.idle-logout');
    });
  });
}

describe('a session of nobody', () => {
  it('has a token, the same each time', async () => {
    const { browser } = await openPortal();
    const first = await browser.session();
    expect(first).to.include({ status: 'signed-out', ended: null });
    expect(first.csrfToken).to.match(/^[\w-]{43}$/); // 256 bits
    expect(await browser.session()).to.deep.equal(first);
  });

  it('opens no record', async () => {
    const { browser } = await openPortal();
    for (const answer of [
      await browser.search('ann'),
      (await browser.session(), await browser.search('ann')),
      await browser.write('PUT', '/session/activity', { idleSeconds: 0 }),
    ]) {
      expect(answer.status).to.equal(401);
      expect(answer.headers).to.include.keys('www-authenticate');
      const { type, rule, next } = problemOf(answer);
      expect(type).to.equal('urn:portal-widgets:problem:signed-out');
      expect(rule).to.equal(undefined);
      expect(next).to.deep.equal([{ action: 'sign-in' }]);
    }
  });

  it('is forgotten after a day', async () => {
    const { backend, clock } = await openPortal();
    for (let n = 0; n < 5; n += 1) await new Browser(backend).session();
    clock.advance({ days: 1 });
    await new Browser(backend).session();
    expect(backend.db.tables.sessions.size).to.equal(1);
  });
});

describe('signing out', () => {
  it('ends the session on the server, in every tab of the browser', async () => {
    const { backend } = await openPortal();
    const here = new Browser(backend, { browser: 'laptop' });
    const there = new Browser(backend, { browser: 'laptop' });
    await here.signIn('ann.example');
    await there.session();
    const answer = await here.send('DELETE', '/session');
    expect(answer).to.deep.include({ status: 204, text: '' });
    expect((await there.search('ann')).status).to.equal(401);
    expect(await there.session()).to.include({ status: 'signed-out', ended: 'sign-out' });
  });

  it('leaves other browsers signed in', async () => {
    const { backend, browser } = await openPortal();
    const phone = new Browser(backend);
    await browser.signIn('ann.example');
    await phone.signIn('ann.example');
    await browser.send('DELETE', '/session');
    expect((await phone.search('ann')).status).to.equal(200);
  });

  it('succeeds again, and where there is no session', async () => {
    const { backend, browser } = await openPortal();
    await browser.signIn('ann.example');
    for (let n = 0; n < 2; n += 1) {
      expect((await browser.send('DELETE', '/session')).status).to.equal(204);
    }
    expect((await new Browser(backend).send('DELETE', '/session')).status).to.equal(204);
  });

  it('remembers that the idle limit came first', async () => {
    const { browser, clock } = await openPortal();
    await browser.signIn('ann.example');
    clock.advance({ hours: 1 });
    await browser.send('DELETE', '/session');
    expect(await browser.session()).to.include({ ended: 'idle' });
  });
});

describe('the session cookie', () => {
  /** A jar that the test can look into and put cookies into. */
  class OpenJar implements CookieJar {
    cookie: string | null = null;
    readonly given: string[] = [];
    read = () => this.cookie;
    keep = (_: unknown, setCookie: string) => {
      this.given.push(setCookie);
      this.cookie = setCookie.split(';')[0] ?? null;
    };
  }

  const openJar = async (origin: string) => {
    const { backend } = await openPortal({ baseUrl: `${origin}/api` });
    const jar = new OpenJar();
    const browsing = { ...backend, handlers: () => backend.handlers(jar) };
    return { jar, fetch: createFetch(browsing, { origin }) };
  };
  const json = { 'Content-Type': 'application/json' };
  const credentials = JSON.stringify({ username: 'ann.example', password: 'a right password' });

  it('is out of reach for scripts and for other sites, and encrypted where the portal is', async () => {
    const secure = await openJar('https://portal.example');
    await secure.fetch('https://portal.example/api/session');
    expect(secure.jar.given).to.have.lengthOf(1);
    expect(secure.jar.given[0]).to.match(
      /^portal_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
    const local = await openJar('http://localhost');
    await local.fetch('http://localhost/api/session');
    expect(local.jar.given[0]).to.match(/; SameSite=Lax$/);
  });

  it('is another one after signing in, and so is the token', async () => {
    const { jar, fetch } = await openJar('https://portal.example');
    const address = 'https://portal.example/api/session';
    const read = async () => (await (await fetch(address)).json()) as SignedIn;
    const before = await read();
    const planted = jar.cookie;
    const headers = { ...json, 'X-CSRF-Token': before.csrfToken };
    const answer = await fetch(address, { method: 'POST', headers, body: credentials });
    expect(answer.status).to.equal(200);
    expect(jar.cookie).not.to.equal(planted);
    const after = await read();
    expect(after.status).to.equal('signed-in');
    expect(after.csrfToken).not.to.equal(before.csrfToken);

    jar.cookie = planted;
    expect((await read()).status).to.equal('signed-out');
  });

  it('of whoever was signed in before is worth nothing after the next one signs in', async () => {
    const { jar, fetch } = await openJar('https://portal.example');
    const address = 'https://portal.example/api/session';
    const signIn = async () => {
      const { csrfToken } = (await (await fetch(address)).json()) as SignedIn;
      const headers = { ...json, 'X-CSRF-Token': csrfToken };
      await fetch(address, { method: 'POST', headers, body: credentials });
      return jar.cookie;
    };
    const first = await signIn();
    await signIn();
    jar.cookie = first;
    const { status } = (await (await fetch(address)).json()) as SessionAnswer;
    expect(status).to.equal('signed-out');
  });

  it('is found among others, and is worth nothing if it was never given', async () => {
    const { jar, fetch } = await openJar('https://portal.example');
    await fetch('https://portal.example/api/session');
    jar.cookie = `theme=dark; ${jar.cookie}; portal_session_old=1`;
    await fetch('https://portal.example/api/session');
    expect(jar.given).to.have.lengthOf(1);
    jar.cookie = 'portal_session=guessed';
    await fetch('https://portal.example/api/session');
    expect(jar.given).to.have.lengthOf(2);
  });

  it('is neither sent nor kept by a request without credentials', async () => {
    const { browser } = await openPortal();
    await browser.signIn('ann.example');
    const answer = await browser.send('GET', '/session', { credentials: 'omit' });
    expect(sessionOf(answer).status).to.equal('signed-out');
    expect((await browser.session()).status).to.equal('signed-in');
  });
});

describe('a request that another site forged', () => {
  const forged = async (
    send: (
      browser: Browser,
    ) => Promise<{ status: number; text: string; headers: Readonly<Record<string, string>> }>,
  ) => {
    const { browser } = await openPortal();
    await browser.signIn('ann.example');
    const token = browser.csrfToken;
    for (const wrong of ['', 'x', token.slice(1), `${token} x`]) {
      browser.csrfToken = wrong;
      const answer = await send(browser);
      expect(answer.status).to.equal(403);
      expect(problemOf(answer)).to.deep.include({
        type: 'urn:portal-widgets:problem:forged-request',
        next: [{ action: 'try-again' }],
      });
    }
    expect((await browser.session()).status, 'nothing was done').to.equal('signed-in');
  };

  it('cannot sign out', () => forged((browser) => browser.send('DELETE', '/session')));
  it('cannot sign in as somebody else', () =>
    forged((browser) =>
      browser.write('POST', '/session', { username: 'bob.example', password: 'a right password' }),
    ));
  it('cannot search', () => forged((browser) => browser.search('ann')));
  it('cannot keep a session alive', () =>
    forged((browser) => browser.write('PUT', '/session/activity', { idleSeconds: 0 })));

  it('needs no session to be refused: without a cookie no token is right', async () => {
    const { browser } = await openPortal();
    const answer = await browser.write('POST', '/session', {
      username: 'ann.example',
      password: 'a right password',
    });
    expect(problemOf(answer).type).to.equal('urn:portal-widgets:problem:forged-request');
  });

  it('counts no wrong password', async () => {
    const { browser } = await openPortal();
    await browser.session();
    browser.csrfToken = 'x';
    for (let n = 0; n < 6; n += 1) await browser.signIn('ann.example', 'wrong');
    await browser.session();
    expect((await browser.signIn('ann.example')).status).to.equal(200);
  });
});

describe('a reload of the whole backend', () => {
  it('keeps who is signed in, and what was counted', async () => {
    const persistence = new MemoryPersistence();
    const before = await openPortal({ persistence });
    const browser = new Browser(before.backend, { browser: 'laptop' });
    for (let n = 0; n < 3; n += 1) await browser.signIn('bob.example', 'wrong');
    await browser.signIn('ann.example');

    const after = await openPortal({ persistence });
    const reloaded = new Browser(after.backend, { browser: 'laptop' });
    expect(await reloaded.session()).to.deep.include({ status: 'signed-in' });
    expect(problemOf(await reloaded.signIn('bob.example', 'wrong')).attemptsLeft).to.equal(1);
  });
});
