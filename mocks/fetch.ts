import { getResponse } from 'msw';
import type { Backend } from './backend.js';
import { blockedCookies, browserCookies } from './handlers/http/cookies.js';
import { randomToken } from './tokens.js';

export interface FetchOptions {
  /**
   * Whose cookies: those who name the same, over the same data, are tabs of one browser. Default: a
   * browser of its own.
   */
  readonly browser?: string;
  /** Whether the browser takes cookies. Default: true. */
  readonly cookies?: boolean;
  /** What relative addresses are relative to. Default: the page, or `http://localhost`. */
  readonly origin?: string;
}

/**
 * A `fetch` that asks a backend without any network: for tests, in browsers and in Node.
 * What the backend does not answer is unreachable.
 */
export const createFetch = (backend: Backend, options: FetchOptions = {}): typeof fetch => {
  const { browser = randomToken(), cookies = true } = options;
  const baseUrl = options.origin ?? pageAddress();
  const handlers = backend.handlers(cookies ? browserCookies(browser) : blockedCookies);

  return async (input, init) => {
    const address = input instanceof Request ? input : new URL(input, baseUrl);
    const request = new Request(address, init);
    request.signal.throwIfAborted();
    const response = await unlessAborted(
      request.signal,
      getResponse(handlers, request, { baseUrl }),
    );
    if (!response || response.type === 'error') throw new TypeError('Failed to fetch');
    return response;
  };
};

const pageAddress = () => ('location' in globalThis ? location.href : 'http://localhost');

/** Rejects as soon as the signal is aborted, with its reason, as `fetch` does. */
const unlessAborted = <T>(signal: AbortSignal, work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const abort = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', abort);
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', abort);
    });
  });
