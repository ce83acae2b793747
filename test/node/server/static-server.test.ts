import { expect } from 'chai';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen, staticServer } from '../../../scripts/static-server.js';
import { rejection } from '../../support/rejection.js';

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
    expect(await response.text()).to.equal('<h1>Home</h1>');
    expect(response.headers.get('content-type')).to.equal('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).to.equal('no-store');
    expect(response.headers.get('content-security-policy')).to.equal("default-src 'none'");
    expect(response.headers.get('x-content-type-options')).to.equal('nosniff');
  });

  it('serves scripts as scripts', async () => {
    const response = await get('/assets/site.js');
    expect(response.headers.get('content-type')).to.equal('text/javascript; charset=utf-8');
  });

  it('serves documents that are no files, never stored', async () => {
    const response = await get('/people.json');
    expect(await response.json()).to.deep.equal([]);
    expect(response.headers.get('cache-control')).to.equal('no-store');
  });

  it('answers HEAD without a body', async () => {
    const response = await get('/', 'HEAD');
    expect(response.status).to.equal(200);
    expect(response.headers.get('content-length')).to.equal('13');
    expect(await response.text()).to.equal('');
  });

  it('answers 404 to what is not there, and to a folder without index', async () => {
    expect((await get('/nothing.html')).status).to.equal(404);
    expect((await get('/assets/')).status).to.equal(404);
    expect((await get('/assets')).status).to.equal(404);
  });

  it('answers 404 below a file, and to a name longer than files can have', async () => {
    expect((await get('/index.html/')).status).to.equal(404);
    expect((await get('/index.html/more')).status).to.equal(404);
    expect((await get(`/${'x'.repeat(300)}`)).status).to.equal(404);
    expect((await get('/')).status).to.equal(200);
  });

  it('answers 405 to what would change something', async () => {
    const response = await get('/', 'POST');
    expect(response.status).to.equal(405);
    expect(response.headers.get('allow')).to.equal('GET, HEAD');
  });

  it('never leaves its folder', async () => {
    for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%00']) {
      expect(await statusOf(path), path).to.equal(404);
    }
  });

  it('answers 400 to a path that cannot be decoded', async () => {
    expect(await statusOf('/%')).to.equal(400);
  });

  it('refuses a port that is taken', async () => {
    const port = Number(new URL(address).port);
    expect(await rejection(listen(staticServer({ root }), port))).to.include({
      code: 'EADDRINUSE',
    });
  });
});
