/**
 * A small server between a portal's pages and the hospital's identity provider: OpenID Connect, by the code flow with
 * PKCE (RFC 7636). The browser gets a cookie that no script can read; codes and tokens never leave this server. It
 * answers the session's part of the contract, and hands the rest to the hospital's own backend. Sessions are kept in
 * memory: a server of several processes needs a store.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

/**
 * @typedef {object} GatewayOptions
 * @property {string} issuer the identity provider's address
 * @property {string} clientId what it calls this portal
 * @property {string} clientSecret
 * @property {string} origin this server's own address; https, other than on this computer
 * @property {(sub: string) => Promise<Patient | undefined>} findPatient whose account it is, by the provider's id
 * @property {(patient: Patient, request: IncomingMessage, response: ServerResponse) => unknown} [answerRecord] answers
 *   the rest of the contract, for the patient who is signed in. Default: nothing is offered
 * @property {() => number} [now] milliseconds since 1970
 */

/** @typedef {{ id: string, displayName: string }} Patient */
/** @typedef {{ state: string, nonce: string, verifier: string, returnTo: string, at: number }} Attempt what waits for the code */
/** @typedef {{ idToken: string, at: number }} Ended */
/** @typedef {{ patient: Patient, idToken: string, csrfToken: string, lastUsed: number }} Session */
/** @typedef {import('node:http').IncomingMessage} IncomingMessage */
/** @typedef {import('node:http').ServerResponse} ServerResponse */

/** Seconds without activity that end a session (`session.idle-logout`). */
const idleLimit = 15 * 60;

const random = () => randomBytes(32).toString('base64url');

