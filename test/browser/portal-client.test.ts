import { expect } from '@open-wc/testing';
import { PortalClient, type PortalClientOptions } from '../../src/client/portal-client.js';
import {
  BadAnswerError,
  ConflictError,
  InvalidRequestError,
  NotFoundError,
  PortalError,
  RefusedError,
  SignedOutError,
  TooManyRequestsError,
  UnavailableError,
  UnreachableError,
} from '../../src/client/portal-errors.js';
import { searchResults } from '../../src/contract/generated/results.js';
import { getResult } from '../../src/contract/generated/details/results.js';
import { getSession, signIn, signOut } from '../../src/contract/generated/session.js';
import { systemTimers } from '../../src/client/timers.js';
import { consoleErrors } from '../support/console-errors.js';
import { hastyTimers } from '../support/hasty-timers.js';

const signedOut = { status: 'signed-out', csrfToken: 'new', ended: null };
const credentials = { body: { username: 'ann', password: 'secret' } };

/** Answers each request with the next of these; the last one stays. */
const server = (...answers: (() => Response | Error)[]) => {
  const requests: Request[] = [];
  const inits: RequestInit[] = [];
  const waits: number[] = [];
  const fetchIt: typeof fetch = (input, init) => {
    requests.push(new Request(input, init));
    inits.push(init ?? {});
    const answer = answers[Math.min(requests.length, answers.length) - 1];
    const result = answer ? answer() : new TypeError();
    return result instanceof Error ? Promise.reject(result) : Promise.resolve(result);
  };
  const client = (options: Partial<PortalClientOptions> = {}) =>
    new PortalClient({
      baseUrl: '/api/',
      fetch: fetchIt,
      timers: hastyTimers(waits),
      ...options,
    });
  return { client, requests, inits, waits };
};

const answer = (body: unknown, init?: ResponseInit) => () => Response.json(body, init);
const problem = (status: number, members: object = {}, headers: HeadersInit = {}) =>
  answer({ type: 'urn:portal-widgets:problem:refused', next: [], ...members }, { status, headers });
const offline = () => new TypeError('Failed to fetch');

const failure = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('It succeeded.'),
    (error: unknown) => error,
  );

const failureAndErrors = async (work: Promise<unknown>) => {
  let error: unknown;
  const errors = await consoleErrors(async () => (error = await failure(work)));
  return { error, errors };
};

