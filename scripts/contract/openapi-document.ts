import { readFileSync } from 'node:fs';
import { sessionCookie } from '../../mocks/handlers/http/cookies.js';
import type { Endpoint } from '../../src/contract/endpoint.js';
import * as headers from '../../src/contract/headers.js';
import { contract } from '../../src/contract/index.js';
import { problem } from '../../src/contract/problems.js';
import { capitals } from './openapi-names.js';
import { problemsOf, sharedProblems } from './openapi-problems.js';
import { openApiSchemas, type JsonSchema } from './openapi-schemas.js';
import { root } from '../project.js';

type Schemas = Awaited<ReturnType<typeof openApiSchemas>>;

/** The contract as an OpenAPI 3.1 document. */
export const openApiDocument = async () => {
  const { version, license } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    readonly version: string;
    readonly license: string;
  };
  const schemas = await openApiSchemas();
  const rows: readonly Endpoint[] = Object.values(contract);
  const paths: Record<string, Record<string, object>> = {};
  for (const row of rows) {
    (paths[row.path] ??= {})[row.method.toLowerCase()] = operation(row, schemas);
  }
  schemas.convert(problem, 'answer');
  return {
    openapi: '3.1.0',
    info: {
      title: 'Patient portal',
      version,
      description:
        'What the elements of portal-widgets ask of a backend. Whatever is no success is a problem detail (RFC 9457) that names the rule that refuses and what to do next; `x-rules` lists the rules by which an endpoint may refuse, with the case where a rule has several (`login.no-hints/passkey`). No answer may be kept by a cache (`Cache-Control: no-store`).',
      license: { name: license, identifier: license },
    },
    servers: [{ url: '/api' }],
    tags: [...new Set(rows.map(tagOf))].map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries(
        Object.entries(schemas.components).sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
      responses: sharedProblems(paths),
      parameters: { CsrfToken: csrfToken, ...headerParameters(schemas) },
      securitySchemes: { session },
    },
  };
};

const csrfToken = {
  name: 'X-CSRF-Token',
  in: 'header',
  required: true,
  description: 'The `csrfToken` that the last answer with a session has told.',
  schema: { type: 'string' },
};

const session = {
  type: 'apiKey',
  in: 'cookie',
  name: sessionCookie,
  description:
    'Set by `getSession` where there is none and anew by `signIn`, as `HttpOnly`, `SameSite=Lax` and, over https, `Secure`.',
};

const operation = (row: Endpoint, schemas: Schemas) => ({
  operationId: row.id,
  tags: [tagOf(row)],
  summary: row.summary,
  ...(row.access === 'session' && { security: [{ session: [] }] }),
  parameters: [
    ...pathParameters(row, schemas),
    ...(row.method === 'GET' ? [] : [{ $ref: '#/components/parameters/CsrfToken' }]),
    ...headersOfRow(row, schemas).map((name) => ({
      $ref: `#/components/parameters/${capitals(name)}`,
    })),
  ],
  ...(row.request.body && {
    requestBody: {
      required: true,
      content: json(
        'application/json',
        schemas.convert(row.request.body, 'request', `${row.id} request body`),
      ),
    },
  }),
  responses: { ...success(row, schemas), ...problemsOf(row) },
});

/** What an address is about: `results` for `/patients/{subject}/results/search`. */
const tagOf = ({ path }: Endpoint): string =>
  /^\/(?:patients\/\{subject\}\/)?([\w-]+)/.exec(path)?.[1] ?? 'other';

const json = (mediaType: string, schema: JsonSchema) => ({ [mediaType]: { schema } });

const pathParameters = ({ request }: Endpoint, schemas: Schemas) => {
  const { properties = {} } = request.params ? schemas.convert(request.params, 'request') : {};
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'path',
    required: true,
    schema,
  }));
};

/** Those of its own, in lower case. */
const headersOfRow = ({ request }: Endpoint, schemas: Schemas): string[] => {
  const { properties = {} } = request.headers ? schemas.convert(request.headers, 'request') : {};
  return Object.keys(properties);
};

/** The headers of `headers.ts`: each schema there is of one. */
const headerParameters = (schemas: Schemas) =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([constant, part]) =>
      Object.entries(schemas.convert(part, 'request').properties ?? {}).map(([name, schema]) => [
        capitals(name),
        {
          name: name.replace(/\b\w/g, (letter) => letter.toUpperCase()),
          in: 'header',
          required: true,
          description: schemas.commentOf(constant),
          schema,
        },
      ]),
    ),
  );

const success = ({ id, response }: Endpoint, schemas: Schemas) =>
  response
    ? {
        200: {
          description: 'Done.',
          content: json('application/json', schemas.convert(response, 'answer', `${id} response`)),
        },
      }
    : { 204: { description: 'Done. There is nothing to tell.' } };
