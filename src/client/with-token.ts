import { isObject, isText } from '../shape/shape.js';

/** A request to the backend that needs a token. */
export interface TokenRequest {
  readonly method: string;
  /** Its whole address. It has opaque ids in it: do not log it. */
  readonly url: string;
  /** Whether the backend has just refused the token that was given (401): another is needed. */
  readonly wasRefused: boolean;
}

/**
 * Gives the bearer token for a request (RFC 6750); undefined: nobody is signed in. Asked for each request, and once more
 * where the backend refuses the token. What it throws counts as a backend that cannot be reached.
 */
export type Authorize = (request: TokenRequest) => Promise<string | undefined>;

/** A rule refuses by 401, too, as a wrong password: that is no reason to send it again. */
const refusesToken = async (response: Response): Promise<boolean> => {
  if (response.status !== 401) return false;
  const problem: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return !(isObject(problem) && isText(problem['rule']));
};

/**
 * Sends requests as `next` does, but by a token in place of the cookie: so no other site can forge them, and the session's
 * own token is left out. No token is kept here.
 */
export const withToken = (
  authorize: Authorize,
  next: typeof fetch = (...request) => fetch(...request),
): typeof fetch => {
  const send = async (url: string, init: RequestInit, wasRefused: boolean) => {
    const token = await authorize({ method: init.method ?? 'GET', url, wasRefused });
    const headers = new Headers(init.headers);
    headers.delete('X-CSRF-Token');
    if (token) headers.set('Authorization', `Bearer ${token}`);
    return next(url, { ...init, headers, credentials: 'omit' });
  };
  return async (input, init = {}) => {
    const url = input instanceof Request ? input.url : String(input);
    const response = await send(url, init, false);
    return (await refusesToken(response)) ? send(url, init, true) : response;
  };
};
