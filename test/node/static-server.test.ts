import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen, staticServer } from '../../scripts/static-server.js';

describe('the static server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'static-server-'));
  const root = join(folder, 'site');
  const server = staticServer({
    root,
    headers: { 'Content-Security-Policy': "default-src 'none'" },
    documents: new Map([['/people.json', '[]']]),
  });
  let address: string;

  before(async () => {
    mkdirSync(join(root, 'assets'), { recursive: true });
    writeFileSync(join(root, 'index.html'), '<h1>Home</h1>');
    writeFileSync(join(root, 'assets/site.js'), 'export {};');
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    address = await listen(server, 0);
  });

  after(() => {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true });
  });

  const get = (path: string, method = 'GET') => fetch(new URL(path, address), { method });

  /** Sends the path as it is, which fetch would tidy. */
  const statusOf = (path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const { hostname, port } = new URL(address);
      request({ hostname, port, path }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });

  it('serves the index of a folder, never stored, with the headers of the site', async () => {
    const response = await get('/');
    assert.equal(await response.text(), '<h1>Home</h1>');
    assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(response.headers.get('content-security-policy'), "default-src 'none'");
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  });

  it('serves scripts as scripts', async () => {
    const response = await get('/assets/site.js');
    assert.equal(response.headers.get('content-type'), 'text/javascript; charset=utf-8');
  });

  it('serves documents that are no files, never stored', async () => {
    const response = await get('/people.json');
    assert.deepEqual(await response.json(), []);
    assert.equal(response.headers.get('cache-control'), 'no-store');
  });

  it('answers HEAD without a body', async () => {
    const response = await get('/', 'HEAD');
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-length'), '13');
    assert.equal(await response.text(), '');
  });

  it('answers 404 to what is not there, and to a folder without index', async () => {
    assert.equal((await get('/nothing.html')).status, 404);
    assert.equal((await get('/assets/')).status, 404);
    assert.equal((await get('/assets')).status, 404);
  });

  it('answers 405 to what would change something', async () => {
    const response = await get('/', 'POST');
    assert.equal(response.status, 405);
    assert.equal(response.headers.get('allow'), 'GET, HEAD');
  });

  it('never leaves its folder', async () => {
    for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%00']) {
      assert.equal(await statusOf(path), 404, path);
    }
  });

  it('answers 400 to a path that cannot be decoded', async () => {
    assert.equal(await statusOf('/%'), 400);
  });

  it('refuses a port that is taken', async () => {
    const port = Number(new URL(address).port);
    await assert.rejects(listen(staticServer({ root }), port), { code: 'EADDRINUSE' });
  });
});
