import { expect } from '@open-wc/testing';
import type { SessionAnswer } from '../../../src/contract/account/session.js';
import { withEarlyAnswer } from '../../../src/session/early-answer.js';

const session = (remainingSeconds: number) => ({
  status: 'signed-in',
  csrfToken: 'token',
  account: { id: 'ann', displayName: 'Ann Lee' },
  subjects: [],
  idle: { limitSeconds: 900, remainingSeconds },
});

const remaining = async (response: Response) => {
  const answer = (await response.json()) as SessionAnswer;
  return answer.status === 'signed-in' ? answer.idle.remainingSeconds : undefined;
};

describe('An answer that was asked for early', () => {
  it('is used once; what is asked after it is asked for real', async () => {
    const asked: string[] = [];
    const ask = withEarlyAnswer(
      Promise.resolve({ response: Response.json({ status: 'signed-out' }), at: Date.now() }),
      (input) => {
        asked.push(new Request(input).url);
        return Promise.resolve(new Response(null, { status: 204 }));
      },
    );
    const first = await ask('https://portal.example/api/session');
    expect(await first.json()).to.deep.equal({ status: 'signed-out' });
    expect(asked).to.deep.equal([]);
    await ask('https://portal.example/api/session');
    expect(asked).to.deep.equal(['https://portal.example/api/session']);
  });

  it('leaves no more idle minutes than when it came', async () => {
    const cameBefore = (seconds: number, left: number) =>
      withEarlyAnswer(
        Promise.resolve({
          response: Response.json(session(left)),
          at: Date.now() - seconds * 1000,
        }),
      )('/session');
    expect(await remaining(await cameBefore(20, 600))).to.be.within(579, 580);
    expect(await remaining(await cameBefore(20, 5))).to.equal(0);
  });

  it('that is a refusal, or none at all, is handed on as it is', async () => {
    const refused = new Response('busy', { status: 503 });
    const ask = (early: Promise<Response>) =>
      withEarlyAnswer(early.then((response) => ({ response, at: 0 })))('/session');
    expect(await ask(Promise.resolve(refused))).to.equal(refused);
    const failure = await ask(Promise.reject(new TypeError('offline'))).catch(
      (error: unknown) => error,
    );
    expect(failure).to.be.instanceOf(TypeError);
  });

  it('brings what was read since, once each, to whoever asks the same in the same session', async () => {
    const url = '/patients/ann/results/search';
    const body = '{"limit":20}';
    const key = JSON.stringify([url, 'token', body]);
    const read = new Response('early');
    const ask = withEarlyAnswer(
      Promise.resolve({
        response: Response.json(session(600)),
        at: Date.now(),
        reads: new Map([[key, Promise.resolve(read)]]),
      }),
      () => Promise.resolve(new Response('asked')),
    );
    await ask('/session');
    const wordsFor = async (token: string, asked: string) => {
      const init = { method: 'POST', headers: { 'X-CSRF-Token': token }, body: asked };
      return (await ask(url, init)).text();
    };
    expect(await wordsFor('token of another', body)).to.equal('asked');
    expect(await wordsFor('token', '{"limit":50}')).to.equal('asked');
    expect(await wordsFor('token', body)).to.equal('early');
    expect(await wordsFor('token', body)).to.equal('asked');
  });
});
