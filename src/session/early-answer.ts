import { isObject } from '../shape/shape.js';
import { toJson } from '../client/to-json.js';

/** An answer to `GET /session` that was asked for before the client's code had arrived; see `autoload`. */
export interface EarlyAnswer {
  readonly response: Response;
  /** When it came, in milliseconds since 1970. */
  readonly at: number;
  /** Answers to what was asked about a record since, by the JSON of its address, session token and body. */
  readonly reads?: EarlyReads | undefined;
}

export type EarlyReads = Map<string, Promise<Response>>;

/**
 * Sends requests as `next` does, but answers the first one, `getSession`, with what has come already, and each one
 * that was asked early with the answer to that, once.
 */
export const withEarlyAnswer = (
  early: Promise<EarlyAnswer>,
  next: typeof fetch = (...request) => fetch(...request),
): typeof fetch => {
  let first: Promise<EarlyAnswer> | undefined = early;
  let reads: EarlyReads | undefined;
  return (url, init) => {
    const given = first;
    first = undefined;
    if (given) {
      return given.then((answer) => {
        reads = answer.reads;
        return aged(answer);
      });
    }
    const token = new Headers(init?.headers).get('X-CSRF-Token');
    const key = JSON.stringify([url, token, init?.body]);
    const read = reads?.get(key);
    reads?.delete(key);
    return read ?? next(url, init);
  };
};

/** The idle minutes count from when the answer came (`session.idle-logout`). */
const aged = async ({ response, at }: EarlyAnswer): Promise<Response> => {
  if (!response.ok) return response;
  const session: unknown = await response.json();
  const idle = isObject(session) ? session['idle'] : undefined;
  if (isObject(idle)) {
    const age = Math.ceil(Math.max(0, Date.now() - at) / 1000);
    idle['remainingSeconds'] = Math.max(0, Number(idle['remainingSeconds']) - age);
  }
  return new Response(toJson(session));
};