describe('portal client', () => {
  it('sends what the contract says, with cookies and past every cache', async () => {
    const { client, requests } = server(answer({ results: [], total: 0, nextCursor: null }));
    const portal = client();
    portal.csrfToken = 'token';
    await portal.call(searchResults, { params: { subject: 'a/b' }, body: { text: 'iron' } });
    const [request] = requests;
    expect(request?.method).to.equal('POST');
    expect(request?.url).to.equal(`${location.origin}/api/patients/a%2Fb/results/search`);
    expect(request?.headers.get('X-CSRF-Token')).to.equal('token');
    expect(request?.headers.get('Content-Type')).to.equal('application/json');
    expect(request?.credentials).to.equal('include');
    expect(request?.cache).to.equal('no-store');
    expect(await request?.json()).to.deep.equal({ text: 'iron' });
  });

  it('outlives the page only where it is asked to: browsers allow such requests 64 KB together', async () => {
    const { client, inits } = server(answer(signedOut));
    const body = { username: 'ann', password: 'secret'.repeat(20_000) };
    await client().call(signIn, { body });
    await client().call(getSession, {}, { keepalive: true });
    expect(inits.map(({ keepalive }) => keepalive)).to.deep.equal([false, true]);
  });

  it('takes an answer without a body where the contract has none', async () => {
    const { client } = server(() => new Response(null, { status: 204 }));
    const done = await client()
      .call(signOut, {})
      .then(() => 'done');
    expect(done).to.equal('done');
  });

  it('takes no other success than the contract’s for one, with a body or without', async () => {
    const captivePortal = () => new Response('<h1>Welcome to our Wi-Fi</h1>', { status: 200 });
    const redirect = () => new Response(null, { status: 302, headers: { Location: '/wi-fi' } });
    for (const [endpoint, input, wanted, others] of [
      [signOut, {}, 204, [captivePortal, answer({}), answer({}, { status: 202 }), redirect]],
      [
        signIn,
        credentials,
        200,
        [captivePortal, answer(signedOut, { status: 201 }), answer(signedOut, { status: 206 })],
      ],
      [signIn, credentials, 200, [() => new Response(null, { status: 204 }), redirect]],
    ] as const) {
      for (const other of others) {
        const { client } = server(other);
        const ask = client().call(endpoint as typeof signIn, input as typeof credentials);
        const { error } = await failureAndErrors(ask);
        expect(error).to.be.instanceOf(BadAnswerError);
        const { status } = other();
        const expected = `expected ${wanted}`;
        if (status !== wanted) expect(String(error)).to.contain(`status: ${expected}`);
      }
    }
  });

  it('follows nobody elsewhere with what it sends', async () => {
    const { client, inits } = server(answer(signedOut));
    await client().call(signIn, credentials);
    expect(inits[0]?.redirect).to.equal('manual');
  });

  for (const [what, given, errorClass, members] of [
    [
      'a rule',
      problem(401, { rule: 'login.no-hints', attemptsLeft: 3 }),
      RefusedError,
      { rule: 'login.no-hints', attemptsLeft: 3 },
    ],
    [
      'the idle limit',
      problem(401, { rule: 'session.idle-logout' }),
      SignedOutError,
      { idle: true },
    ],
    ['nobody signed in', problem(401), SignedOutError, { idle: false }],
    [
      'wrong fields',
      problem(400, { errors: [{ pointer: '/body/username', detail: 'x' }] }),
      InvalidRequestError,
      {},
    ],
    ['wrong fields, not named', problem(400, { errors: 'all' }), InvalidRequestError, {}],
    ['nothing there', problem(404), NotFoundError, {}],
    [
      'too many requests',
      problem(429, {}, { 'Retry-After': '17' }),
      TooManyRequestsError,
      { retryAfterSeconds: 17 },
    ],
    [
      'too many requests, no time named',
      problem(429),
      TooManyRequestsError,
      { retryAfterSeconds: 60 },
    ],
    [
      'too many requests, until a date, by the clock of the backend',
      problem(
        429,
        {},
        {
          Date: 'Sun, 06 Nov 1994 08:49:07 GMT',
          'Retry-After': 'Sun, 06 Nov 1994 08:49:37 GMT',
        },
      ),
      TooManyRequestsError,
      { retryAfterSeconds: 30 },
    ],
    [
      'too many requests, until a date in the way of asctime()',
      problem(
        429,
        {},
        { Date: 'Sun, 06 Nov 1994 08:49:07 GMT', 'Retry-After': 'Sun Nov  6 08:49:37 1994' },
      ),
      TooManyRequestsError,
      { retryAfterSeconds: 30 },
    ],
    [
      'a rule, in problem details that are broken',
      problem(403, { type: 5, rule: 'login.lockout', next: [null, 5], attemptsLeft: '0' }),
      RefusedError,
      { rule: 'login.lockout', attemptsLeft: undefined },
    ],
    ['a fault of the backend', problem(500), UnavailableError, { status: 500 }],
    [
      'a page where JSON should be',
      () => new Response('<h1>Bad gateway</h1>', { status: 500 }),
      UnavailableError,
      { status: 500 },
    ],
    ['null where a problem should be', answer(null, { status: 500 }), UnavailableError, {}],
    ['what has changed in the meantime', problem(409), ConflictError, {}],
    ['what has changed since it was read', problem(412), ConflictError, {}],
    ['a status without meaning', problem(418), UnavailableError, { status: 418 }],
    ['no network', offline, UnreachableError, {}],
    [
      'success without what was agreed',
      answer({ status: 'signed-in' }),
      BadAnswerError,
      { endpointId: 'signIn' },
    ],
    ['success that is no JSON', () => new Response('OK'), BadAnswerError, {}],
  ] as const) {
    it(`has an error class for ${what}`, async () => {
      const { client } = server(given);
      const error = await failure(client().call(signIn, credentials));
      expect(error).to.be.instanceOf(errorClass).and.instanceOf(PortalError);
      expect(error).to.include(members);
    });
  }

  it('names the fields of an answer that breaks the contract, never their values', async () => {
    const { client } = server(
      answer({ status: 'signed-in', csrfToken: 5, account: { id: 'HIV' } }),
    );
    const error = (await failure(client().call(signIn, credentials))) as BadAnswerError;
    expect(error.mistakes.map(({ path }) => path)).to.include.members([
      'csrfToken',
      'account.displayName',
    ]);
    expect(error.message).not.to.contain('HIV');
  });

  it('tries a safe request three times while network or backend fail', async () => {
    const { client, requests, waits } = server(offline, problem(503), answer(signedOut));
    expect(await client().call(getSession, {})).to.deep.equal(signedOut);
    expect(requests).to.have.length(3);
    expect(waits).to.deep.equal([400, 1600]);
  });

  it('gives up after the third try', async () => {
    for (const status of [502, 503, 504]) {
      const { client, requests } = server(problem(status));
      expect(await failure(client().call(getSession, {}))).to.be.instanceOf(UnavailableError);
      expect(requests).to.have.length(3);
    }
  });

  it('never repeats what may have changed something, nor what was answered', async () => {
    for (const given of [offline, problem(503)]) {
      const { client, requests } = server(given);
      await failure(client().call(signIn, credentials));
      expect(requests).to.have.length(1);
    }
    for (const status of [500, 501, 505]) {
      const { client, requests } = server(problem(status));
      await failure(client().call(getSession, {}));
      expect(requests).to.have.length(1);
    }
  });

  it('fetches a new token when another tab has changed the session, and sends once more', async () => {
    const forged = problem(403, { type: 'urn:portal-widgets:problem:forged-request' });
    const { client, requests } = server(
      forged,
      answer(signedOut),
      () => new Response(null, { status: 204 }),
    );
    const portal = client();
    await portal.call(signOut, {});
    expect(portal.csrfToken).to.equal('new');
    expect(requests.map(({ method }) => method)).to.deep.equal(['DELETE', 'GET', 'DELETE']);
    expect(requests[2]?.headers.get('X-CSRF-Token')).to.equal('new');
  });

  it('does not ask for tokens for ever', async () => {
    const forged = problem(403, { type: 'urn:portal-widgets:problem:forged-request' });
    const { client, requests } = server(forged, answer(signedOut), forged);
    expect(await failure(client().call(signOut, {}))).to.be.instanceOf(UnavailableError);
    expect(requests).to.have.length(3);
  });

  it('tells when nobody is signed in any more', async () => {
    const { client } = server(problem(401, { rule: 'session.idle-logout' }));
    const portal = client();
    const heard: boolean[] = [];
    portal.onSignedOut = ({ idle }) => heard.push(idle);
    await failure(portal.call(getResult, { params: { subject: 'a', result: 'b' } }));
    expect(heard).to.deep.equal([true]);
  });

  it('tells in whose record something was not found, and nothing of other failures', async () => {
    const heard: string[] = [];
    const ask = async (status: number, params?: { subject: string; result: string }) => {
      const { client } = server(problem(status));
      const portal = client();
      portal.onNotFound = (subject) => heard.push(subject);
      await failure(params ? portal.call(getResult, { params }) : portal.call(signIn, credentials));
    };
    await ask(404);
    await ask(500, { subject: 'a', result: 'x' });
    expect(heard).to.deep.equal([]);
    await ask(404, { subject: 'b', result: 'x' });
    expect(heard).to.deep.equal(['b']);
  });

  it('ends with the reason of the signal that ends it, also between two tries', async () => {
    const { client } = server(offline);
    const controller = new AbortController();
    const after = () => {
      queueMicrotask(() => {
        controller.abort('another person');
      });
      return () => undefined;
    };
    const portal = client({ timers: { ...systemTimers, after } });
    const reason = await failure(portal.call(getSession, {}, { signal: controller.signal }));
    expect(reason).to.equal('another person');
  });

  it('does not wait for ever', async () => {
    const portal = new PortalClient({
      baseUrl: '/api',
      timeLimit: 1,
      fetch: (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => {
            reject(init.signal?.reason as Error);
          });
        }),
    });
    expect(await failure(portal.call(signOut, {}))).to.be.instanceOf(UnreachableError);
  });

  it('refuses addresses that are not encrypted, loopback excepted (session.encrypted)', () => {
    const client = (baseUrl: string) => new PortalClient({ baseUrl });
    for (const baseUrl of [
      'http://portal.example.org',
      'ftp://localhost',
      'http://127.0.0.1.evil.org',
      'http://[',
      'data:,',
    ]) {
      expect(() => client(baseUrl), baseUrl).to.throw(TypeError, /base-url/);
    }
    for (const baseUrl of [
      'https://portal.example.org/api/',
      'http://localhost:8787',
      'http://127.0.0.1',
      'http://[::1]:80',
      'api',
    ]) {
      expect(client(baseUrl).baseUrl, baseUrl).not.to.match(/\/$/);
    }
  });
});
