import * as z from 'zod/mini';
import { createBackend, type Backend, type BackendOptions } from '../../mocks/backend.js';
import { ManualClock } from '../../mocks/clock.js';
import type { FetchOptions } from '../../mocks/fetch.js';
import type { OutputOf } from '../../src/contract/endpoint.js';
import { contract } from '../../src/contract/index.js';
import { problem, type Problem } from '../../src/contract/problems.js';
import { result, type Result } from '../../src/contract/record/results.js';
import {
  sessionAnswer,
  signedIn,
  type SessionAnswer,
  type SignedIn,
} from '../../src/contract/account/session.js';
import { mycooper } from '../../src/policy/mycooper.js';
import { connect } from './connect.js';
import { makePerson, password } from './sample-people.js';

/** A response as it came: everything of it that can be compared. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The body of a success, as its row of the contract has it. */
export const successOf = <S extends z.ZodMiniType>(
  { response }: { readonly response: S },
  { status, text }: Answer,
): z.output<S> => {
  if (status !== 200) throw new Error(`${status}: ${text}`);
  return z.parse(response, JSON.parse(text));
};
/** The body of an answer, as the contract has it. */
export const problemOf = ({ text }: Answer): Problem => z.parse(problem, JSON.parse(text));
/** What a refusal says to a person: by which rule, what to do now, which fields. */
export const refusalOf = (answer: Answer) => {
  const { rule, next, errors } = problemOf(answer);
  return {
    rule,
    next: next.map(({ action }) => action),
    ...(errors && { pointers: errors.map(({ pointer }) => pointer) }),
  };
};
export const sessionOf = ({ text }: Answer): SessionAnswer =>
  z.parse(sessionAnswer, JSON.parse(text));
export const signedInOf = ({ text }: Answer): SignedIn => z.parse(signedIn, JSON.parse(text));
export type ResultPage = OutputOf<typeof contract.searchResults>;
export const pageOf = ({ text }: Answer): ResultPage =>
  z.parse(contract.searchResults.response, JSON.parse(text));
export const resultOf = ({ text }: Answer): Result => z.parse(result, JSON.parse(text));

type HeadersOf = Readonly<Record<string, string>>;

/** A browser on the portal: keeps its cookies, and sends the token as our client does. */
export class Browser {
  csrfToken = '';
  readonly #fetch: typeof fetch;

  constructor(backend: Backend, options?: FetchOptions) {
    this.#fetch = connect(backend, options);
  }

  async send(method: string, path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers(init.headers);
    if (method !== 'GET' && !headers.has('X-CSRF-Token')) {
      headers.set('X-CSRF-Token', this.csrfToken);
    }
    const response = await this.#fetch(`/api${path}`, { ...init, method, headers });
    // Over real HTTP the server's machine adds its own clock.
    const headersSent = [...response.headers].filter(([name]) => name !== 'date');
    return {
      status: response.status,
      headers: Object.fromEntries(headersSent),
      text: await response.text(),
    };
  }

  /** With a JSON body. */
  write(method: string, path: string, body: unknown, more: HeadersOf = {}): Promise<Answer> {
    const headers = { ...more, 'Content-Type': 'application/json' };
    return this.send(method, path, { headers, body: JSON.stringify(body) });
  }

  async session(): Promise<SessionAnswer> {
    const answer = sessionOf(await this.send('GET', '/session'));
    this.csrfToken = answer.csrfToken;
    return answer;
  }

  /** Asks for the session, as every page does first, and signs in. */
  async signIn(username: string, typed = password): Promise<Answer> {
    if (this.csrfToken === '') await this.session();
    const answer = await this.write('POST', '/session', { username, password: typed });
    if (answer.status === 200) this.csrfToken = sessionOf(answer).csrfToken;
    return answer;
  }

  /** Sends what is done once for each key. */
  create(path: string, body: unknown, key: string = crypto.randomUUID()): Promise<Answer> {
    return this.write('POST', path, body, { 'Idempotency-Key': key });
  }

  /** Signs up as somebody new. */
  signUp(body: object, key?: string): Promise<Answer> {
    return this.create('/accounts', body, key);
  }

  search(subject: string, query: object = {}): Promise<Answer> {
    return this.write('POST', `/patients/${subject}/results/search`, query);
  }
}

/** A backend at a moment that stands still, with two people: `ann` and `bob`. */
export const openPortal = async (options: Partial<BackendOptions> = {}) => {
  const clock = new ManualClock('2026-03-02T15:00:00Z');
  const backend = await createBackend({
    policy: mycooper,
    clock,
    people: [makePerson('ann', 'Ann.Example'), makePerson('bob', 'bob.example')],
    passwordIterations: 10,
    ...options,
  });
  return { backend, clock, browser: new Browser(backend) };
};
