import { http, type HttpHandler, type PathParams } from 'msw';
import type { Endpoint, OutputOf } from '../../src/contract/endpoint.js';
import type { PortalPolicy } from '../../src/policy/portal-policy.js';
import type { Clock } from '../clock.js';
import type { Database } from '../db/database.js';
import { StorageError } from '../db/persistence.js';
import type { SessionRecord } from '../db/records/index.js';
import type { Faults } from '../faults.js';
import type { Decision, Refusal } from '../rules/decision.js';
import { recordAudit } from './audit.js';
import type { Answer, Call } from './call.js';
import { checkedAnswer, checkedRefusal } from './checked-answer.js';
import {
  blockedCookies,
  cookieValue,
  sessionCookie,
  setSessionCookie,
  type CookieJar,
} from './cookies.js';
import { mayCall } from './guards.js';
import { once } from './idempotency.js';
import { readBody, readParts } from './read-request.js';
import { answerWith, refuseWith } from './respond.js';
import { findSession } from './sessions.js';
import { openRecord } from './subjects.js';

/** What handlers run on. */
export interface Host {
  readonly baseUrl: string;
  readonly db: Database;
  readonly clock: Clock;
  readonly faults: Faults;
  /** In force now. */
  readonly policy: PortalPolicy;
  readonly passwordIterations: number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * The one place where a row of the contract becomes a request handler: it checks the request, the
 * session and the answer; the `answer` function only decides and stores.
 * @param jar absent: the request's own `Cookie` and the answer's `Set-Cookie`, as over real HTTP
 */
export const handle = <E extends Endpoint>(
  row: E,
  answer: Answer<E>,
  host: Host,
  jar?: CookieJar,
): HttpHandler =>
  methods[row.method](matchedPath(row.path, host.baseUrl), async ({ request, params }) => {
    const fault = host.faults.of(row.id);
    await (typeof fault.delay === 'number' ? host.wait(fault.delay) : fault.delay);
    if (fault.outcome === 'offline') return Response.error();
    const { policy } = host;
    const now = host.clock.now();
    if (fault.outcome === 'internal') return refuseWith(internal, { policy, now });
    if (fault.outcome === 'unavailable') return refuseWith(unavailable, { policy, now });
    try {
      const lost = fault.outcome === 'lost';
      const response = await run(row, answer, host, jar, { request, params, lost });
      if (lost) return Response.error();
      return fault.outcome === 'wrong' && response.ok ? await broken(response) : response;
    } catch (error) {
      console.error(`The simulated backend failed at ${row.id}:`, error);
      const refusal = error instanceof StorageError ? unavailable : internal;
      return refuseWith(refusal, { policy, now });
    }
  });

const methods = {
  GET: http.get,
  POST: http.post,
  PUT: http.put,
  PATCH: http.patch,
  DELETE: http.delete,
};

/** A path of the contract as MSW writes it: `/patients/:subject` for `/patients/{subject}`. */
export const matchedPath = (path: string, baseUrl: string): string =>
  baseUrl + path.replace(/\{(\w+)\}/g, ':$1');

interface Received {
  readonly request: Request;
  readonly params: PathParams;
  /** Whether the answer, and with it the cookie, will not reach the browser. */
  readonly lost: boolean;
}

const run = async <E extends Endpoint>(
  row: E,
  answer: Answer<E>,
  host: Host,
  jar: CookieJar | undefined,
  { request, params, lost }: Received,
): Promise<Response> => {
  const body = await readBody(row, request);
  return host.db.transact(async (tables) => {
    const { policy } = host;
    const now = host.clock.now();
    const cookies = request.credentials === 'omit' ? blockedCookies : jar;
    const cookieHeader = cookies ? cookies.read(tables) : request.headers.get('Cookie');
    const session = findSession(tables, cookieValue(cookieHeader, sessionCookie), policy, now);
    let given = null as SessionRecord | null;
    const call: Call = {
      tables,
      policy,
      now,
      passwordIterations: host.passwordIterations,
      session,
      account: (session?.accountId && tables.accounts.get(session.accountId)) || null,
      csrfToken: request.headers.get('X-CSRF-Token'),
      useSession: (next) => (given = next),
    };
    const { headers } = request;
    const decision = await decide(row, answer, call, { params, headers, body });
    if (decision.ok && row.activity) countActivity(call);
    const response = decision.ok
      ? answerWith(checkedAnswer(row, decision.value))
      : refuseWith(checkedRefusal(row, decision), call);
    if (given && !lost) {
      const cookie = setSessionCookie(given.id, request.url);
      if (cookies) cookies.keep(tables, cookie);
      else response.headers.append('Set-Cookie', cookie);
    }
    return response;
  });
};

const decide = async <E extends Endpoint>(
  row: E,
  answer: Answer<E>,
  call: Call,
  { params, headers, body }: { params: PathParams; headers: Headers; body: Decision<unknown> },
): Promise<Decision<OutputOf<E>>> => {
  const allowedIn = mayCall(row, call);
  if (!allowedIn.ok) return allowedIn;
  if (!body.ok) return body;
  const parts = readParts(row, { params, headers, body: body.value });
  if (!parts.ok) return parts;
  const { subject } = (parts.value as Addressed).params ?? {}; // where the row declares one
  if (subject !== undefined) {
    // Before an answer is repeated, too: the access may have been taken back since.
    const record = openRecord(call, subject);
    if (!record.ok) return record;
  }
  return once(row, call, parts.value, async () => {
    const decision = await answer(Object.assign(call, parts.value));
    if (decision.ok && row.audit && subject !== undefined) {
      await recordAudit(call, row.audit, subject);
    }
    return decision;
  });
};

/** Of a request on patient data: whose. */
interface Addressed {
  readonly params?: { readonly subject?: string };
}

/** A request that did what it asked counts as input of the user (`session.idle-logout`). */
const countActivity = ({ tables, session, now }: Call): void => {
  const current = session && tables.sessions.get(session.id);
  if (current?.accountId) tables.sessions.put({ ...current, lastActivityAt: now });
};

/** The same answer with its first member of a type that the contract does not have. */
const broken = async (response: Response): Promise<Response> => {
  const text = await response.text();
  const members = Object.entries(text ? (JSON.parse(text) as object) : {});
  return answerWith(
    Object.fromEntries(
      members.map(([key, value], at) => [key, at === 0 ? {} : (value as unknown)]),
    ),
  );
};

const internal: Refusal = {
  ok: false,
  kind: 'internal',
  detail: 'The backend has made a mistake.',
  next: [{ action: 'try-again' }],
};

const unavailable: Refusal = {
  ok: false,
  kind: 'unavailable',
  detail: 'The backend cannot answer at the moment.',
  next: [{ action: 'try-again' }],
};
