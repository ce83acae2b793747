import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Backend } from '../../mocks/backend.js';
import { contract, type EndpointId } from '../../src/contract/index.js';
import { mycooper } from '../../src/policy/mycooper.js';
import { openPortal, problemOf, type Answer, type Browser } from './portal.js';
import { homeAddress, makePerson, makeReport, securityQuestion } from './sample-people.js';

const signedInPortal = async () => {
  const people = [makePerson('ann', 'ann.example', [makeReport()])];
  const policy = { ...mycooper, login: { ...mycooper.login, requestsPerMinute: 1000 } };
  const portal = await openPortal({ people, policy });
  await portal.browser.signIn('ann.example');
  return portal;
};

const signedIn = async (): Promise<Browser> => (await signedInPortal()).browser;

interface Parts {
  readonly params?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

const password = 'a long enough one';
const read = { headers: { 'if-match': '"what-was-read"' } };

/** A request that is right, to put one mistake into. */
const right: Partial<Record<EndpointId, Parts>> = {
  checkActivationCode: { body: { code: 'ABCDE-FGHJK', birthDate: '1980-01-01' } },
  signUp: {
    headers: { 'idempotency-key': 'a-key-made-up-at-random' },
    body: {
      code: 'ABCDE-FGHJK',
      birthDate: '1980-01-01',
      username: 'new.name',
      password,
      email: 'ann@example.org',
      emailAgain: 'ann@example.org',
      securityQuestion,
    },
  },
  recoverUsername: { body: { email: 'ann@example.org', birthDate: '1980-01-01' } },
  requestPasswordReset: { body: { username: 'ann.example' } },
  readPasswordReset: { body: { token: 'made-up' } },
  resetPassword: { body: { token: 'made-up', securityAnswer: 'Elm Street', password } },
  changeEmail: { ...read, body: { email: 'new@example.org', emailAgain: 'new@example.org' } },
  changePassword: { body: { currentPassword: 'wrong', password } },
  changeSecurityQuestion: { ...read, body: securityQuestion },
  changeContact: { ...read, body: { address: homeAddress, phone: '1-555-555-0100' } },
  signIn: { body: { username: 'ann.example', password: 'wrong' } },
  keepSessionAlive: { body: { idleSeconds: 0 } },
  searchResults: {
    params: { subject: 'ann' },
    body: {
      text: 'panel',
      category: 'laboratory',
      from: '2026-01-01',
      to: '2026-03-01',
      abnormalOnly: false,
      cursor: null,
      limit: 20,
    },
  },
  getResult: { params: { subject: 'ann', result: 'report' } },
};

const send = (browser: Browser, id: EndpointId, params: object, body: unknown) => {
  const headers = right[id]?.headers;
  const { method, path } = contract[id];
  const filled = Object.entries(params).reduce(
    (address: string, [name, value]) => address.replace(`{${name}}`, String(value)),
    path,
  );
  return body === undefined
    ? browser.send(method, filled)
    : browser.write(method, filled, body, headers);
};

const expectProblem = (answer: Answer, status: number, pointers?: readonly string[]) => {
  expect(answer.status).to.equal(status);
  expect(answer.headers['content-type']).to.equal('application/problem+json');
  const told = problemOf(answer);
  expect(told.status).to.equal(status);
  if (pointers) {
    expect(told.errors?.map(({ pointer }) => pointer)).to.deep.equal(pointers);
    for (const { detail } of told.errors ?? []) expect(detail).not.to.equal('');
  }
};

const missing = undefined; // as JSON leaves it out
const noText = [missing, null, 5, true, [], {}];
const noDay = ['', '2026-1-1', '2026-02-30', 'yesterday', '2026-01-01T00:00:00Z', 20260101, null];

const wrongText = (most: number) => [...noText, '', 'x'.repeat(most + 1)];
const noEmail = ['', 'ann', 'ann@example', 'ann @example.org', '@example.org', 5, true, [], {}];
const wrongDay = [...noDay, missing];
const noToken = [...noText, '', 'a b', 'x'.repeat(101)];
const wrongQuestion = [5, true, 'text', []];

/** Wrong values of every field there is. */
const wrongBodies: Partial<Record<EndpointId, Record<string, readonly unknown[]>>> = {
  checkActivationCode: { code: wrongText(40), birthDate: wrongDay },
  signUp: {
    code: wrongText(40),
    birthDate: wrongDay,
    username: wrongText(254),
    password: wrongText(256),
    email: [...noEmail, missing],
    emailAgain: [5, true, [], {}, 'x'.repeat(255)],
    securityQuestion: wrongQuestion,
  },
  recoverUsername: { email: [...noEmail, missing, null], birthDate: wrongDay },
  requestPasswordReset: { username: wrongText(254) },
  readPasswordReset: { token: noToken },
  resetPassword: {
    token: noToken,
    securityAnswer: [missing, 5, true, [], {}, '', 'x'.repeat(201)],
    password: wrongText(256),
  },
  changeEmail: { email: [...noEmail, missing, null], emailAgain: [5, [], {}, 'x'.repeat(255)] },
  changePassword: { currentPassword: wrongText(256), password: wrongText(256) },
  changeSecurityQuestion: { question: wrongText(200), answer: wrongText(200) },
  changeContact: { address: [missing, 5, 'x', []], phone: [missing, 5, '', '12', 'call me', {}] },
  signIn: {
    username: [...noText, '', 'x'.repeat(255)],
    password: [...noText, '', 'x'.repeat(257)],
  },
  keepSessionAlive: { idleSeconds: [missing, null, '5', -1, 1.5, 86_401, [], {}] },
  searchResults: {
    text: [null, 5, [], {}, 'x'.repeat(101)],
    category: [null, '', 5, 'bloodwork', ['laboratory']],
    from: noDay,
    to: noDay,
    abnormalOnly: [null, 'true', 1],
    cursor: ['', 'a b', 5, {}, 'x'.repeat(201), 'nothing'],
    limit: [null, 0, 101, -1, 1.5, '20', 1e300],
  },
};
const wrongParams = ['x'.repeat(65), 'a%20b', '%C3%A9', 'a%2Fb', '%00', 'a.b', '%E0%A4%A'];

describe('bad input', () => {
  it('is tried for every field of the contract', () => {
    for (const [id, { request }] of Object.entries(contract)) {
      const { params, body } = request as Record<string, { shape: object } | undefined>;
      const { headers } = request as Record<string, { shape: object } | undefined>;
      const { params: rightParams = {}, headers: rightHeaders = {} } =
        right[id as EndpointId] ?? {};
      expect(Object.keys(rightHeaders), id).to.deep.equal(Object.keys(headers?.shape ?? {}));
      expect(Object.keys(rightParams), id).to.deep.equal(Object.keys(params?.shape ?? {}));
      const tried = Object.keys(wrongBodies[id as EndpointId] ?? {});
      expect(tried, id).to.have.members(Object.keys(body?.shape ?? {}));
    }
  });

  for (const [id, fields] of Object.entries(wrongBodies) as [
    EndpointId,
    Record<string, unknown[]>,
  ][]) {
    const { params = {}, body = {} } = right[id] ?? {};

    for (const [field, values] of Object.entries(fields)) {
      it(`${id}: ${field} is named`, async () => {
        const browser = await signedIn();
        for (const value of values) {
          const answer = await send(browser, id, params, { ...body, [field]: value });
          expectProblem(answer, 400, [`/body/${field}`]);
        }
      });
    }

    it(`${id}: all wrong fields are named at once`, async () => {
      const browser = await signedIn();
      const wrong = Object.fromEntries(Object.keys(fields).map((field) => [field, [{}]]));
      const pointers = Object.keys(fields).map((field) => `/body/${field}`);
      expectProblem(await send(browser, id, params, wrong), 400, pointers);
    });

    it(`${id}: a body that is no object`, async () => {
      const browser = await signedIn();
      for (const wrong of [null, [], 'text', 5, false]) {
        expectProblem(await send(browser, id, params, wrong), 400, ['/body']);
      }
    });

    it(`${id}: a body that is no JSON`, async () => {
      const browser = await signedIn();
      const { method, path } = contract[id];
      const headers = { 'Content-Type': 'application/json' };
      for (const wrong of ['', '{', '{"a":1}}', 'undefined']) {
        const answer = await browser.send(method, path.replace('{subject}', 'ann'), {
          headers,
          body: wrong,
        });
        expectProblem(answer, 400, ['/body']);
      }
    });

    it(`${id}: a body of another type`, async () => {
      const browser = await signedIn();
      const { method, path } = contract[id];
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'application/json; charset=utf-16',
        'application/jsonp',
        'text/json',
      ]) {
        const answer = await browser.send(method, path.replace('{subject}', 'ann'), {
          headers: { ...right[id]?.headers, 'Content-Type': type },
          body: JSON.stringify(body),
        });
        expectProblem(answer, 415);
      }
    });

    it(`${id}: a body of more than 1 MiB`, async () => {
      const browser = await signedIn();
      const { method, path } = contract[id];
      const [field = ''] = Object.keys(fields);
      for (const [bytes, status] of [
        [1024 * 1024, 400],
        [1024 * 1024 + 1, 413],
      ] as const) {
        const around = JSON.stringify({ ...body, [field]: '' }).length;
        const large = JSON.stringify({ ...body, [field]: 'x'.repeat(bytes - around) });
        const answer = await browser.send(method, path.replace('{subject}', 'ann'), {
          headers: { ...right[id]?.headers, 'Content-Type': 'application/json' },
          body: large,
        });
        expectProblem(answer, status);
      }
    });
  }

