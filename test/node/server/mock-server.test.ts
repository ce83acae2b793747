import { expect } from 'chai';
import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import * as z from 'zod/mini';
import { readPolicy, startServer } from '../../../mocks/server/index.js';
import { problem } from '../../../src/contract/problems.js';
import type { SignedIn } from '../../../src/contract/account/session.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import { rejection } from '../../support/rejection.js';
import { HttpBrowser, json, openServer, problemOf } from '../support/http-portal.js';
import { scratchFolder } from '../support/scratch-folder.js';

describe('a session over HTTP', () => {
  it('is kept by a cookie that scripts and other sites cannot use', async () => {
    const { server } = await openServer();
    const [cookie = ''] = (await fetch(`${server.address}/session`)).headers.getSetCookie();
    expect(cookie).to.match(/^portal_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('belongs to the browser that signed in, and gets a new id with it', async () => {
    const { browser, server } = await openServer();
    await browser.session();
    const before = browser.cookie;
    expect((await browser.signIn()).status).to.equal(200);
    expect(browser.cookie).not.to.equal(before);
    expect((await browser.session()).status).to.equal('signed-in');
    expect((await new HttpBrowser(server.address).session()).status).to.equal('signed-out');
  });

  it('shows the record: path, query and body reach the backend', async () => {
    const { browser } = await openServer();
    const { subjects } = await json<SignedIn>(await browser.signIn());
    expect(subjects[0]?.id).to.equal('ann');
    const found = await browser.write('POST', '/patients/ann/results/search', { text: 'panel' });
    expect((await json<{ total: number }>(found)).total).to.equal(1);
    expect((await browser.send('GET', '/patients/ann/results/report')).status).to.equal(200);
  });

  it('changes nothing for a request that does not know its token', async () => {
    const { browser } = await openServer();
    await browser.signIn();
    for (const token of ['', 'forged']) {
      const answer = await browser.send('DELETE', '/session', {
        headers: { 'X-CSRF-Token': token },
      });
      expect(answer.status).to.equal(403);
      expect((await problemOf(answer)).type).to.match(/forged-request$/);
    }
    expect((await browser.session()).status).to.equal('signed-in');
    const answer = await browser.send('DELETE', '/session');
    expect(answer.status).to.equal(204);
    expect(await answer.text()).to.equal('');
  });
});

describe('a passkey over HTTP', () => {
  it('is for a page on the web: from another one it is refused, and nothing fails', async () => {
    const { browser } = await openServer();
    await browser.session();
    const challenge = (Origin: string) =>
      browser.send('POST', '/session/passkey/challenge', { headers: { Origin } });
    for (const origin of ['null', 'garbage', 'file://', 'https://', 'data:text/html,x']) {
      const answer = await challenge(origin);
      expect(answer.status, origin).to.equal(403);
      expect((await problemOf(answer)).type).to.match(/forged-request$/);
    }
    const { rpId } = await json<{ rpId: string }>(await challenge('https://portal.example.org'));
    expect(rpId).to.equal('portal.example.org');
  });
});

describe('the lockout over HTTP (login.lockout)', () => {
  const { folder, file } = scratchFolder('policy-');
  const { password, support } = lakeside;
  const policy = {
    ...lakeside,
    password: { ...password, lockedReset: true },
    support: { ...support, phone: '1-555-555-0100' },
  };

  for (const [source, attempts, way] of [
    ['mychart', 5, 'call-support-line'],
    ['mycooper', 5, 'call-office'],
    [file('lakeside.json', policy), 3, 'reset-password'],
  ] as const) {
    it(`${source.replace(folder, '')}: at wrong password ${attempts}, not before`, async () => {
      const { browser } = await openServer({ policy: await readPolicy(source) });
      for (let n = 1; n < attempts; n += 1) await browser.signIn('ann.example', 'wrong');
      expect((await browser.signIn()).status).to.equal(200);

      for (let n = 1; n < attempts; n += 1) {
        const { rule, attemptsLeft } = await problemOf(
          await browser.signIn('ann.example', 'wrong'),
        );
        expect([rule, attemptsLeft]).to.deep.equal(['login.no-hints', attempts - n]);
      }
      const locked = await browser.signIn('ann.example', 'wrong');
      expect(locked.status).to.equal(401);
      expect(locked.headers.get('content-type')).to.equal('application/problem+json');
      const { rule, next } = await problemOf(locked);
      expect([rule, next[0]?.action]).to.deep.equal(['login.lockout', way]);
      expect((await problemOf(await browser.signIn())).rule).to.equal('login.lockout');
    });
  }
});

describe('methods that are none of the contract', () => {
  it('HEAD is a GET without its body', async () => {
    const { browser, server } = await openServer();
    await browser.session();
    const { headers: wanted } = await browser.send('GET', '/session');
    const answer = await browser.send('HEAD', '/session');
    expect(answer.status).to.equal(200);
    expect(await answer.text()).to.equal('');
    for (const name of ['content-type', 'content-length', 'cache-control']) {
      expect(answer.headers.get(name), name).to.equal(wanted.get(name));
    }
    expect((await fetch(`${server.address}/nothing`, { method: 'HEAD' })).status).to.equal(404);
  });

  it('OPTIONS tells which methods there are, as 405 does', async () => {
    const { browser } = await openServer();
    const options = await browser.send('OPTIONS', '/session');
    expect(options.status).to.equal(204);
    expect(options.headers.get('cache-control')).to.equal('no-store');
    expect(options.headers.get('allow')).to.equal('GET, HEAD, POST, DELETE, OPTIONS');
    const patch = await browser.send('PATCH', '/session');
    expect(patch.status).to.equal(405);
    expect(patch.headers.get('allow')).to.equal('GET, HEAD, POST, DELETE, OPTIONS');
    expect((await browser.send('OPTIONS', '/nothing')).status).to.equal(404);
  });

  it('what HTTP clients must not send is refused', async () => {
    const { server } = await openServer();
    const { response } = raw(server.address, { method: 'TRACE', path: '/api/session' });
    expect((await response).statusCode).to.equal(400);
  });
});

describe('what is no request', () => {
  for (const [what, text, status] of [
    ['words', 'words\r\n\r\n', 400],
    ['a header without a name', 'GET /api/session HTTP/1.1\r\n: x\r\n\r\n', 400],
    ['20 KiB of headers', `GET / HTTP/1.1\r\nX-Long: ${'x'.repeat(20_480)}\r\n\r\n`, 431],
  ] as const) {
    it(`is answered with problem details: ${what}`, async () => {
      const { server } = await openServer();
      const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
      socket.write(text);
      let answer = '';
      for await (const chunk of socket as AsyncIterable<Buffer>) answer += chunk.toString();
      const [head = '', body = ''] = answer.split('\r\n\r\n');
      expect(head).to.match(new RegExp(`^HTTP/1\\.1 ${status} `));
      expect(head).to.match(/^Content-Type: application\/problem\+json$/m);
      expect(head).to.match(/^Cache-Control: no-store$/m);
      expect(z.parse(problem, JSON.parse(body)).status).to.equal(status);
    });
  }
});

describe('an address outside of the base', () => {
  it('is not found, and the answer says where to look', async () => {
    const { server, browser } = await openServer({ baseUrl: '/portal/v1/' });
    expect(server.address).to.match(/^http:\/\/localhost:\d+\/portal\/v1$/);
    expect((await browser.session()).status).to.equal('signed-out');
    for (const path of ['/', '/portal/v1', '/session', '//elsewhere.example/portal/v1/session']) {
      const { response } = raw(server.address, { path });
      const { statusCode, headers } = await response;
      expect(statusCode, path).to.equal(404);
      expect(headers['content-type']).to.equal('application/problem+json');
    }
    const { detail } = await problemOf(await fetch(new URL('/', server.address)));
    expect(detail).to.match(/under \/portal\/v1\/\.$/);
  });

  it('may be written in full, and is refused when it is none', async () => {
    const { server } = await openServer();
    const statusOf = async (path: string) =>
      (await raw(server.address, { path }).response).statusCode;
    expect(await statusOf('http://portal.example/api/session')).to.equal(200);
    expect(await statusOf('*')).to.equal(400);
    const { response } = raw(server.address, { method: 'OPTIONS', path: '*' });
    expect((await response).statusCode).to.equal(204);
  });
});

describe('a body', () => {
  it('of more than 1 MiB is refused, and the connection stays good', async () => {
    const { browser } = await openServer();
    await browser.session();
    for (const megabytes of [1, 8]) {
      const answer = await browser.write('POST', '/session', 'x'.repeat(megabytes * 2 ** 20));
      expect(answer.status).to.equal(413);
    }
    expect((await browser.signIn()).status).to.equal(200);
  });

  it('that never ends is waited for no longer than allowed', async () => {
    const { server } = await openServer({ requestTimeout: 100 });
    const { response, sending } = raw(server.address, signInHead(50));
    sending.write('{"username":');
    expect((await response).statusCode).to.equal(408);
  });

  it('that is broken off halfway leaves no trace', async () => {
    const { backend, server, browser } = await openServer();
    const session = await browser.session();
    const { response, sending } = raw(server.address, signInHead(50, browser));
    await once(sending, 'continue');
    sending.write('{"username":');
    sending.destroy();
    expect(await rejection(response)).to.be.instanceOf(Error);
    expect(await browser.session()).to.deep.equal(session);
    expect(backend.db.tables.signInAttempts.size).to.equal(0);
  });
});

describe('a fault', () => {
  it('of the network ends the connection without an answer', async () => {
    const { backend, browser } = await openServer();
    await browser.session();
    backend.faults.set('signIn', { outcome: 'offline' });
    expect(await rejection(browser.signIn())).to.be.instanceOf(TypeError);
    expect(backend.db.tables.signInAttempts.size).to.equal(0);
    backend.faults.set('signIn', { outcome: 'lost' });
    expect(await rejection(browser.signIn('ann.example', 'wrong'))).to.be.instanceOf(TypeError);
    expect(backend.db.tables.signInAttempts.get('ann.example')?.failures).to.equal(1);
    backend.faults.clear();
    expect((await browser.signIn()).status).to.equal(200);
  });

  it('of the backend is answered as such', async () => {
    const { backend, browser } = await openServer();
    for (const [outcome, status] of [
      ['internal', 500],
      ['unavailable', 503],
    ] as const) {
      backend.faults.set('getSession', { outcome });
      expect((await browser.send('GET', '/session')).status).to.equal(status);
    }
  });

  it('that makes an answer slow does not stop the others', async () => {
    const { backend, browser } = await openServer();
    const release = backend.faults.hold('getSession');
    const slow = browser.send('GET', '/session');
    expect((await browser.send('DELETE', '/session')).status).to.equal(204);
    release();
    expect((await slow).status).to.equal(200);
  });
});

describe('the end of the server', () => {
  it('waits until what is under way is answered, and takes nothing new', async () => {
    const gate = openedLater();
    const { backend, browser, server } = await openServer({ wait: gate.wait });
    await browser.session();
    backend.faults.set('signIn', { delay: 1 });
    const answer = browser.signIn();
    await gate.reached;
    const ended = server.close();
    expect(await rejection(fetch(`${server.address}/session`))).to.be.instanceOf(TypeError);
    gate.open();
    expect((await answer).status).to.equal(200);
    expect((await answer).headers.get('connection')).to.equal('close');
    await ended;
  });

  it('does not wait for connections that ask nothing', async () => {
    const { browser, server } = await openServer();
    await browser.session(); // keeps its connection
    const { hostname, port } = new URL(server.address);
    const unused = connect(Number(port), hostname);
    await once(unused, 'connect');
    await server.close();
    await once(unused.resume(), 'close');
  });

  it('waits for an answer no longer than allowed', async () => {
    const gate = openedLater();
    const { backend, browser, server } = await openServer({ wait: gate.wait, closeTimeout: 1 });
    backend.faults.set('getSession', { delay: 1 });
    const lost = rejection(browser.session());
    await gate.reached;
    await server.close();
    expect(await lost).to.be.instanceOf(TypeError);
    gate.open();
  });
});

describe('a server that cannot start', () => {
  it('says that its port is taken', async () => {
    const { backend, server } = await openServer();
    const port = Number(new URL(server.address).port);
    expect(await rejection(startServer({ backend, port }))).to.include({
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
