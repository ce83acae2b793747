import { expect } from 'chai';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { DeskClient } from '../../../demo/desk/desk-client.js';
import { openApiDocument } from '../../../scripts/contract/openapi-document.js';
import { openServer, problemOf } from '../support/http-portal.js';

/** Asks for the server by any name, which fetch would not. */
const statusFor = async (address: string, host: string, method = 'GET'): Promise<number> => {
  const { hostname, port, pathname } = new URL(`${address}/desk/clock`);
  const sending = request({ hostname, port, path: pathname, method, headers: { Host: host } });
  sending.end();
  const [response] = (await once(sending, 'response')) as [IncomingMessage];
  return response.resume().statusCode ?? 0;
};

describe('the desk over HTTP', () => {
  it('works as in a page', async () => {
    const { server, browser } = await openServer({ desk: true });
    const desk = new DeskClient(server.address);
    for (let n = 0; n < 5; n += 1) await browser.signIn('ann.example', 'wrong');
    const ann = { params: { patient: 'ann' } };
    expect((await desk.call('getPatient', ann)).account?.state).to.equal('locked');
    const { password } = await desk.call('givePassword', ann);
    expect((await browser.signIn('ann.example', password)).status).to.equal(200);
    const body = { password: 'ferry over calm water' };
    expect((await browser.write('POST', '/session/new-password', body)).status).to.equal(200);
    await desk.call('moveClock', { body: { milliseconds: 15 * 60_000 } });
    expect((await browser.send('GET', '/account/preferences')).status).to.equal(401);
  });

  it('takes a snapshot as it gives it', async () => {
    const { server, backend } = await openServer({ desk: true });
    const desk = new DeskClient(server.address);
    const snapshot = await desk.call('takeSnapshot', {});
    await backend.db.transact(({ reports }) => {
      reports.delete('report');
    });
    await desk.call('loadSnapshot', { body: snapshot });
    expect((await desk.call('takeSnapshot', {})).documents).to.deep.equal(snapshot.documents);
    expect(backend.db.tables.reports.size).to.equal(1);
  });

  it('takes bodies that are larger than those of patients, where it says so', async () => {
    const { server } = await openServer({ desk: true });
    const ask = async (path: string, body: object) => {
      const headers = { 'Content-Type': 'application/json' };
      const init = { method: 'POST', headers, body: JSON.stringify(body) };
      return (await fetch(`${server.address}${path}`, init)).status;
    };
    const large = 'x'.repeat(2 * 1024 * 1024);
    expect(await ask('/desk/people', { bundles: [{ resourceType: large }] })).to.equal(400);
    expect(await ask('/desk/outbox/search', { cursor: large })).to.equal(413);
  });

  it('is asked for by a name of this machine only', async () => {
    const { server } = await openServer({ desk: true });
    const { port } = new URL(server.address);
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, 'LOCALHOST']) {
      expect(await statusFor(server.address, host), host).to.equal(200);
    }
    for (const host of ['portal.example', `localhost.portal.example:${port}`, '10.0.0.7']) {
      expect(await statusFor(server.address, host), host).to.equal(403);
    }
  });

  it('does not let pages of other sites change anything', async () => {
    const { server, backend } = await openServer({ desk: true });
    const Origin = 'https://evil.example';
    const path = `${server.address}/desk/start-over`;
    const simple = await fetch(path, { method: 'POST', headers: { Origin }, body: '{}' });
    expect(simple.status).to.equal(415);
    expect((await problemOf(simple)).type).to.equal(
      'urn:portal-widgets:problem:unsupported-media-type',
    );
    const preflight = await fetch(path, {
      method: 'OPTIONS',
      headers: { Origin, 'Access-Control-Request-Method': 'POST' },
    });
    expect(preflight.headers.get('Access-Control-Allow-Origin')).to.be.null;
    expect(backend.settings.policy).to.be.null;
  });

  it('is no part of the OpenAPI document', async () => {
    const { paths } = await openApiDocument();
    expect(Object.keys(paths).filter((path) => path.includes('desk'))).to.deep.equal([]);
  });
});
