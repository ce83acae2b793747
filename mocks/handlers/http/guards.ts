import type { Endpoint } from '../../../src/contract/endpoint.js';
import type { SessionRecord } from '../../db/records/index.js';
import { allowed, type Decision, type Refusal } from '../../rules/decision.js';
import { cookiesRequired, decideTryRate } from '../../rules/account/login.js';
import { endedByIdling, signedOut } from '../../rules/account/session.js';
import type { Call } from './call.js';

/** The token that every page of ours sends is missing or wrong. */
export const forgedRequest: Refusal = {
  ok: false,
  kind: 'forged-request',
  detail: 'X-CSRF-Token is not the one that GET /session tells.',
  next: [{ action: 'try-again' }],
};

/** Lets a page of a site through: passkeys are made for one, and are of use nowhere else. */
export const fromSite = ({ origin }: Pick<Call, 'origin'>): Decision<string> =>
  origin === null ? fromNoSite : allowed(origin);

const fromNoSite: Refusal = {
  ok: false,
  kind: 'forged-request',
  detail: 'Passkeys are for pages on the web, and Origin names none.',
  next: [],
};

/** Lets through who has a session, of somebody or nobody. */
export const haveSession = ({
  session,
  keepsCookies,
  csrfToken,
}: Pick<Call, 'session' | 'keepsCookies' | 'csrfToken'>): Decision<SessionRecord> => {
  if (session) return allowed(session);
  // A token without a cookie: the browser was given both, and keeps no cookies. In one that keeps them the session
  // is gone, and GET /session gives another one.
  return csrfToken && !keepsCookies ? cookiesRequired : forgedRequest;
};

/**
 * Lets one more try through of someone who is not signed in: at a password, a code, an e-mail address.
 * @returns the session, with the try counted
 */
export const admit = (call: Call): Decision<SessionRecord> => {
  const { tables, policy, now } = call;
  const known = haveSession(call);
  if (!known.ok) return known;
  const rate = decideTryRate(known.value.tries, policy, now);
  if (!rate.ok) return rate;
  const counted: SessionRecord = { ...known.value, tries: rate.value };
  tables.sessions.put(counted);
  return allowed(counted);
};

/** What holds for every endpoint, before its own rules are asked. */
export const mayCall = (
  row: Endpoint,
  { session, account, csrfToken }: Pick<Call, 'session' | 'account' | 'csrfToken'>,
): Decision<null> => {
  if (row.access === 'session' && !account) {
    return session?.ended === 'idle' ? endedByIdling : signedOut;
  }
  // Where there is no session there is nothing that another site could abuse.
  // A read changes nothing, so it may come without a token; with one it is meant for that session and no other.
  const needsToken = row.method !== 'GET' || (row.access === 'session' && csrfToken !== null);
  if (needsToken && session && csrfToken !== session.csrfToken) return forgedRequest;
  return allowed(null);
};
