import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { readPolicy, startServer } from '../../mocks/server/index.js';
import { problem } from '../../src/contract/problems.js';
import type { SignedIn } from '../../src/contract/session.js';
import { lakeside } from '../../stories/fixtures/support/policies.js';
import { HttpBrowser, json, openServer, problemOf } from './support/http-portal.js';

describe('a session over HTTP', () => {
  it('is kept by a cookie that scripts and other sites cannot use', async (t) => {
    const { server } = await openServer(t);
    const [cookie = ''] = (await fetch(`${server.address}/session`)).headers.getSetCookie();
    assert.match(cookie, /^portal_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('belongs to the browser that signed in, and gets a new id with it', async (t) => {
    const { browser, server } = await openServer(t);
    await browser.session();
    const before = browser.cookie;
    assert.equal((await browser.signIn()).status, 200);
    assert.notEqual(browser.cookie, before);
    assert.equal((await browser.session()).status, 'signed-in');
    assert.equal((await new HttpBrowser(server.address).session()).status, 'signed-out');
  });

  it('shows the record: path, query and body reach the backend', async (t) => {
    const { browser } = await openServer(t);
    const { subjects } = await json<SignedIn>(await browser.signIn());
    assert.equal(subjects[0]?.id, 'ann');
    const found = await browser.write('POST', '/patients/ann/results/search', { text: 'panel' });
    assert.equal((await json<{ total: number }>(found)).total, 1);
    assert.equal((await browser.send('GET', '/patients/ann/results/report')).status, 200);
  });

  it('changes nothing for a request that does not know its token', async (t) => {
    const { browser } = await openServer(t);
    await browser.signIn();
    for (const token of ['', 'forged']) {
      const answer = await browser.send('DELETE', '/session', {
        headers: { 'X-CSRF-Token': token },
      });
      assert.equal(answer.status, 403);
      assert.match((await problemOf(answer)).type, /forged-request$/);
    }
    assert.equal((await browser.session()).status, 'signed-in');
    const answer = await browser.send('DELETE', '/session');
    assert.equal(answer.status, 204);
    assert.equal(await answer.text(), '');
  });
});

describe('a passkey over HTTP', () => {
  it('is for a page on the web: from another one it is refused, and nothing fails', async (t) => {
    const { browser } = await openServer(t);
    await browser.session();
    const challenge = (Origin: string) =>
      browser.send('POST', '/session/passkey/challenge', { headers: { Origin } });
    for (const origin of ['null', 'garbage', 'file://', 'https://', 'data:text/html,x']) {
      const answer = await challenge(origin);
      assert.equal(answer.status, 403, origin);
      assert.match((await problemOf(answer)).type, /forged-request$/);
    }
    const { rpId } = await json<{ rpId: string }>(await challenge('https://portal.example.org'));
    assert.equal(rpId, 'portal.example.org');
  });
});

describe('the lockout over HTTP (login.lockout)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'policy-'));
  const file = join(folder, 'lakeside.json');
  const { password, support } = lakeside;
  const policy = {
    ...lakeside,
    password: { ...password, lockedReset: true },
    support: { ...support, phone: '1-555-555-0100' },
  };
  writeFileSync(file, JSON.stringify(policy));
  after(() => rmSync(folder, { recursive: true }));

  for (const [source, attempts, way] of [
    ['mychart', 5, 'call-support-line'],
    ['mycooper', 5, 'call-office'],
    [file, 3, 'reset-password'],
  ] as const) {
    it(`${source.replace(folder, '')}: at wrong password ${attempts}, not before`, async (t) => {
      const { browser } = await openServer(t, { policy: await readPolicy(source) });
      for (let n = 1; n < attempts; n += 1) await browser.signIn('ann.example', 'wrong');
      assert.equal((await browser.signIn()).status, 200);

      for (let n = 1; n < attempts; n += 1) {
        const { rule, attemptsLeft } = await problemOf(
          await browser.signIn('ann.example', 'wrong'),
        );
        assert.deepEqual([rule, attemptsLeft], ['login.no-hints', attempts - n]);
      }
      const locked = await browser.signIn('ann.example', 'wrong');
      assert.equal(locked.status, 401);
      assert.equal(locked.headers.get('content-type'), 'application/problem+json');
      const { rule, next } = await problemOf(locked);
      assert.deepEqual([rule, next[0]?.action], ['login.lockout', way]);
      assert.equal((await problemOf(await browser.signIn())).rule, 'login.lockout');
    });
  }
});

describe('methods that are none of the contract', () => {
  it('HEAD is a GET without its body', async (t) => {
    const { browser, server } = await openServer(t);
    await browser.session();
    const { headers: wanted } = await browser.send('GET', '/session');
    const answer = await browser.send('HEAD', '/session');
    assert.equal(answer.status, 200);
    assert.equal(await answer.text(), '');
    for (const name of ['content-type', 'content-length', 'cache-control']) {
      assert.equal(answer.headers.get(name), wanted.get(name), name);
    }
    assert.equal((await fetch(`${server.address}/nothing`, { method: 'HEAD' })).status, 404);
  });

  it('OPTIONS tells which methods there are, as 405 does', async (t) => {
    const { browser } = await openServer(t);
    const options = await browser.send('OPTIONS', '/session');
    assert.equal(options.status, 204);
    assert.equal(options.headers.get('cache-control'), 'no-store');
    assert.equal(options.headers.get('allow'), 'GET, HEAD, POST, DELETE, OPTIONS');
    const patch = await browser.send('PATCH', '/session');
    assert.equal(patch.status, 405);
    assert.equal(patch.headers.get('allow'), 'GET, HEAD, POST, DELETE, OPTIONS');
    assert.equal((await browser.send('OPTIONS', '/nothing')).status, 404);
  });

  it('what HTTP clients must not send is refused', async (t) => {
    const { server } = await openServer(t);
    const { response } = raw(server.address, { method: 'TRACE', path: '/api/session' });
    assert.equal((await response).statusCode, 400);
  });
});

describe('what is no request', () => {
  for (const [what, text, status] of [
    ['words', 'words\r\n\r\n', 400],
    ['a header without a name', 'GET /api/session HTTP/1.1\r\n: x\r\n\r\n', 400],
    ['20 KiB of headers', `GET / HTTP/1.1\r\nX-Long: ${'x'.repeat(20_480)}\r\n\r\n`, 431],
  ] as const) {
    it(`is answered with problem details: ${what}`, async (t) => {
      const { server } = await openServer(t);
      const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
      socket.write(text);
      let answer = '';
      for await (const chunk of socket as AsyncIterable<Buffer>) answer += chunk.toString();
      const [head = '', body = ''] = answer.split('\r\n\r\n');
      assert.match(head, new RegExp(`^HTTP/1\\.1 ${status} `));
      assert.match(head, /^Content-Type: application\/problem\+json$/m);
      assert.match(head, /^Cache-Control: no-store$/m);
      assert.equal(z.parse(problem, JSON.parse(body)).status, status);
    });
  }
});

describe('an address outside of the base', () => {
  it('is not found, and the answer says where to look', async (t) => {
    const { server, browser } = await openServer(t, { baseUrl: '/portal/v1/' });
    assert.match(server.address, /^http:\/\/localhost:\d+\/portal\/v1$/);
    assert.equal((await browser.session()).status, 'signed-out');
    for (const path of ['/', '/portal/v1', '/session', '//elsewhere.example/portal/v1/session']) {
      const { response } = raw(server.address, { path });
      const { statusCode, headers } = await response;
      assert.equal(statusCode, 404, path);
      assert.equal(headers['content-type'], 'application/problem+json');
    }
    const { detail } = await problemOf(await fetch(new URL('/', server.address)));
    assert.match(detail, /under \/portal\/v1\/\.$/);
  });

  it('may be written in full, and is refused when it is none', async (t) => {
    const { server } = await openServer(t);
    const statusOf = async (path: string) =>
      (await raw(server.address, { path }).response).statusCode;
    assert.equal(await statusOf('http://portal.example/api/session'), 200);
    assert.equal(await statusOf('*'), 400);
    const { response } = raw(server.address, { method: 'OPTIONS', path: '*' });
    assert.equal((await response).statusCode, 204);
  });
});

describe('a body', () => {
  it('of more than 1 MiB is refused, and the connection stays good', async (t) => {
    const { browser } = await openServer(t);
    await browser.session();
    for (const megabytes of [1, 8]) {
      const answer = await browser.write('POST', '/session', 'x'.repeat(megabytes * 2 ** 20));
      assert.equal(answer.status, 413);
    }
    assert.equal((await browser.signIn()).status, 200);
  });

  it('that never ends is waited for no longer than allowed', async (t) => {
    const { server } = await openServer(t, { requestTimeout: 100 });
    const { response, sending } = raw(server.address, signInHead(50));
    sending.write('{"username":');
    assert.equal((await response).statusCode, 408);
  });

  it('that is broken off halfway leaves no trace', async (t) => {
    const { backend, server, browser } = await openServer(t);
    const session = await browser.session();
    const { response, sending } = raw(server.address, signInHead(50, browser));
    await once(sending, 'continue');
    sending.write('{"username":');
    sending.destroy();
    await assert.rejects(response);
    assert.deepEqual(await browser.session(), session);
    assert.equal(backend.db.tables.signInAttempts.size, 0);
  });
});

describe('a fault', () => {
  it('of the network ends the connection without an answer', async (t) => {
    const { backend, browser } = await openServer(t);
    await browser.session();
    backend.faults.set('signIn', { outcome: 'offline' });
    await assert.rejects(browser.signIn(), TypeError);
    assert.equal(backend.db.tables.signInAttempts.size, 0);
    backend.faults.set('signIn', { outcome: 'lost' });
    await assert.rejects(browser.signIn('ann.example', 'wrong'), TypeError);
    assert.equal(backend.db.tables.signInAttempts.get('ann.example')?.failures, 1);
    backend.faults.clear();
    assert.equal((await browser.signIn()).status, 200);
  });

  it('of the backend is answered as such', async (t) => {
    const { backend, browser } = await openServer(t);
    for (const [outcome, status] of [
      ['internal', 500],
      ['unavailable', 503],
    ] as const) {
      backend.faults.set('getSession', { outcome });
      assert.equal((await browser.send('GET', '/session')).status, status);
    }
  });

  it('that makes an answer slow does not stop the others', async (t) => {
    const { backend, browser } = await openServer(t);
    const release = backend.faults.hold('getSession');
    const slow = browser.send('GET', '/session');
    assert.equal((await browser.send('DELETE', '/session')).status, 204);
    release();
    assert.equal((await slow).status, 200);
  });
});

describe('the end of the server', () => {
  it('waits until what is under way is answered, and takes nothing new', async (t) => {
    const gate = openedLater();
    const { backend, browser, server } = await openServer(t, { wait: gate.wait });
    await browser.session();
    backend.faults.set('signIn', { delay: 1 });
    const answer = browser.signIn();
    await gate.reached;
    const ended = server.close();
    await assert.rejects(fetch(`${server.address}/session`), TypeError);
    gate.open();
    assert.equal((await answer).status, 200);
    assert.equal((await answer).headers.get('connection'), 'close');
    await ended;
  });

  it('does not wait for connections that ask nothing', async (t) => {
    const { browser, server } = await openServer(t);
    await browser.session(); // keeps its connection
    const { hostname, port } = new URL(server.address);
    const unused = connect(Number(port), hostname);
    await once(unused, 'connect');
    await server.close();
    await once(unused.resume(), 'close');
  });

  it('waits for an answer no longer than allowed', async (t) => {
    const gate = openedLater();
    const { backend, browser, server } = await openServer(t, { wait: gate.wait, closeTimeout: 1 });
    backend.faults.set('getSession', { delay: 1 });
    const lost = assert.rejects(browser.session(), TypeError);
    await gate.reached;
    await server.close();
    await lost;
    gate.open();
  });
});

describe('a server that cannot start', () => {
  it('says that its port is taken', async (t) => {
    const { backend, server } = await openServer(t);
    const port = Number(new URL(server.address).port);
    await assert.rejects(startServer({ backend, port }), {
      name: 'StartError',
      message: `Port ${port} is taken: choose another.`,
    });
  });
});

/** A wait that ends when it is told to. */
const openedLater = () => {
  let reach = () => {};
  let open = () => {};
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const opened = new Promise<void>((resolve) => (open = resolve));
  const wait = () => {
    reach();
    return opened;
  };
  return { wait, reached, open };
};

interface Head {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The head of a sign-in whose body will have this many bytes. */
const signInHead = (length: number, { cookie, csrfToken } = { cookie: '', csrfToken: '' }) => ({
  method: 'POST',
  path: '/api/session',
  headers: {
    'Content-Type': 'application/json',
    'Content-Length': String(length),
    Cookie: cookie,
    'X-CSRF-Token': csrfToken,
    Expect: '100-continue',
  },
});

/** A request that fetch would not send: as it is, and in pieces. */
const raw = (
  address: string,
  { method = 'GET', path, headers = {} }: Head,
): { readonly sending: ClientRequest; readonly response: Promise<IncomingMessage> } => {
  const { hostname, port } = new URL(address);
  const sending = request({ hostname, port, path, method, headers, agent: false });
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    sending.on('error', reject).on('response', (message) => resolve(message.resume()));
  });
  if ('Expect' in headers) sending.flushHeaders();
  else sending.end();
  return { sending, response };
};
