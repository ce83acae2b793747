import { expect } from 'chai';
import { createClientFetch, problem, refusal, type Adapter } from '../../../src/adapter/index.js';
import { errorIn } from '../../../src/client/problem-details.js';
import { contract } from '../../../src/contract/index.js';
import { problem as problemSchema } from '../../../src/contract/problems.js';

const baseUrl = 'https://portal.example/api';

/** A page whose hospital answers by these functions; what goes elsewhere is kept. */
const ask = (adapter: Adapter) => {
  const elsewhere: string[] = [];
  const send = createClientFetch(adapter, {
    baseUrl,
    fetch: (input) => {
      elsewhere.push((input as Request).url);
      return Promise.resolve(new Response('{}'));
    },
  });
  return {
    elsewhere,
    send: (path: string, init?: RequestInit) => send(`${baseUrl}${path}`, init),
    sendTo: send,
  };
};

const errorOf = async (response: Response) => errorIn(response, await response.json(), 0);

describe('an adapter of a hospital’s own API', () => {
  it('gives a function what its row has, and answers what it says', async () => {
    const asked: unknown[] = [];
    const { send } = ask({
      sendMessage: ({ params, headers, body }) => {
        asked.push(params, headers['idempotency-key'], body);
        throw problem('unavailable');
      },
      getUnreadCount: ({ params: { subject } }) => ({ messages: subject.length, threads: 1 }),
      signOut: () => undefined,
    });
    const count = await send('/patients/a%2Fb/threads/unread');
    expect([count.status, await count.json()]).to.deep.equal([200, { messages: 3, threads: 1 }]);
    expect(await send('/session', { method: 'DELETE' })).to.have.property('status', 204);
    await send('/patients/rosa/threads', {
      method: 'POST',
      headers: { 'Idempotency-Key': 'a-key-that-is-long' },
      body: '{"title":"Hello"}',
    });
    expect(asked).to.deep.equal([{ subject: 'rosa' }, 'a-key-that-is-long', { title: 'Hello' }]);
  });

  it('reaches each row of the contract by its address', async () => {
    const reached: string[] = [];
    const all = Object.keys(contract).map((id) => [
      id,
      () => {
        reached.push(id);
        throw problem('not-found');
      },
    ]);
    const { send } = ask(Object.fromEntries(all) as Adapter);
    for (const { method, path } of Object.values(contract)) {
      await send(path.replace(/\{\w+\}/g, 'an-id'), { method });
    }
    expect(reached).to.deep.equal(Object.keys(contract));
    expect(reached).to.have.length.greaterThan(60);
  });

  it('says of what it leaves out that it is not offered', async () => {
    const { send } = ask({});
    const response = await send('/session');
    expect(problemSchema.safeParse(await response.clone().json()).success).to.equal(true);
    expect(await errorOf(response)).to.have.property('kind', 'not-offered');
  });

  it('refuses by a rule, with what can be done now', async () => {
    const { send } = ask({
      signIn: () => {
        throw refusal('login.no-hints/password', {
          next: [{ action: 'reset-password' }],
          attemptsLeft: 2,
        });
      },
    });
    const response = await send('/session', { method: 'POST', body: '{}' });
    expect(problemSchema.safeParse(await response.clone().json()).success).to.equal(true);
    expect(await errorOf(response)).to.deep.include({
      kind: 'refused',
      refusal: 'login.no-hints/password',
      next: [{ action: 'reset-password' }],
      attemptsLeft: 2,
    });
  });

  it('leaves requests to other addresses alone', async () => {
    const { sendTo, elsewhere } = ask({});
    await sendTo('https://portal.example/policy.json');
    await sendTo('https://portal.example/api-of-others');
    expect(elsewhere).to.have.length(2);
  });

  it('passes on that the hospital’s API cannot be reached', async () => {
    const { send } = ask({ getSession: () => Promise.reject(new TypeError('Failed to fetch')) });
    const failed = await send('/session').catch((error: unknown) => error);
    expect(failed).to.be.instanceOf(TypeError);
  });
});
