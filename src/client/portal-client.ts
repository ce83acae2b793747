/**
 * Speaks the contract: typed, checked, retried where that is safe, with one error for each cause. Nothing comes in
 * here of who is signed in or of what is shown.
 */
import type { ClientEndpoint } from '../contract/client-endpoint.js';
import { getSession } from '../contract/generated/session.js';
import type { SessionAnswer } from '../contract/account/session.js';
import { isObject, mistakesOf, type Mistake } from '../shape/shape.js';
import { checkedBaseUrl } from './base-url.js';
import {
  BadAnswerError,
  NotFoundError,
  SessionChangedError,
  SignedOutError,
  UnavailableError,
  UnreachableError,
} from './portal-errors.js';
import { systemTimers, type Timers } from './timers.js';
import { toJson } from './to-json.js';

export interface PortalClientOptions {
  /** Where the endpoints are: an https address, or one relative to the page. */
  readonly baseUrl: string;
  /** Default: the page's own `fetch`. */
  readonly fetch?: typeof fetch;
  /** Milliseconds after which an unanswered request counts as unreachable. Default: 30,000. */
  readonly timeLimit?: number;
  /** By which it waits before a retry. Default: those of the system. */
  readonly timers?: Timers;
}

export interface CallOptions {
  /** Ends the call: it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Sent even if the page is being left; its body then has 64 KB at most. Default: no. */
  readonly keepalive?: boolean;
  /**
   * Never sent again when another session has begun in this browser meanwhile, not even for the same
   * account. Default: it is, where it is still the same account that has signed in, or nobody.
   */
  readonly thisSessionOnly?: boolean;
}

/** Any of the parts that a request may have. */
interface Input {
  readonly params?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Milliseconds before the first and the second retry of a safe request. */
export const retryWaits: readonly number[] = [400, 1600];

/** Speaks the contract with a backend: typed, checked, cancellable. One for each session. */
export class PortalClient {
  readonly baseUrl: string;
  /** Called when an answer says that nobody is signed in any more. */
  onSignedOut: ((error: SignedOutError) => void) | undefined;
  /** Called when an answer says that somebody else is signed in now. */
  onSessionChanged: (() => void) | undefined;
  /** Called when something of a record was not found, with the record's subject: maybe it is closed now. */
  onNotFound: ((subject: string) => void) | undefined;
  /** Token of the session that requests are meant for; see `use`. */
  csrfToken = '';
  /** Whose session that is, as `holderOf` has it; undefined: not known yet, so anybody's. */
  #holder: string | undefined;
  readonly #fetch: typeof fetch;
  readonly #timeLimit: number;
  readonly #timers: Timers;

  /** @throws TypeError for a base URL that is none, or not encrypted (`session.encrypted`). */
  constructor(options: PortalClientOptions) {
    this.baseUrl = checkedBaseUrl(options.baseUrl, document.baseURI);
    this.#fetch = options.fetch ?? ((input, init) => fetch(input, init));
    this.#timeLimit = options.timeLimit ?? 30_000;
    this.#timers = options.timers ?? systemTimers;
  }

  /** Requests from now on are meant for this session. */
  use(session: SessionAnswer): void {
    this.csrfToken = session.csrfToken;
    this.#holder = holderOf(session);
  }

  /** Requests from now on are nobody's: the session is over. */
  leave(): void {
    this.#holder = '';
  }

