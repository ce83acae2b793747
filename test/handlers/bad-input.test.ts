import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Backend } from '../../mocks/backend.js';
import type { Endpoint, RequestSchemas } from '../../src/contract/endpoint.js';
import { contract, type EndpointId } from '../../src/contract/index.js';
import { mycooper } from '../../src/policy/mycooper.js';
import { openPortal, problemOf, type Answer, type Browser } from './portal.js';
import { samples } from './requests/index.js';
import { missing, type Sample } from './requests/sample.js';
import { homeAddress, makePerson, makeReport, securityQuestion } from './sample-people.js';

const signedInPortal = async () => {
  const people = [makePerson('ann', 'ann.example', [makeReport()])];
  const policy = { ...mycooper, login: { ...mycooper.login, requestsPerMinute: 1000 } };
  const portal = await openPortal({ people, policy });
  await portal.browser.signIn('ann.example');
  return portal;
};

const signedIn = async (): Promise<Browser> => (await signedInPortal()).browser;

const entries = Object.entries(samples) as [EndpointId, Sample][];

const filled = (path: string, params: object): string =>
  Object.entries(params).reduce(
    (address, [name, value]) => address.replace(`{${name}}`, () => String(value)),
    path,
  );

/** The members of an object's schema. */
const fieldsOf = (schema: RequestSchemas['body']): object =>
  (schema as { readonly shape?: object } | undefined)?.shape ?? {};

const send = (browser: Browser, id: EndpointId, params: object, body: unknown) => {
  const { headers } = samples[id].right;
  const { method, path } = contract[id];
  const address = filled(path, params);
  return body === undefined
    ? browser.send(method, address)
    : browser.write(method, address, body, headers);
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

const wrongParams = ['x'.repeat(65), 'a%20b', '%C3%A9', 'a%2Fb', '%00', 'a.b', '%E0%A4%A'];

describe('bad input', () => {
  it('is tried for every field of the contract', () => {
    expect(samples).to.have.all.keys(Object.keys(contract));
    for (const [id, { request }] of Object.entries(contract) as [EndpointId, Endpoint][]) {
      const { right, wrong = {} } = samples[id];
      for (const part of ['params', 'headers', 'body'] as const) {
        const fields = Object.keys(fieldsOf(request[part]));
        expect(Object.keys(right[part] ?? {}), `${id} ${part}`).to.have.members(fields);
        if (part === 'body') expect(Object.keys(wrong), id).to.have.members(fields);
      }
    }
  });

  for (const [id, sample] of entries) {
    if (!sample.wrong) continue;
    const fields = sample.wrong;
    const { params = {}, headers: rightHeaders, body = {} } = sample.right;
    const address = filled(contract[id].path, params);
    const limit = (contract[id] as Endpoint).bodyLimit ?? 1024 * 1024;

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
      const wrong = Object.fromEntries(
        Object.entries(fields).map(([field, [value]]) => [field, value]),
      );
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
      const { method } = contract[id];
      const headers = { 'Content-Type': 'application/json' };
      for (const wrong of ['', '{', '{"a":1}}', 'undefined']) {
        const answer = await browser.send(method, address, {
          headers,
          body: wrong,
        });
        expectProblem(answer, 400, ['/body']);
      }
    });

    it(`${id}: a body of another type`, async () => {
      const browser = await signedIn();
      const { method } = contract[id];
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'application/json; charset=utf-16',
        'application/jsonp',
        'text/json',
      ]) {
        const answer = await browser.send(method, address, {
          headers: { ...rightHeaders, 'Content-Type': type },
          body: JSON.stringify(body),
        });
        expectProblem(answer, 415);
      }
    });

    it(`${id}: a body of more bytes than it may have`, async () => {
      const browser = await signedIn();
      const { method } = contract[id];
      const [field = ''] = Object.keys(fields);
      for (const [bytes, status] of [
        [limit, 400],
        [limit + 1, 413],
      ] as const) {
        const around = JSON.stringify({ ...body, [field]: '' }).length;
        const large = JSON.stringify({ ...body, [field]: 'x'.repeat(bytes - around) });
        const answer = await browser.send(method, address, {
          headers: { ...rightHeaders, 'Content-Type': 'application/json' },
          body: large,
        });
        expectProblem(answer, status);
      }
    });
  }

  for (const [id, { right }] of entries) {
    const { params = {}, body } = right;
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
    const { body } = samples.changeEmail.right;
    expectProblem(await browser.write(method, path, body), 428);
    for (const wrong of ['x', '"', '"a" "b"', '*', 'W/"x"']) {
      const answer = await browser.write(method, path, body, { 'If-Match': wrong });
      expectProblem(answer, 400, ['/headers/if-match']);
    }
    for (const key of [{}, { 'Idempotency-Key': 'short' }, { 'Idempotency-Key': 'x'.repeat(65) }]) {
      const answer = await browser.write('POST', '/accounts', samples.signUp.right.body, key);
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
      const body = { ...samples.signUp.right.body, securityQuestion: wrong };
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

  for (const [id, { right }] of entries) {
    const { params = {}, headers, body } = right;
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
        const before = stored(backend);
        const answer = await browser.send(method, filled(path, paramValues), {
          ...(body && { headers: { ...headers, 'Content-Type': 'application/json' }, body: text }),
        });
        if (answer.status < 300) return;
        expect(answer.status).to.be.within(400, 499);
        expectProblem(answer, answer.status);
        expect(stored(backend)).to.equal(before);
      });
      await fc.assert(property, { numRuns: 500 });
    });
  }
});
