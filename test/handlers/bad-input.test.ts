import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { contract, type EndpointId } from '../../src/contract/index.js';
import { openPortal, problemOf, type Answer, type Browser } from './portal.js';
import { makePerson, makeReport } from './sample-people.js';

const signedIn = async (): Promise<Browser> => {
  const people = [makePerson('ann', 'ann.example', [makeReport()])];
  const { browser } = await openPortal({ people });
  await browser.signIn('ann.example');
  return browser;
};

/** A request that is right, to put one mistake into. */
const right: Partial<Record<EndpointId, { params?: object; body?: object }>> = {
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
  const { method, path } = contract[id];
  const filled = Object.entries(params).reduce(
    (address: string, [name, value]) => address.replace(`{${name}}`, String(value)),
    path,
  );
  return body === undefined ? browser.send(method, filled) : browser.write(method, filled, body);
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

/** Wrong values of every field there is. */
const wrongBodies: Partial<Record<EndpointId, Record<string, readonly unknown[]>>> = {
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
      const { params: rightParams = {} } = right[id as EndpointId] ?? {};
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
          headers: { 'Content-Type': type },
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
          headers: { 'Content-Type': 'application/json' },
          body: large,
        });
        expectProblem(answer, status);
      }
    });
  }

  for (const [id, { params = {}, body }] of Object.entries(right) as [
    EndpointId,
    { params?: object; body?: object },
  ][]) {
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
  for (const [id, { params = {}, body }] of Object.entries(right) as [
    EndpointId,
    { params?: object; body?: object },
  ][]) {
    it(`${id} is answered with a success or with problem details, never with a 500`, async () => {
      const browser = await signedIn();
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
        const answer = await browser.send(method, address, {
          ...(body && { headers: { 'Content-Type': 'application/json' }, body: text }),
        });
        if (answer.status === 200) return;
        expect(answer.status).to.be.within(400, 499);
        expectProblem(answer, answer.status);
      });
      await fc.assert(property, { numRuns: 200 });
    });
  }
});
