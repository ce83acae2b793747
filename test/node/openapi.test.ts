import { expect } from 'chai';
import type * as z from 'zod/mini';
import { openApiDocument } from '../../scripts/contract/openapi-document.js';
import { refusalsOf, type Endpoint } from '../../src/contract/endpoint.js';
import { contract, type EndpointId } from '../../src/contract/index.js';
import { lakeside } from '../../stories/fixtures/support/policies.js';
import { openServer } from './support/http-portal.js';

interface DescribedAnswer {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, object>>;
  readonly headers?: Readonly<Record<string, object>>;
  readonly 'x-rules'?: readonly string[];
}

interface Operation {
  readonly operationId: string;
  readonly security?: readonly object[];
  readonly parameters: readonly { readonly name?: string; readonly $ref?: string }[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, DescribedAnswer>>;
}

const document = await openApiDocument();
const rows: readonly Endpoint[] = Object.values(contract);

/** What the document calls the headers that an endpoint reads. */
const headersOf = ({ request }: Endpoint): readonly string[] => {
  const names = Object.keys((request.headers as z.ZodMiniObject | undefined)?.shape ?? {});
  return names.map((name) => `#/components/parameters/${headerNames[name] ?? name}`);
};

const headerNames: Readonly<Record<string, string>> = {
  'idempotency-key': 'IdempotencyKey',
  'if-match': 'IfMatch',
};

const operationOf = ({ path, method }: Endpoint): Operation =>
  document.paths[path]?.[method.toLowerCase()] as Operation;

/** What a reference such as `#/components/schemas/Id` leads to. */
const resolved = (ref: string): unknown =>
  ref
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);

const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
  ([, ref = '']) => ref,
);

describe('the OpenAPI document', () => {
  it('has every endpoint of the contract, and no other', () => {
    const operations = Object.values(document.paths).flatMap(
      (path) => Object.values(path) as Operation[],
    );
    expect(operations.map(({ operationId }) => operationId).sort()).to.deep.equal(
      rows.map(({ id }) => id).sort(),
    );
    for (const row of rows) expect(operationOf(row).operationId).to.equal(row.id);
  });

  for (const row of rows) {
    it(`${row.id}: asks for what the contract asks`, () => {
      const { parameters, requestBody, security } = operationOf(row);
      const variables = [...row.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const names = parameters.map(({ name, $ref }) => name ?? $ref);
      const token = row.method === 'GET' ? [] : ['#/components/parameters/CsrfToken'];
      expect(names).to.deep.equal([...variables, ...token, ...headersOf(row)]);
      expect(Boolean(requestBody)).to.equal(Boolean(row.request.body));
      expect(security?.length ?? 0).to.equal(row.access === 'session' ? 1 : 0);
    });

    it(`${row.id}: names every rule by which it may refuse`, () => {
      const { responses } = operationOf(row);
      const told = Object.values(responses).flatMap((response) => response['x-rules'] ?? []);
      expect(told.sort()).to.deep.equal([...refusalsOf(row)].sort());
      expect(told.includes('session.idle-logout')).to.equal(row.access === 'session');
      expect('204' in responses).to.equal(row.response === null);
    });
  }

  it('refers to what is there, and has nothing that is not referred to', () => {
    for (const ref of references) expect(resolved(ref), ref).to.be.an('object');
    const { schemas, responses, parameters } = document.components;
    for (const [kind, components] of Object.entries({ schemas, responses, parameters })) {
      for (const name of Object.keys(components)) {
        expect(references, `${kind} ${name}`).to.include(`#/components/${kind}/${name}`);
      }
    }
  });

  it('explains what the source explains', () => {
    const { Result, SignedIn } = document.components.schemas;
    expect(Result?.description ?? '').to.match(/DiagnosticReport/);
    for (const [schema, member, words] of [
      [Result, 'abnormalCount', /flagged as out of range/], // of a part that two schemas share
      [SignedIn, 'subjects', /the first is the record that opens/],
    ] as const) {
      const described = schema?.properties?.[member] as { description?: string } | undefined;
      expect(described?.description ?? '').to.match(words);
    }
  });

  it('tells every answer that the server gives', async () => {
    const { backend, browser } = await openServer({ policy: lakeside });
    const seen = new Set<number>();

    const expectDescribed = async (id: EndpointId, answer: Response | Promise<Response>) => {
      const { status, headers } = await answer;
      const name = `${id} ${status}`;
      const response = operationOf(contract[id]).responses[status];
      expect(response, name).to.be.an('object');
      const described = response?.$ref ? (resolved(response.$ref) as DescribedAnswer) : response;
      const [mediaType = null] = Object.keys(described?.content ?? {});
      expect(headers.get('content-type'), name).to.equal(mediaType);
      for (const header of Object.keys(described?.headers ?? {})) {
        expect(headers.has(header), `${name}: ${header}`).to.be.true;
      }
      for (const header of ['www-authenticate', 'retry-after']) {
        const known = Object.keys(described?.headers ?? {}).map((key) => key.toLowerCase());
        expect(headers.has(header), `${name}: ${header}`).to.equal(known.includes(header));
      }
      seen.add(status);
    };

    await expectDescribed('keepSessionAlive', browser.write('PUT', '/session/activity', {}));
    await expectDescribed('getSession', browser.send('GET', '/session'));
    await browser.session();
    await expectDescribed('signIn', browser.signIn('ann.example', 'wrong'));
    await expectDescribed('signIn', browser.write('POST', '/session', {}));
    await expectDescribed('signIn', browser.send('POST', '/session', { body: 'x' }));
    await expectDescribed('signIn', browser.write('POST', '/session', 'x'.repeat(2 ** 20)));
    await expectDescribed('signIn', browser.signIn());
    await expectDescribed('getResult', browser.send('GET', '/patients/ann/results/report'));
    await expectDescribed('getResult', browser.send('GET', '/patients/ann/results/none'));
    const search = (body: object) => browser.write('POST', '/patients/ann/results/search', body);
    await expectDescribed('searchResults', search({}));
    await expectDescribed('searchResults', search({ limit: 0 }));
    const forged = { headers: { 'X-CSRF-Token': 'forged' } };
    await expectDescribed('signOut', browser.send('DELETE', '/session', forged));
    await expectDescribed('signOut', browser.send('DELETE', '/session'));
    for (let n = 0; n < lakeside.login.requestsPerMinute; n += 1) {
      await expectDescribed('signIn', browser.signIn('no.body', 'wrong'));
    }
    for (const outcome of ['internal', 'unavailable'] as const) {
      backend.faults.set('all', { outcome });
      await expectDescribed('searchResults', search({}));
    }
    expect([...seen].sort()).to.deep.equal([200, 204, 400, 401, 403, 404, 413, 415, 429, 500, 503]);
  });
});
