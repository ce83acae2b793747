import { expect } from '@open-wc/testing';
import { startBackend } from '../../mocks/browser.js';
import type { Backend } from '../../mocks/backend.js';
import { mycooper } from '../../src/policy/mycooper.js';
import { sessionOf, signedInOf } from '../support/portal.js';
import { rejection } from '../support/rejection.js';
import { makePerson, makeReport, password } from '../support/sample-people.js';

/** The page's own `fetch`, as our client uses it. */
const send = async (method: string, path: string, token = '', body?: unknown) => {
  const response = await fetch(`/simulated${path}`, {
    method,
    headers: { 'X-CSRF-Token': token, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const headers = Object.fromEntries(response.headers);
  return { status: response.status, headers, text: await response.text() };
};

const credentials = { username: 'ann.example', password };

describe('the backend inside of a page, behind a service worker', () => {
  const database = `test ${crypto.randomUUID()}`;
  let backend: Backend;

  const start = async () => {
    backend = await startBackend({
      policy: mycooper,
      baseUrl: '/simulated',
      people: [makePerson('ann', 'ann.example', [makeReport()])],
      passwordIterations: 10,
      database,
    });
  };
  beforeEach(start);
  afterEach(async () => {
    await backend.reset();
    await backend.close();
  });
  after(() => {
    indexedDB.deleteDatabase(database);
  });

  it('answers the page’s requests, and signs in without a cookie in sight', async () => {
    const { csrfToken } = sessionOf(await send('GET', '/session'));
    const signedIn = await send('POST', '/session', csrfToken, credentials);
    expect(signedIn.status).to.equal(200);
    expect(signedIn.headers['cache-control']).to.equal('no-store');
    expect(document.cookie).not.to.contain('portal_session');
    const token = signedInOf(signedIn).csrfToken;
    const search = await send('POST', '/patients/ann/results/search', token, {});
    expect(search.status).to.equal(200);
    expect((await send('DELETE', '/session', token)).status).to.equal(204);
    expect(sessionOf(await send('GET', '/session'))).to.include({ ended: 'sign-out' });
  });

  it('still knows who is signed in when it is started again', async () => {
    const { csrfToken } = sessionOf(await send('GET', '/session'));
    await send('POST', '/session', csrfToken, credentials);
    await backend.close();
    await start();
    expect(sessionOf(await send('GET', '/session')).status).to.equal('signed-in');
  });

  it('refuses in problem details', async () => {
    const answer = await send('GET', '/patients/ann/results/report');
    expect(answer.status).to.equal(401);
    expect(answer.headers['content-type']).to.equal('application/problem+json');
  });

  it('fails as a network does', async () => {
    backend.faults.set('getSession', { outcome: 'offline' });
    expect(await rejection(send('GET', '/session'))).to.be.instanceOf(TypeError);
  });

  it('leaves all other requests alone', async () => {
    const response = await fetch(location.href);
    expect(response.status).to.equal(200);
    expect(await response.text()).to.contain(`<title>${document.title}</title>`);
  });
});
