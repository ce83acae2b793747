import type { Endpoint, OutputOf, RequestOf } from '../../../src/contract/endpoint.js';
import type { SessionRecord } from '../../db/records/index.js';
import type { Tables } from '../../db/tables.js';
import type { Host } from '../../host.js';
import type { Decision } from '../../rules/decision.js';
import type { AnswerIn, Call, RecordCall } from './call.js';
import {
  blockedCookies,
  cookieValue,
  sessionCookie,
  setSessionCookie,
  type CookieJar,
} from './cookies.js';
import { mayCall } from './guards.js';
import type { Guard, Received } from './handle.js';
import { withHashes, type Hashes } from './hashes.js';
import { answerWith, internal, refuseWith, responseOf, unavailable } from './respond.js';
import { findSession } from '../account/sessions.js';
import { announceReleases } from '../queries/timed-releases.js';
import { withoutRecord, withRecord, type WayIn } from './with-record.js';

/**
 * Lets patients' requests in: by the session that their cookie names, and by its token.
 * @param jar absent: the request's own `Cookie` and the answer's `Set-Cookie`, as over real HTTP
 */
export const portalGuard = (host: Host, jar?: CookieJar): Guard<Call> =>
  guardOf({ host, jar, wayIn: withoutRecord });

/** The same for requests about a record, which it opens and hands over: see {@link portalGuard}. */
export const recordGuard = (host: Host, jar?: CookieJar): Guard<RecordCall> =>
  guardOf({ host, jar, wayIn: withRecord });

interface Way<Context> {
  readonly host: Host;
  readonly jar: CookieJar | undefined;
  readonly wayIn: WayIn<Context>;
}

const guardOf =
  <Context>(way: Way<Context>): Guard<Context> =>
  async (received, answer) => {
    const { host } = way;
    const fault = await host.faultOf(received.row.id);
    await (typeof fault.delay === 'number' ? host.wait(fault.delay) : fault.delay);
    const facts = { policy: host.policy, now: host.clock.now() };
    if (fault.outcome === 'offline') return Response.error();
    if (fault.outcome === 'internal') return refuseWith(internal, facts);
    if (fault.outcome === 'unavailable') return refuseWith(unavailable, facts);
    if (fault.outcome === 'captive') return captivePortal();
    const lost = fault.outcome === 'lost';
    const response = await run(received, answer, way, lost);
    if (lost) return Response.error();
    return fault.outcome === 'wrong' && response.ok ? broken(response) : response;
  };

/** @param lost whether the answer, and with it the cookie, will not reach the browser */
const run = async <E extends Endpoint, Context>(
  received: Received<E>,
  answer: AnswerIn<Context, E>,
  { host, jar, wayIn }: Way<Context>,
  lost: boolean,
): Promise<Response> => {
  const { row, request } = received;
  const parts = await received.read();
  const cookies = request.credentials === 'omit' ? blockedCookies : jar;
  return withHashes(host.passwordIterations, (hashes) =>
    host.db.transact(async (tables) => {
      announceReleases(tables, host.policy, host.clock.now());
      let given = null as SessionRecord | null;
      const call = callOf({ host, tables, hashes }, request, cookies, (next) => (given = next));
      const decision = await decide(received, answer, wayIn, call, parts);
      if (decision.ok && row.activity) countActivity(call);
      const response = responseOf(row, decision, call);
      if (given && !lost) {
        const cookie = setSessionCookie(given.id, request.url);
        if (cookies) cookies.keep(tables, cookie);
        else response.headers.append('Set-Cookie', cookie);
      }
      return response;
    }),
  );
};

interface Inside {
  readonly host: Host;
  readonly tables: Tables;
  readonly hashes: Hashes;
}

const callOf = (
  { host: { policy, clock }, tables, hashes }: Inside,
  { headers, url }: Request,
  jar: CookieJar | undefined,
  useSession: Call['useSession'],
): Call => {
  const now = clock.now();
  const sent = jar ? jar.read(tables) : headers.get('Cookie');
  const sessionId = cookieValue(sent, sessionCookie);
  const session = findSession(tables, sessionId, policy, now);
  return {
    tables,
    policy,
    now,
    hashes,
    session,
    account: (session?.accountId && tables.accounts.get(session.accountId)) || null,
    keepsCookies: sessionId !== undefined || (jar !== undefined && jar !== blockedCookies),
    csrfToken: headers.get('X-CSRF-Token'),
    // Within one site some browsers do not say it.
    origin: originOf(headers.get('Origin') ?? url),
    useSession,
  };
};

/** Of an address on the web; null: it is none. */
const originOf = (address: string): string | null => {
  if (!URL.canParse(address)) return null;
  const { protocol, origin } = new URL(address); // an http URL without a host cannot be parsed
  return protocol === 'https:' || protocol === 'http:' ? origin : null;
};

const decide = async <E extends Endpoint, Context>(
  { row }: Received<E>,
  answer: AnswerIn<Context, E>,
  wayIn: WayIn<Context>,
  call: Call,
  parts: Decision<RequestOf<E>>,
): Promise<Decision<OutputOf<E>>> => {
  const allowedIn = mayCall(row, call);
  if (!allowedIn.ok) return allowedIn;
  if (!parts.ok) return parts;
  return wayIn(row, call, parts.value, answer);
};

/** A request that did what it asked counts as input of the user (`session.idle-logout`). */
const countActivity = ({ tables, session, now }: Call): void => {
  const current = session && tables.sessions.get(session.id);
  if (current?.accountId) tables.sessions.put({ ...current, lastActivityAt: now });
};

const captivePortal = () =>
  new Response('<!doctype html><title>Welcome to our network</title><p>Accept our terms.</p>', {
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  });

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
