import { expect } from '@open-wc/testing';
import { createFetch } from '../../mocks/fetch.js';
import { openPortal } from '../support/portal.js';
import { rejection } from '../support/rejection.js';

describe('fetch without a network', () => {
  it('does not even start when it is aborted already', async () => {
    const { backend } = await openPortal();
    const signal = AbortSignal.abort();
    const error = await rejection(createFetch(backend)('/api/session', { signal }));
    expect(error).to.include({ name: 'AbortError' });
    expect(backend.db.tables.sessions.size).to.equal(0);
  });

  it('takes addresses as text, URL and Request, relative to the page or an origin', async () => {
    const { backend } = await openPortal();
    const here = createFetch(backend);
    for (const input of [
      '/api/session',
      new URL('/api/session', location.href),
      new Request('/api/session'),
    ]) {
      expect((await here(input)).status).to.equal(200);
    }
    const elsewhere = createFetch(backend, { origin: 'https://portal.example' });
    expect((await elsewhere('/api/session')).status).to.equal(200);
    const foreign = await rejection(elsewhere('https://other.example/api/session'));
    expect(foreign).to.be.instanceOf(TypeError);
  });
});
