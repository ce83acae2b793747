import assert from 'node:assert/strict';
import { contract } from '../../src/contract/index.js';
import { openServer } from './support/http-portal.js';

const site = 'https://hospital.example';

const listOf = (response: Response, name: string): string[] =>
  (response.headers.get(name) ?? '').split(', ').filter(Boolean);

/** Names of the CORS headers of an answer. */
const corsOf = ({ headers }: Response): string[] =>
  [...headers.keys()].filter((name) => name.startsWith('access-control-'));

const preflight = (method: string, origin = site): RequestInit => ({
  method: 'OPTIONS',
  headers: {
    Origin: origin,
    'Access-Control-Request-Method': method,
    'Access-Control-Request-Headers': 'content-type,x-csrf-token',
  },
});

describe('a page of another origin', () => {
  it('that is named may use answers of every kind, with cookies', async (t) => {
    const { backend, browser } = await openServer(t, {
      origins: ['http://localhost:3000', site],
    });
    const from = { headers: { Origin: site } };
    const answers = [
      await browser.send('GET', '/session', from),
      await browser.send('GET', '/nothing', from),
      await browser.send('PATCH', '/session', from),
    ];
    backend.faults.set('getSession', { outcome: 'internal' });
    answers.push(await browser.send('GET', '/session', from));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 404, 405, 500],
    );
    for (const answer of answers) {
      assert.equal(answer.headers.get('access-control-allow-origin'), site);
      assert.equal(answer.headers.get('access-control-allow-credentials'), 'true');
      assert.deepEqual(listOf(answer, 'access-control-expose-headers'), [
        'Allow',
        'ETag',
        'Retry-After',
      ]);
      assert.equal(answer.headers.get('vary'), 'Origin');
    }
  });

  it('that is named may send every request of the contract', async (t) => {
    const { server } = await openServer(t, { origins: [site] });
    for (const { method, path } of Object.values(contract)) {
      const answer = await fetch(server.address + path, preflight(method));
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      assert.equal(answer.status, 204);
      assert.equal(answer.headers.get('access-control-allow-origin'), site);
      assert.equal(answer.headers.get('access-control-allow-credentials'), 'true');
      assert.ok(listOf(answer, 'access-control-allow-methods').includes(method), method);
      assert.deepEqual(listOf(answer, 'access-control-allow-headers'), [
        'content-type',
        'x-csrf-token',
        'idempotency-key',
        'if-match',
      ]);
      assert.equal(answer.headers.get('access-control-max-age'), '600');
      assert.equal(answer.headers.get('vary'), 'Origin');
    }
  });

  it('that is not named may do neither, however alike it looks', async (t) => {
    const { server } = await openServer(t, { origins: [site] });
    for (const origin of [
      'http://hospital.example',
      'https://hospital.example:8443',
      'https://hospital.example.evil.example',
      'https://HOSPITAL.example',
      'https://evil.example',
      'null',
    ]) {
      const answer = await fetch(`${server.address}/session`, { headers: { Origin: origin } });
      const asked = await fetch(`${server.address}/session`, preflight('POST', origin));
      assert.deepEqual([...corsOf(answer), ...corsOf(asked)], [], origin);
      assert.equal(answer.headers.get('vary'), 'Origin');
      assert.equal(asked.headers.get('vary'), 'Origin');
    }
  });

  it('is none where none is named', async (t) => {
    const { server } = await openServer(t);
    const answer = await fetch(`${server.address}/session`, { headers: { Origin: site } });
    assert.deepEqual(corsOf(answer), []);
  });

  it('cannot be named by what is no origin', async (t) => {
    for (const origin of [
      `${site}/`,
      `${site}/portal`,
      'hospital.example',
      '*',
      'null',
      'file://',
    ]) {
      await assert.rejects(openServer(t, { origins: [origin] }), {
        name: 'StartError',
        message: `"${origin}" is no origin: expected one such as http://localhost:3000, without a path or slash.`,
      });
    }
  });
});

describe('a page of the same origin', () => {
  it('needs no CORS', async (t) => {
    const { server } = await openServer(t, { origins: [site] });
    assert.deepEqual(corsOf(await fetch(`${server.address}/session`)), []);
  });
});
