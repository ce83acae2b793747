import type { Endpoint } from '../../../src/contract/endpoint.js';
import { problemType, type Problem, type ProblemKind } from '../../../src/contract/problems.js';
import type { RuleId } from '../../../src/policy/rules.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import type { Decision, Refusal } from '../../rules/decision.js';
import { checkedAnswer, checkedRefusal } from './checked-answer.js';

/** What an answer of each kind of problem begins with. */
export const kinds: Readonly<
  Record<ProblemKind, { readonly status: number; readonly title: string }>
> = {
  refused: { status: 403, title: 'Refused by a rule' },
  'invalid-request': { status: 400, title: 'Invalid request' },
  'signed-out': { status: 401, title: 'Signed out' },
  'forged-request': { status: 403, title: 'Request not from this portal' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'unsupported-media-type': { status: 415, title: 'Unsupported media type' },
  'too-large': { status: 413, title: 'Too large' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  conflict: { status: 409, title: 'Conflict' },
  'precondition-failed': { status: 412, title: 'Changed in the meantime' },
  'precondition-required': { status: 428, title: 'Precondition required' },
  internal: { status: 500, title: 'Internal error' },
  'not-offered': { status: 501, title: 'Not offered here' },
  unavailable: { status: 503, title: 'Unavailable' },
};

/** Rules that refuse for want of right credentials, or of a session (RFC 9110, 15.5.2). */
const unauthorized: ReadonlySet<RuleId | undefined> = new Set<RuleId>([
  'login.no-hints',
  'login.lockout',
  'session.idle-logout',
]);

/** The status of a refusal, by a rule or for a technical cause. */
export const statusOf = (kind: ProblemKind, rule?: RuleId): number =>
  unauthorized.has(rule) ? 401 : kinds[kind].status;

/** What a refusal's headers are made of. */
interface Context {
  readonly policy: PortalPolicy;
  readonly now: number;
}

/** What an endpoint answers, checked against its row. */
export const responseOf = (
  row: Endpoint,
  decision: Decision<unknown>,
  context: Context,
): Response =>
  decision.ok
    ? answerWith(checkedAnswer(row, decision.value))
    : refuseWith(checkedRefusal(row, decision), context);

/** An endpoint's answer. */
export const answerWith = (body: unknown): Response => {
  if (body === undefined) return respond(204, null);
  const response = respond(200, JSON.stringify(body), 'application/json');
  const { etag } = body as { readonly etag?: string };
  if (etag !== undefined) response.headers.set('ETag', etag);
  return response;
};

/** The one place where a refusal becomes problem details (RFC 9457). */
export const refuseWith = (refusal: Refusal, { policy, now }: Context): Response => {
  const { kind, rule, case: ruleCase, detail, next, attemptsLeft, errors } = refusal;
  const { title } = kinds[kind];
  const status = statusOf(kind, rule);
  const problem: Problem = {
    type: problemType(kind),
    title,
    status,
    detail,
    ...(rule && { rule }),
    ...(ruleCase && { case: ruleCase }),
    next: [...next],
    ...(errors && { errors: [...errors] }),
    ...(attemptsLeft !== undefined && { attemptsLeft }),
  };
  const response = respond(status, JSON.stringify(problem), 'application/problem+json');
  if (status === 401) response.headers.set('WWW-Authenticate', `Portal realm="${policy.id}"`);
  const at = next.find(({ action }) => action === 'wait')?.at;
  if (at) {
    const seconds = Math.ceil((Date.parse(at) - now) / 1000);
    response.headers.set('Retry-After', String(Math.max(seconds, 1)));
  }
  return response;
};

const respond = (status: number, body: string | null, contentType?: string): Response =>
  new Response(body, {
    status,
    headers: {
      'Cache-Control': 'no-store', // session.no-cache
      'X-Content-Type-Options': 'nosniff',
      ...(contentType && { 'Content-Type': contentType }),
    },
  });

export const internal: Refusal = {
  ok: false,
  kind: 'internal',
  detail: 'The backend has made a mistake.',
  next: [{ action: 'try-again' }],
};

export const unavailable: Refusal = {
  ok: false,
  kind: 'unavailable',
  detail: 'The backend cannot answer at the moment.',
  next: [{ action: 'try-again' }],
};
