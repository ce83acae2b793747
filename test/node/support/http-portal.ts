import { createBackend, ManualClock, type BackendOptions } from '../../../mocks/index.js';
import { startServer, type ServerOptions } from '../../../mocks/server/index.js';
import type { Problem } from '../../../src/contract/problems.js';
import type { SessionAnswer } from '../../../src/contract/account/session.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { makePerson, makeReport, password } from '../../support/sample-people.js';
import { finallyDo } from './cleanup.js';

/** A server with one person, `ann`, at a moment that stands still. It ends with the test. */
export const openServer = async (
  options: Partial<BackendOptions> & Omit<ServerOptions, 'backend'> = {},
) => {
  const clock = new ManualClock('2026-03-02T15:00:00Z');
  const backend = await createBackend({
    policy: mycooper,
    clock,
    people: [makePerson('ann', 'ann.example', [makeReport()])],
    passwordIterations: 10,
    ...options,
  });
  finallyDo(() => backend.close());
  const server = await startServer({ port: 0, ...options, backend });
  finallyDo(() => server.close());
  return { backend, clock, server, browser: new HttpBrowser(server.address) };
};

/** Keeps cookies and sends the token, as a browser with our client does. */
export class HttpBrowser {
  cookie = '';
  csrfToken = '';
  readonly #address: string;

  constructor(address: string) {
    this.#address = address;
  }

  async send(method: string, path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers({ Cookie: this.cookie, 'X-CSRF-Token': this.csrfToken });
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    const response = await fetch(this.#address + path, { ...init, method, headers });
    const [setCookie] = response.headers.getSetCookie();
    if (setCookie) this.cookie = setCookie.replace(/;.*/, '');
    return response;
  }

  write(method: string, path: string, body: unknown): Promise<Response> {
    const headers = { 'Content-Type': 'application/json' };
    return this.send(method, path, { headers, body: JSON.stringify(body) });
  }

  async session(): Promise<SessionAnswer> {
    const session = await json<SessionAnswer>(await this.send('GET', '/session'));
    this.csrfToken = session.csrfToken;
    return session;
  }

  /** Asks for the session, as every page does first, and signs in. */
  async signIn(username = 'ann.example', typed = password): Promise<Response> {
    if (this.csrfToken === '') await this.session();
    const response = await this.write('POST', '/session', { username, password: typed });
    if (response.ok) this.csrfToken = (await json<SessionAnswer>(response.clone())).csrfToken;
    return response;
  }
}

export const json = async <T>(response: Response): Promise<T> => (await response.json()) as T;

export const problemOf = (response: Response): Promise<Problem> => json<Problem>(response);
