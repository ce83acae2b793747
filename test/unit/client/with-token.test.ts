import { expect } from 'chai';
import { withToken, type TokenRequest } from '../../../src/client/with-token.js';

/** A backend that takes one token, and a host that has these, one after the other. */
const setUp = (...tokens: readonly (string | undefined)[]) => {
  const asked: TokenRequest[] = [];
  const sent: RequestInit[] = [];
  const ask = withToken(
    (request) => {
      asked.push(request);
      return Promise.resolve(tokens[asked.length - 1]);
    },
    (_url, init = {}) => {
      sent.push(init);
      const isRight = new Headers(init.headers).get('Authorization') === 'Bearer right';
      return Promise.resolve(new Response(null, { status: isRight ? 200 : 401 }));
    },
  );
  return { ask, asked, sent };
};

const url = 'https://portal.example/api/session';
const init: RequestInit = {
  method: 'POST',
  credentials: 'include',
  headers: { Accept: 'application/json', 'X-CSRF-Token': 'of the cookie' },
  body: '{}',
};

describe('requests with a bearer token', () => {
  it('carry it in place of the cookie and its token', async () => {
    const { ask, asked, sent } = setUp('right');
    expect(await ask(url, init)).to.have.property('status', 200);
    expect(asked).to.deep.equal([{ method: 'POST', url, wasRefused: false }]);
    expect(sent).to.have.length(1);
    expect(sent[0]).to.include({ method: 'POST', credentials: 'omit', body: '{}' });
    expect([...new Headers(sent[0]?.headers)]).to.deep.equal([
      ['accept', 'application/json'],
      ['authorization', 'Bearer right'],
    ]);
  });

  it('ask for another one where the backend refuses it', async () => {
    const { ask, asked } = setUp('old', 'right');
    expect(await ask(url, init)).to.have.property('status', 200);
    expect(asked.map(({ wasRefused }) => wasRefused)).to.deep.equal([false, true]);
  });

  it('ask once more only', async () => {
    const { ask, asked } = setUp('old', 'older', 'right');
    expect(await ask(url, init)).to.have.property('status', 401);
    expect(asked).to.have.length(2);
  });

  it('are not sent again where a rule refuses, such as a wrong password', async () => {
    let sent = 0;
    const ask = withToken(
      () => Promise.resolve('right'),
      () => {
        sent += 1;
        return Promise.resolve(Response.json({ rule: 'login.no-hints' }, { status: 401 }));
      },
    );
    const answer = await ask(url, init);
    expect(await answer.json()).to.have.property('rule', 'login.no-hints');
    expect(sent).to.equal(1);
  });

  it('go without where nobody is signed in', async () => {
    const { ask, sent } = setUp(undefined, undefined);
    await ask(url);
    expect(new Headers(sent[0]?.headers).has('Authorization')).to.equal(false);
  });
});
