import { kinds, statusOf } from '../../mocks/handlers/http/respond.js';
import { refusalsOf, type Endpoint } from '../../src/contract/endpoint.js';
import { idempotencyKey, ifMatch } from '../../src/contract/headers.js';
import { problemKinds, type ProblemKind } from '../../src/contract/problems.js';
import { refusalParts, type RefusalId, type RuleId } from '../../src/policy/rules.js';
import { capitals } from './openapi-names.js';

/** One response for each status, with every kind of problem and every rule behind it. */
export const problemsOf = (row: Endpoint) => {
  const technical = technicalKinds(row);
  const refusals = refusalsOf(row);
  const statuses = new Set([
    ...technical.map((kind) => statusOf(kind)),
    ...refusals.map(statusOfRefusal),
  ]);
  const responses = [...statuses].map((status) => {
    const causes = technical.filter((kind) => statusOf(kind) === status);
    const rules = refusals.filter((id) => statusOfRefusal(id) === status);
    const [only] = causes;
    const isShared = only && causes.length === 1 && rules.length === 0;
    return [status, isShared ? sharedProblem(only) : problemResponse(status, causes, rules)];
  });
  return Object.fromEntries(responses) as Readonly<Record<number, object>>;
};

const statusOfRefusal = (id: RefusalId) => statusOf('refused', refusalParts<RuleId>(id).rule);

const problemResponse = (
  status: number,
  causes: readonly ProblemKind[],
  rules: readonly RefusalId[],
) => ({
  description: [...causes, ...(rules.length > 0 ? (['refused'] as const) : [])]
    .map((kind) => `${kinds[kind].title}.`)
    .join(' '),
  ...headersOf(status),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  ...(rules.length > 0 && { 'x-rules': rules }),
});

const sharedProblem = (kind: ProblemKind) => ({ $ref: `#/components/responses/${capitals(kind)}` });

/** The answers of technical causes that endpoints refer to. */
export const sharedProblems = (paths: object) => {
  const text = JSON.stringify(paths);
  const used = problemKinds.filter((kind) => text.includes(JSON.stringify(sharedProblem(kind))));
  return Object.fromEntries(
    used.map((kind) => [capitals(kind), problemResponse(statusOf(kind), [kind], [])]),
  );
};

const headerProblems = new Map<unknown, readonly ProblemKind[]>([
  [idempotencyKey, ['conflict']],
  [ifMatch, ['precondition-failed', 'precondition-required']],
]);

/** Problems that are of no rule. */
const technicalKinds = (row: Endpoint): ProblemKind[] => [
  ...(row.request.params || row.request.headers || row.request.body
    ? (['invalid-request'] as const)
    : []),
  ...(row.access === 'session' ? (['signed-out'] as const) : []),
  ...(row.method === 'GET' && row.access === 'public' ? [] : (['forged-request'] as const)),
  ...(row.request.params ? (['not-found'] as const) : []),
  ...(row.request.body ? (['too-large', 'unsupported-media-type'] as const) : []),
  ...(headerProblems.get(row.request.headers) ?? []),
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