/** @param {GatewayOptions} options */
export function createGateway({
  issuer,
  clientId,
  clientSecret,
  origin,
  findPatient,
  answerRecord = (_patient, _request, response) => refuse(response, 501, 'not-offered'),
  now = Date.now,
}) {
  /** @type {Map<string, Attempt>} by cookie; each is used once */
  const attempts = new Map();
  /** @type {Map<string, Session>} by cookie */
  const sessions = new Map();
  /** @type {Map<string, Ended>} of sessions that are over, by cookie: the provider's end-session address needs it */
  const ended = new Map();
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  /** A page of this site may send it, and a link that leads here; no script reads it. */
  const cookie = (/** @type {string} */ name, /** @type {string} */ value, age = '') =>
    `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}${age}`;
  const noCookie = (/** @type {string} */ name) => cookie(name, '', '; Max-Age=0');

  const redirectUri = `${origin}/sso/callback`;
  /** @type {Promise<Record<string, string>> | undefined} */
  let found;
  const provider = () =>
    (found ??= fetch(`${issuer}/.well-known/openid-configuration`).then((answer) => answer.json()));

  /** To the provider. @param {IncomingMessage} request @param {ServerResponse} response */
  async function start(request, response) {
    const { authorization_endpoint: address = '' } = await provider();
    forgetOld(attempts, now());
    forgetOld(ended, now());
    const attempt = {
      state: random(),
      nonce: random(),
      verifier: random(),
      returnTo: pathIn(new URL(request.url ?? '', origin).searchParams.get('return_to')),
      at: now(),
    };
    const id = random();
    attempts.set(id, attempt);
    const query = new URLSearchParams({
      client_id: clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'openid',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: createHash('sha256').update(attempt.verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    return redirect(response, `${address}?${query}`, cookie('sso', id, '; Max-Age=600'));
  }

  /** Back with a code. @param {IncomingMessage} request @param {ServerResponse} response */
  async function finish(request, response) {
    const query = new URL(request.url ?? '', origin).searchParams;
    const id = cookieIn(request, 'sso');
    const attempt = attempts.get(id);
    attempts.delete(id);
    // Not begun in this browser, or before: nothing of it is used.
    if (!attempt || query.get('state') !== attempt.state) return end(response, 400);
    const code = query.get('code');
    // Such as: somebody has changed their mind.
    if (code === null) return redirect(response, attempt.returnTo, noCookie('sso'));
    const idToken = await exchange(code, attempt.verifier);
    const patient = await findPatient(subjectOf(idToken, attempt.nonce));
    if (!patient) return end(response, 403);
    // A new id for each session: one that was planted before signing in is worth nothing.
    const session = random();
    sessions.delete(cookieIn(request, 'portal'));
    sessions.set(session, { patient, idToken, csrfToken: random(), lastUsed: now() });
    return redirect(response, attempt.returnTo, noCookie('sso'), cookie('portal', session));
  }

  /** @param {string} code @param {string} verifier */
  async function exchange(code, verifier) {
    const { token_endpoint: address = '' } = await provider();
    const answer = await fetch(address, {
      method: 'POST',
      headers: {
        Authorization: `Basic ${Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64')}`,
      },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        code_verifier: verifier,
      }),
    });
    if (!answer.ok) throw new Error(`The identity provider gave no token: ${answer.status}.`);
    return /** @type {{ id_token: string }} */ (await answer.json()).id_token;
  }

  /**
   * It comes straight from the provider, over TLS, which stands for its signature (OpenID Connect Core 1.0, 3.1.3.7).
   * @param {string} idToken @param {string} nonce
   */
  function subjectOf(idToken, nonce) {
    const [, payload = ''] = idToken.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const isForUs = [claims.aud].flat().includes(clientId) && claims.iss === issuer;
    if (!isForUs || claims.nonce !== nonce || claims.exp * 1000 <= now()) {
      throw new Error('The identity provider gave a token that is not for this sign-in.');
    }
    return String(claims.sub);
  }

  /** Ends the session at the provider, too. @param {IncomingMessage} request @param {ServerResponse} response */
  async function leave(request, response) {
    const { end_session_endpoint: address = '' } = await provider();
    const id = cookieIn(request, 'portal');
    // No other site ends a session by a link that leads here: the page has ended it before.
    if (sessionOf(id)) return redirect(response, '/');
    const idToken = ended.get(id)?.idToken;
    if (idToken === undefined) return redirect(response, '/', noCookie('portal'));
    ended.delete(id);
    const query = new URLSearchParams({
      id_token_hint: idToken,
      post_logout_redirect_uri: `${origin}/`,
    });
    return redirect(response, `${address}?${query}`, noCookie('portal'));
  }

  /** Its patient, unless nobody has used it for too long. @param {string} id @returns {Session | undefined} */
  function sessionOf(id) {
    const session = sessions.get(id);
    if (!session || now() - session.lastUsed < idleLimit * 1000) return session;
    close(id, session);
    return undefined;
  }

  /** @param {string} id @param {Session} session */
  function close(id, session) {
    sessions.delete(id);
    ended.set(id, { idToken: session.idToken, at: now() });
  }

  /** @param {Session | undefined} session */
  const sessionAnswer = (session) =>
    session
      ? {
          status: 'signed-in',
          csrfToken: session.csrfToken,
          account: session.patient,
          subjects: [{ ...session.patient, relationship: 'self', access: 'full' }],
          idle: {
            limitSeconds: idleLimit,
            remainingSeconds: Math.floor(idleLimit - (now() - session.lastUsed) / 1000),
          },
        }
      : { status: 'signed-out', csrfToken: '', ended: null };

  /** The session's part of the contract. @param {IncomingMessage} request @param {ServerResponse} response */
  function answer(request, response) {
    const id = cookieIn(request, 'portal');
    const session = sessionOf(id);
    const asked = `${request.method} ${request.url}`;
    if (asked === 'GET /api/session') return json(response, 200, sessionAnswer(session));
    if (!session) return refuse(response, 401, 'signed-out');
    if (request.headers['x-csrf-token'] !== session.csrfToken) {
      return refuse(response, 403, 'forged-request');
    }
    if (asked === 'DELETE /api/session') {
      close(id, session);
      return end(response, 204);
    }
    if (asked === 'PUT /api/session/activity') {
      session.lastUsed = now();
      return json(response, 200, sessionAnswer(session));
    }
    return answerRecord(session.patient, request, response);
  }

  /** @type {Record<string, typeof start>} */
  const pages = { '/sso': start, '/sso/callback': finish, '/sso/sign-out': leave };

  /** @param {IncomingMessage} request @param {ServerResponse} response */
  const serve = async (request, response) => {
    const path = new URL(request.url ?? '', origin).pathname;
    try {
      if (path.startsWith('/api/')) await answer(request, response);
      else await (pages[path]?.(request, response) ?? end(response, 404));
    } catch (error) {
      console.error(error);
      end(response, 502);
    }
  };
  return createServer((request, response) => void serve(request, response));
}

/** What nobody has come back for in ten minutes. @param {Map<string, { at: number }>} map @param {number} now */
const forgetOld = (map, now) => {
  for (const [id, { at }] of map) if (now - at > 600_000) map.delete(id);
};

/** Only a path of this site: else anybody could send patients anywhere. @param {string | null} path */
const pathIn = (path) => (path && /^\/(?![/\\])/.test(path) ? path : '/');

/** @param {IncomingMessage} request @param {string} name */
const cookieIn = ({ headers }, name) =>
  (headers.cookie ?? '')
    .split('; ')
    .find((each) => each.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? '';

/** @param {ServerResponse} response @param {string} address @param {string[]} cookies */
const redirect = (response, address, ...cookies) =>
  response.writeHead(302, { Location: address, 'Set-Cookie': cookies, ...neverKept }).end();

/** @param {ServerResponse} response @param {number} status */
const end = (response, status) => response.writeHead(status, neverKept).end();

/** @param {ServerResponse} response @param {number} status @param {object} body */
const json = (response, status, body) =>
  response
    .writeHead(status, { 'Content-Type': 'application/json', ...neverKept })
    .end(JSON.stringify(body));

/** @param {ServerResponse} response @param {number} status @param {string} kind */
const refuse = (response, status, kind) => {
  const type = `urn:portal-widgets:problem:${kind}`;
  return json(response, status, { type, title: kind, status, detail: kind, next: [] });
};

const neverKept = { 'Cache-Control': 'no-store' };
