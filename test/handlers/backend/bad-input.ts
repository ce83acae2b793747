import { expect } from 'chai';
import type { Backend } from '../../../mocks/backend.js';
import type { Endpoint, RequestSchemas } from '../../../src/contract/endpoint.js';
import { problemOf, type Answer, type Browser } from '../../support/portal.js';
import type { Sample } from '../requests/sample.js';
import { fc, tries } from '../../support/properties.js';

/** One side of the backend, and how it is tried. */
export interface Side {
  readonly rows: Readonly<Record<string, Endpoint>>;
  /** One for each row. */
  readonly samples: Readonly<Record<string, Sample>>;
  /** A backend, and a browser that may send all of this. */
  open(): Promise<{ readonly backend: Backend; readonly browser: Browser }>;
}

export const filled = (path: string, params: object): string =>
  Object.entries(params).reduce(
    (address, [name, value]) => address.replace(`{${name}}`, () => String(value)),
    path,
  );

/** The members of an object's schema. */
const fieldsOf = (schema: RequestSchemas['body']): object =>
  (schema as { readonly shape?: object } | undefined)?.shape ?? {};

export const expectProblem = (answer: Answer, status: number, pointers?: readonly string[]) => {
  expect(answer.status).to.equal(status);
  expect(answer.headers['content-type']).to.equal('application/problem+json');
  const told = problemOf(answer);
  expect(told.status).to.equal(status);
  if (pointers) {
    expect(told.errors?.map(({ pointer }) => pointer)).to.deep.equal(pointers);
    for (const { detail } of told.errors ?? []) expect(detail).not.to.equal('');
  }
};

/** Every row of a side with its sample. */
const triedRows = ({ rows, samples }: Side) =>
  Object.entries(rows).map(([id, row]) => {
    const sample = samples[id];
    if (!sample) throw new Error(`There is no sample of ${id}.`);
    return { id, row, sample };
  });

export const send = (
  browser: Browser,
  { method, path }: Endpoint,
  params: object,
  body: unknown,
  headers?: Readonly<Record<string, string>>,
) => {
  const address = filled(path, params);
  return body === undefined
    ? browser.send(method, address, { ...(headers && { headers }) })
    : browser.write(method, address, body, headers);
};

const wrongParams = ['x'.repeat(65), 'a%20b', '%C3%A9', 'a%2Fb', '%00', 'a.b', '%E0%A4%A'];

/** Tries every field of every row with what it does not take. */
export const itNamesWrongFields = (side: Side): void => {
  it('is tried for every field of the contract', () => {
    expect(side.samples).to.have.all.keys(Object.keys(side.rows));
    for (const { id, row, sample } of triedRows(side)) {
      const { right, wrong = {} } = sample;
      for (const part of ['params', 'headers', 'body'] as const) {
        const fields = Object.keys(fieldsOf(row.request[part]));
        expect(Object.keys(right[part] ?? {}), `${id} ${part}`).to.have.members(fields);
        if (part === 'body') expect(Object.keys(wrong), id).to.have.members(fields);
      }
    }
  });

  for (const { id, row, sample } of triedRows(side)) {
    if (!sample.wrong) continue;
    const fields = sample.wrong;
    const { params = {}, headers: rightHeaders, body = {} } = sample.right;
    const { method, path, bodyLimit: limit = 1024 * 1024 } = row;
    const address = filled(path, params);

    for (const [field, values] of Object.entries(fields)) {
      it(`${id}: ${field} is named`, async () => {
        const { browser } = await side.open();
        for (const value of values) {
          const answer = await send(
            browser,
            row,
            params,
            { ...body, [field]: value },
            rightHeaders,
          );
          expectProblem(answer, 400, [`/body/${field}`]);
        }
      });
    }

    it(`${id}: all wrong fields are named at once`, async () => {
      const { browser } = await side.open();
      const wrong = Object.fromEntries(
        Object.entries(fields).map(([field, [value]]) => [field, value]),
      );
      const pointers = Object.keys(fields).map((field) => `/body/${field}`);
      expectProblem(await send(browser, row, params, wrong, rightHeaders), 400, pointers);
    });

    it(`${id}: a body that is no object`, async () => {
      const { browser } = await side.open();
      for (const wrong of [null, [], 'text', 5, false]) {
        expectProblem(await send(browser, row, params, wrong, rightHeaders), 400, ['/body']);
      }
    });

    it(`${id}: a body that is no JSON`, async () => {
      const { browser } = await side.open();
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
      const { browser } = await side.open();
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
      const { browser } = await side.open();
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

  for (const { id, row, sample } of triedRows(side)) {
    const { params = {}, headers, body } = sample.right;
    for (const name of Object.keys(params)) {
      it(`${id}: {${name}} is named`, async () => {
        const { browser } = await side.open();
        for (const wrong of wrongParams) {
          const answer = await send(browser, row, { ...params, [name]: wrong }, body, headers);
          expectProblem(answer, 400, [`/params/${name}`]);
        }
      });
    }
  }
};

/** What is stored, but for sessions and the counts of wrong tries. */
const stored = ({ db: { tables } }: Backend): string =>
  JSON.stringify(
    Object.entries(tables)
      .filter(([name]) => !/^(sessions|browsers|\w+Attempts)$/.test(name))
      .map(([name, table]) => [name, ...table.values()]),
  );

/** Sends 500 generated requests to every row. */
export const itStandsGeneratedInput = (side: Side): void => {
  for (const { id, row, sample } of triedRows(side)) {
    const { params = {}, headers, body } = sample.right;
    it(`${id} is answered with a success or with problem details, never with a 500, and changes nothing where it is refused`, async () => {
      const { backend, browser } = await side.open();
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
        const { method, path } = row;
        const before = stored(backend);
        const answer = await browser.send(method, filled(path, paramValues), {
          headers: { ...headers, ...(body && { 'Content-Type': 'application/json' }) },
          ...(body && { body: text }),
        });
        if (answer.status < 300) return;
        expect(answer.status).to.be.within(400, 499);
        expectProblem(answer, answer.status);
        expect(stored(backend)).to.equal(before);
      });
      await fc.assert(property, { numRuns: tries(500) });
    });
  }
};
