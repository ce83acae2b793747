import { expect } from 'chai';
import { contract } from '../../../src/contract/index.js';
import { rejection } from '../../support/rejection.js';
import { openServer } from '../support/http-portal.js';

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
  it('that is named may use answers of every kind, with cookies', async () => {
    const { backend, browser } = await openServer({
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
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 404, 405, 500]);
    for (const answer of answers) {
      expect(answer.headers.get('access-control-allow-origin')).to.equal(site);
      expect(answer.headers.get('access-control-allow-credentials')).to.equal('true');
      expect(listOf(answer, 'access-control-expose-headers')).to.deep.equal([
        'Allow',
        'ETag',
        'Retry-After',
      ]);
      expect(answer.headers.get('vary')).to.equal('Origin');
    }
  });

  it('that is named may send every request of the contract', async () => {
    const { server } = await openServer({ origins: [site] });
    for (const { method, path } of Object.values(contract)) {
      const answer = await fetch(server.address + path, preflight(method));
      expect(answer.headers.get('cache-control')).to.equal('no-store');
      expect(answer.status).to.equal(204);
      expect(answer.headers.get('access-control-allow-origin')).to.equal(site);
      expect(answer.headers.get('access-control-allow-credentials')).to.equal('true');
      expect(listOf(answer, 'access-control-allow-methods'), method).to.include(method);
      expect(listOf(answer, 'access-control-allow-headers')).to.deep.equal([
        'content-type',
        'x-csrf-token',
        'idempotency-key',
        'if-match',
      ]);
      expect(answer.headers.get('access-control-max-age')).to.equal('600');
      expect(answer.headers.get('vary')).to.equal('Origin');
    }
  });

  it('that is not named may do neither, however alike it looks', async () => {
    const { server } = await openServer({ origins: [site] });
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
      expect([...corsOf(answer), ...corsOf(asked)], origin).to.deep.equal([]);
      expect(answer.headers.get('vary')).to.equal('Origin');
      expect(asked.headers.get('vary')).to.equal('Origin');
    }
  });

  it('is none where none is named', async () => {
    const { server } = await openServer();
    const answer = await fetch(`${server.address}/session`, { headers: { Origin: site } });
    expect(corsOf(answer)).to.deep.equal([]);
  });

  it('cannot be named by what is no origin', async () => {
    for (const origin of [
      `${site}/`,
      `${site}/portal`,
      'hospital.example',
      '*',
      'null',
      'file://',
    ]) {
      expect(await rejection(openServer({ origins: [origin] }))).to.include({
        name: 'StartError',
        message: `"${origin}" is no origin: expected one such as http://localhost:3000, without a path or slash.`,
      });
    }
  });
});

describe('a page of the same origin', () => {
  it('needs no CORS', async () => {
    const { server } = await openServer({ origins: [site] });
    expect(corsOf(await fetch(`${server.address}/session`))).to.deep.equal([]);
  });
});