  /**
   * Calls an endpoint. It is done for the account that is signed in here as it is called, or not at all.
   * Safe requests are tried three times when the network or the backend fails; all others once.
   * @throws PortalError, one class for each cause; the signal's reason when aborted
   */
  async call<I, O>(
    endpoint: ClientEndpoint<I, O>,
    input: I,
    options: CallOptions = {},
  ): Promise<O> {
    const signal = options.signal ?? new AbortController().signal;
    const holder = this.#holder;
    for (let attempt = 0; ; attempt += 1) {
      try {
        if (isAnother(this.#holder, holder) && !asksWho(endpoint)) throw new SessionChangedError();
        return await this.#attempt<O>(endpoint, input as Input, signal, options);
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof SignedOutError) this.onSignedOut?.(error);
        // One that is over here already has nobody whom it would concern.
        const isNews = holder === this.#holder && !options.thisSessionOnly;
        if (error instanceof SessionChangedError && isNews) this.onSessionChanged?.();
        const subject = (input as Input).params?.['subject'];
        if (error instanceof NotFoundError && subject) this.onNotFound?.(subject);
        const pause = retryWaits[attempt];
        const passing = error instanceof UnreachableError || isOverload(error);
        if (!endpoint.safe || !passing || pause === undefined) throw error;
        await wait(this.#timers, pause, signal);
      }
    }
  }

  async #attempt<O>(
    endpoint: ClientEndpoint,
    input: Input,
    signal: AbortSignal,
    { keepalive = false, thisSessionOnly = false }: CallOptions = {},
  ): Promise<O> {
    const holder = this.#holder;
    let answer = await this.#send(endpoint, input, signal, keepalive);
    if (isForged(answer)) {
      if (thisSessionOnly) throw new SessionChangedError();
      // Another tab has signed in or out: the session, and with it the token, is a new one.
      // The request was refused before anything was done, so sending it once more is safe, for the same person.
      const session = await this.#attempt<SessionAnswer>(getSession, {}, signal);
      if (isAnother(holderOf(session), holder) || isAnother(this.#holder, holder)) {
        throw new SessionChangedError();
      }
      this.use(session);
      answer = await this.#send(endpoint, input, signal, keepalive);
    }
    const { status } = answer.response;
    if (status >= 400) throw await errorOf(answer, this.#timers.now());
    const mistakes = mistakesIn(endpoint, status, answer.body);
    if (mistakes.length > 0) {
      const error = new BadAnswerError(endpoint.id, mistakes);
      if (!asksWho(endpoint)) console.error(error.message); // that <portal-session> tells
      throw error;
    }
    return answer.body as O;
  }

  async #send(
    endpoint: ClientEndpoint,
    input: Input,
    signal: AbortSignal,
    keepalive: boolean,
  ): Promise<Answer> {
    const { method } = endpoint;
    const headers: Record<string, string> = { ...input.headers, Accept: 'application/json' };
    // Reads are for one person, too. Only who is signed in is asked of any session there is.
    if (method !== 'GET' || (this.csrfToken && !asksWho(endpoint))) {
      headers['X-CSRF-Token'] = this.csrfToken;
    }
    if (input.body !== undefined) headers['Content-Type'] = 'application/json';
    try {
      const response = await this.#fetch(this.baseUrl + filled(endpoint.path, input.params), {
        method,
        headers,
        credentials: 'include',
        cache: 'no-store', // session.no-cache
        redirect: 'manual', // what is sent is for the backend only, and the contract has no redirects
        keepalive,
        signal: AbortSignal.any([signal, AbortSignal.timeout(this.#timeLimit)]),
        ...(input.body !== undefined && { body: toJson(input.body) }),
      });
      const body = parsed(await response.text());
      return { response, body };
    } catch (cause) {
      throw new UnreachableError({ cause });
    }
  }
}

/**
 * Whose session it is: an account's id, or nobody's. Whoever waits for the next step of signing in is not
 * told: each such session may be somebody else's.
 */
export const holderOf = (session: SessionAnswer): string => {
  if (session.status === 'signed-in') return session.account.id;
  return session.status === 'signed-out' ? '' : session.csrfToken;
};

/** @param before whom a request was meant for; undefined: whoever is signed in */
const isAnother = (now: string | undefined, before: string | undefined): boolean =>
  before !== undefined && now !== before;

const asksWho = ({ id }: ClientEndpoint): boolean => id === getSession.id;

interface Answer {
  readonly response: Response;
  /** What its JSON says; undefined where it is none. */
  readonly body: unknown;
}

/**
 * What is wrong with an answer that claims success. Only the status that the contract has is one: a captive
 * portal or a proxy answers 200 to everything. A redirect, which is not followed, has none (0).
 */
const mistakesIn = ({ answer }: ClientEndpoint, status: number, body: unknown): Mistake[] => {
  const expected = answer ? 200 : 204;
  if (status !== expected) return [{ path: 'status', expected: String(expected) }];
  return answer ? mistakesOf(answer, body) : [];
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const filled = (path: string, params: Input['params'] = {}): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));

const isOverload = (error: unknown) =>
  error instanceof UnavailableError && [502, 503, 504].includes(error.status);

/** The words that tell failures apart are fetched with the first one, as those of refusals are. */
const errorOf = async ({ response, body }: Answer, now: number): Promise<Error> => {
  const { status } = response;
  try {
    const { errorIn } = await import('./problem-details.js');
    return errorIn(response, body, now);
  } catch (error) {
    console.error(error);
    return status === 401 ? new SignedOutError(false) : new UnavailableError(status);
  }
};

const isForged = ({ response, body }: Answer): boolean =>
  response.status >= 400 && isObject(body) && String(body['type']).endsWith(':forged-request');

/** An aborted signal ends it. */
const wait = (timers: Timers, milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = () => {
      cancel();
      reject(signal.reason as Error);
    };
    const cancel = timers.after(milliseconds, () => {
      signal.removeEventListener('abort', end); // it may outlive many calls
      resolve();
    });
    signal.addEventListener('abort', end);
  });
