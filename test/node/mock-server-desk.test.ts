import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { DeskClient } from '../../demo/desk/desk-client.js';
import { openApiDocument } from '../../scripts/openapi-document.js';
import { openServer, problemOf } from './support/http-portal.js';

/** Asks for the server by any name, which fetch would not. */
const statusFor = async (address: string, host: string, method = 'GET'): Promise<number> => {
  const { hostname, port, pathname } = new URL(`${address}/desk/clock`);
  const sending = request({ hostname, port, path: pathname, method, headers: { Host: host } });
  sending.end();
  const [response] = (await once(sending, 'response')) as [IncomingMessage];
  return response.resume().statusCode ?? 0;
};

describe('the desk over HTTP', () => {
  it('works as in a page', async (t) => {
    const { server, browser } = await openServer(t, { desk: true });
    const desk = new DeskClient(server.address);
    for (let n = 0; n < 5; n += 1) await browser.signIn('ann.example', 'wrong');
    const ann = { params: { patient: 'ann' } };
    assert.equal((await desk.call('getPatient', ann)).account?.state, 'locked');
    await desk.call('unlockAccount', ann);
    assert.equal((await browser.signIn()).status, 200);
    await desk.call('moveClock', { body: { milliseconds: 15 * 60_000 } });
    assert.equal((await browser.send('GET', '/account/preferences')).status, 401);
  });

  it('takes a snapshot as it gives it', async (t) => {
    const { server, backend } = await openServer(t, { desk: true });
    const desk = new DeskClient(server.address);
    const snapshot = await desk.call('takeSnapshot', {});
    await backend.db.transact(({ reports }) => {
      reports.delete('report');
    });
    await desk.call('loadSnapshot', { body: snapshot });
    assert.deepEqual((await desk.call('takeSnapshot', {})).documents, snapshot.documents);
    assert.equal(backend.db.tables.reports.size, 1);
  });

  it('takes bodies that are larger than those of patients, where it says so', async (t) => {
    const { server } = await openServer(t, { desk: true });
    const ask = async (path: string, body: object) => {
      const headers = { 'Content-Type': 'application/json' };
      const init = { method: 'POST', headers, body: JSON.stringify(body) };
      return (await fetch(`${server.address}${path}`, init)).status;
    };
    const large = 'x'.repeat(2 * 1024 * 1024);
    assert.equal(await ask('/desk/people', { bundle: { resourceType: large } }), 400);
    assert.equal(await ask('/desk/outbox/search', { cursor: large }), 413);
  });

  it('is asked for by a name of this machine only', async (t) => {
    const { server } = await openServer(t, { desk: true });
    const { port } = new URL(server.address);
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, 'LOCALHOST']) {
      assert.equal(await statusFor(server.address, host), 200, host);
    }
    for (const host of ['portal.example', `localhost.portal.example:${port}`, '10.0.0.7']) {
      assert.equal(await statusFor(server.address, host), 403, host);
    }
  });

  it('does not let pages of other sites change anything', async (t) => {
    const { server, backend } = await openServer(t, { desk: true });
    const Origin = 'https://evil.example';
    const path = `${server.address}/desk/start-over`;
    const simple = await fetch(path, { method: 'POST', headers: { Origin }, body: '{}' });
    assert.equal(simple.status, 415);
    assert.equal(
      (await problemOf(simple)).type,
      'urn:portal-widgets:problem:unsupported-media-type',
    );
    const preflight = await fetch(path, {
      method: 'OPTIONS',
      headers: { Origin, 'Access-Control-Request-Method': 'POST' },
    });
    assert.equal(preflight.headers.get('Access-Control-Allow-Origin'), null);
    assert.equal(backend.settings.policy, null);
  });

  it('is no part of the OpenAPI document', async () => {
    const { paths } = await openApiDocument();
    assert.deepEqual(
      Object.keys(paths).filter((path) => path.includes('desk')),
      [],
    );
  });
});