  for (const [id, { params = {}, body }] of Object.entries(right) as [EndpointId, Parts][]) {
    for (const name of Object.keys(params)) {
      it(`${id}: {${name}} is named`, async () => {
        const browser = await signedIn();
        for (const wrong of wrongParams) {
          const answer = await send(browser, id, { ...params, [name]: wrong }, body);
          expectProblem(answer, 400, [`/params/${name}`]);
        }
      });
    }
  }

  it('is a header that is missing or is not as the contract says', async () => {
    const browser = await signedIn();
    const { method, path } = contract.changeEmail;
    const { body } = right.changeEmail ?? {};
    expectProblem(await browser.write(method, path, body), 428);
    for (const wrong of ['x', '"', '"a" "b"', '*', 'W/"x"']) {
      const answer = await browser.write(method, path, body, { 'If-Match': wrong });
      expectProblem(answer, 400, ['/headers/if-match']);
    }
    for (const key of [{}, { 'Idempotency-Key': 'short' }, { 'Idempotency-Key': 'x'.repeat(65) }]) {
      const answer = await browser.write('POST', '/accounts', right.signUp?.body, key);
      expectProblem(answer, 400, ['/headers/idempotency-key']);
    }
  });

  it('is named where it is: in a part of a field', async () => {
    const browser = await signedIn();
    for (const [field, wrong] of Object.entries({
      line1: ['', null, 'x'.repeat(101)],
      line2: ['', 5],
      city: [missing, ''],
      state: ['nj', 'New Jersey', null],
      postalCode: ['0810', '08103-', 8103],
    })) {
      for (const value of wrong) {
        const body = { address: { ...homeAddress, [field]: value }, phone: null };
        const answer = await send(browser, 'changeContact', {}, body);
        expectProblem(answer, 400, [`/body/address/${field}`]);
      }
    }
    for (const field of ['question', 'answer']) {
      const wrong = { ...securityQuestion, [field]: '' };
      const body = { ...right.signUp?.body, securityQuestion: wrong };
      expectProblem(await send(browser, 'signUp', {}, body), 400, [
        `/body/securityQuestion/${field}`,
      ]);
    }
  });

