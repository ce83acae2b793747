import { checkedBaseUrl } from '../client/base-url.js';
import type { InputOf, OutputOf } from '../contract/endpoint.js';
import type { Contract, EndpointId } from '../contract/index.js';
import { toJson } from '../client/to-json.js';
import { AdapterProblem, problem } from './problem.js';
import { rows } from './rows.js';

/** What an endpoint's function gets: `params`, `headers` and `body`, as far as the contract has them. */
export type AdapterRequest<Id extends EndpointId> = InputOf<Contract[Id]> & {
  /** Aborted as soon as nobody waits for the answer. */
  readonly signal: AbortSignal;
};

/** What it answers: what the contract has for a success. */
export type AdapterAnswer<Id extends EndpointId> = OutputOf<Contract[Id]>;

/**
 * A hospital's own API as the contract: a function for each endpoint that it offers. Each throws `refusal` or `problem`
 * for what is no success; anything else that it throws counts as a backend that cannot be reached.
 */
export type Adapter = {
  readonly [Id in EndpointId]?: (
    request: AdapterRequest<Id>,
  ) => AdapterAnswer<Id> | Promise<AdapterAnswer<Id>>;
};

export interface AdapterOptions {
  /** As `<portal-session>` has it: requests to other addresses go their own way. */
  readonly baseUrl: string;
  /** What carries those. Default: the page's `fetch`. */
  readonly fetch?: typeof fetch;
}

/**
 * A `fetch` for `<portal-session>` that answers by an adapter. What the adapter leaves out is not offered here: the
 * elements say so in a plain sentence.
 * @throws TypeError for a base URL that is none, or not encrypted (`session.encrypted`)
 */
export const createClientFetch = (adapter: Adapter, options: AdapterOptions): typeof fetch => {
  const next: typeof fetch = options.fetch ?? ((...request) => fetch(...request));
  const here = 'document' in globalThis ? document.baseURI : options.baseUrl;
  const baseUrl = checkedBaseUrl(options.baseUrl, here);
  const routes = rows.map(({ id, method, path }) => ({
    method,
    pattern: new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
    // By its id, each function gets what its own row has.
    answer: adapter[id as EndpointId] as ((request: Received) => unknown) | undefined,
  }));
  return async (input, init) => {
    const request = new Request(input instanceof Request ? input : new URL(input, here), init);
    if (!request.url.startsWith(`${baseUrl}/`)) return next(request);
    const path = request.url.slice(baseUrl.length);
    for (const { method, pattern, answer } of routes) {
      const match = method === request.method ? pattern.exec(path) : null;
      if (match) return answered(answer, request, match.groups ?? {});
    }
    return responseTo(problem('not-found'));
  };
};

interface Received {
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly signal: AbortSignal;
}

const answered = async (
  answer: ((request: Received) => unknown) | undefined,
  request: Request,
  groups: Record<string, string>,
): Promise<Response> => {
  request.signal.throwIfAborted();
  const { headers, signal } = request;
  const text = await request.text();
  const params = Object.fromEntries(
    Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
  );
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  try {
    if (!answer) throw problem('not-offered');
    const value = await answer({ params, headers: Object.fromEntries(headers), body, signal });
    return value === undefined ? new Response(null, { status: 204 }) : responseOf(value);
  } catch (error) {
    if (error instanceof AdapterProblem) return responseTo(error);
    throw error;
  }
};

const responseOf = (value: unknown, init: ResponseInit = {}): Response =>
  new Response(toJson(value), { headers: { 'Content-Type': 'application/json' }, ...init });

const responseTo = ({ kind, status, members }: AdapterProblem): Response =>
  responseOf(
    { type: `urn:portal-widgets:problem:${kind}`, title: kind, status, detail: kind, ...members },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );
