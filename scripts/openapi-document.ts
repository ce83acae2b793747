import { readFileSync } from 'node:fs';
import { sessionCookie } from '../mocks/handlers/cookies.js';
import { kinds, statusOf } from '../mocks/handlers/respond.js';
import type { Endpoint } from '../src/contract/endpoint.js';
import { contract } from '../src/contract/index.js';
import { problem, problemKinds, type ProblemKind } from '../src/contract/problems.js';
import type { RuleId } from '../src/policy/rules.js';
import { openApiSchemas, type JsonSchema } from './openapi-schemas.js';
import { root } from './project.js';

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
        'What the elements of portal-widgets ask of a backend. Whatever is no success is a problem detail (RFC 9457) that names the rule that refuses and what to do next; `x-rules` lists the rules by which an endpoint may refuse. No answer may be kept by a cache (`Cache-Control: no-store`).',
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
      parameters: { CsrfToken: csrfToken },
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
  responses: { ...success(row, schemas), ...problems(row) },
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

const success = ({ id, response }: Endpoint, schemas: Schemas) =>
  response
    ? {
        200: {
          description: 'Done.',
          content: json('application/json', schemas.convert(response, 'answer', `${id} response`)),
        },
      }
    : { 204: { description: 'Done. There is nothing to tell.' } };

/** One response for each status, with every kind of problem and every rule behind it. */
const problems = (row: Endpoint) => {
  const technical = technicalKinds(row);
  const statuses = new Set([
    ...technical.map((kind) => statusOf(kind)),
    ...row.refusals.map((rule) => statusOf('refused', rule)),
  ]);
  const responses = [...statuses].map((status) => {
    const causes = technical.filter((kind) => statusOf(kind) === status);
    const rules = row.refusals.filter((rule) => statusOf('refused', rule) === status);
    const [only] = causes;
    const isShared = only && causes.length === 1 && rules.length === 0;
    return [status, isShared ? sharedProblem(only) : problemResponse(status, causes, rules)];
  });
  return Object.fromEntries(responses) as Readonly<Record<number, object>>;
};

const problemResponse = (
  status: number,
  causes: readonly ProblemKind[],
  rules: readonly RuleId[],
) => ({
  description: [...causes, ...(rules.length > 0 ? (['refused'] as const) : [])]
    .map((kind) => `${kinds[kind].title}.`)
    .join(' '),
  ...headersOf(status),
  content: json('application/problem+json', { $ref: '#/components/schemas/Problem' }),
  ...(rules.length > 0 && { 'x-rules': rules }),
});

/** `too-large` is `TooLarge` there. */
const nameOf = (kind: ProblemKind): string =>
  kind.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

const sharedProblem = (kind: ProblemKind) => ({ $ref: `#/components/responses/${nameOf(kind)}` });

/** The answers of technical causes that endpoints refer to. */
const sharedProblems = (paths: object) => {
  const text = JSON.stringify(paths);
  const used = problemKinds.filter((kind) => text.includes(JSON.stringify(sharedProblem(kind))));
  return Object.fromEntries(
    used.map((kind) => [nameOf(kind), problemResponse(statusOf(kind), [kind], [])]),
  );
};

/** Problems that are of no rule. */
const technicalKinds = (row: Endpoint): ProblemKind[] => [
  ...(row.request.params || row.request.body ? (['invalid-request'] as const) : []),
  ...(row.access === 'session' ? (['signed-out'] as const) : []),
  ...(row.method === 'GET' ? [] : (['forged-request'] as const)),
  ...(row.request.params ? (['not-found'] as const) : []),
  ...(row.request.body ? (['too-large', 'unsupported-media-type'] as const) : []),
  ...(row.rateLimited ? (['too-many-requests'] as const) : []),
  'internal',
  'unavailable',
];

const headersOf = (status: number) => {
  if (status === 401) return { headers: { 'WWW-Authenticate': authenticate } };
  if (status === 429) return { headers: { 'Retry-After': retryAfter } };
  return {};
};

const authenticate = {
  required: true,
  description: 'A scheme of its own, so that browsers show no dialog (RFC 9110, 15.5.2).',
  schema: { type: 'string' },
};

const retryAfter = {
  required: true,
  description: 'Seconds to wait.',
  schema: { type: 'integer', minimum: 1 },
};