  it('is no more than what the contract does not name: that is passed over', async () => {
    const browser = await signedIn();
    const answer = await browser.search('ann', { limit: 1, colour: 'red', constructor: 1 });
    expect(answer.status).to.equal(200);
  });

  it('is text that is not in UTF-8', async () => {
    const browser = await signedIn();
    const latin1 = new TextEncoder().encode('{"text":"P?len"}');
    latin1[latin1.indexOf(0x3f)] = 0xf3; // an accented o
    const answer = await browser.send('POST', '/patients/ann/results/search', {
      headers: { 'Content-Type': 'application/json' },
      body: latin1,
    });
    expectProblem(answer, 400, ['/body']);
  });

  it('counts neither as activity nor as a try to sign in', async () => {
    const browser = await signedIn();
    for (let n = 0; n < 6; n += 1) {
      await browser.write('POST', '/session', { username: 'ann.example' });
    }
    expect((await browser.signIn('ann.example')).status).to.equal(200);
  });

  it('repeats nothing of what was sent', async () => {
    const browser = await signedIn();
    const secret = 'Garden-gate-7'.repeat(30);
    const answer = await browser.write('POST', '/session', { username: 5, password: secret });
    expect(answer.text).not.to.contain('Garden-gate-7');
  });
});

describe('generated input', () => {
  /** What is stored, but for sessions and the counts of wrong tries. */
  const stored = ({ db: { tables } }: Backend): string =>
    JSON.stringify(
      Object.entries(tables)
        .filter(([name]) => !/^(sessions|browsers|\w+Attempts)$/.test(name))
        .map(([name, table]) => [name, ...table.values()]),
    );

  for (const [id, { params = {}, headers, body }] of Object.entries(right) as [
    EndpointId,
    Parts,
  ][]) {
    it(`${id} is answered with a success or with problem details, never with a 500, and changes nothing where it is refused`, async () => {
      const { backend, browser } = await signedInPortal();
      const anyBody = fc.oneof(
        fc.json(),
        fc.string(),
        fc
          .record(
            Object.fromEntries(
              Object.entries(body ?? {}).map(([field, value]) => [
                field,
                fc.oneof(fc.constant(value as unknown), fc.jsonValue()),
              ]),
            ),
            { requiredKeys: [] },
          )
          .map((record) => JSON.stringify(record)),
      );
      const anyParams = fc.record(
        Object.fromEntries(
          Object.entries(params).map(([name, value]) => [
            name,
            fc.oneof(fc.constant(value as unknown), fc.webSegment({ size: 'small' })),
          ]),
        ),
      );
      const property = fc.asyncProperty(anyParams, anyBody, async (paramValues, text) => {
        const { method, path } = contract[id];
        const address = Object.entries(paramValues).reduce(
          (filled: string, [name, value]) => filled.replace(`{${name}}`, () => String(value)),
          path,
        );
        const before = stored(backend);
        const answer = await browser.send(method, address, {
          ...(body && { headers: { ...headers, 'Content-Type': 'application/json' }, body: text }),
        });
        if (answer.status === 200) return;
        expect(answer.status).to.be.within(400, 499);
        expectProblem(answer, answer.status);
        expect(stored(backend)).to.equal(before);
      });
      await fc.assert(property, { numRuns: 500 });
    });
  }
});
