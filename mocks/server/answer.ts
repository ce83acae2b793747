import { getResponse } from 'msw';
import type { Backend } from '../backend.js';
import { answerWith, internal, refuseWith } from '../handlers/http/respond.js';
import { notFound, type Refusal } from '../rules/decision.js';
import { corsHeaders, isPreflight } from './cors.js';
import { localOrigin, wholeServer } from './node-messages.js';

/**
 * Answers requests as the backend does, and what only matters over real HTTP: other origins (CORS),
 * OPTIONS, and addresses that are not the backend's.
 * @param origins of pages elsewhere that may use the answers
 * @returns answers one request; null: something that is none
 */
export const answerer = (backend: Backend, origins: ReadonlySet<string>) => {
  const handlers = backend.handlers();

  const ask = async (request: Request): Promise<Response> => {
    if (isPreflight(request) || isAboutServer(request)) return empty();
    const response = await getResponse(handlers, request, { baseUrl: localOrigin });
    if (!response) return refused(elsewhere(backend.baseUrl), backend);
    return response.status === 405 ? withAllowed(request, response) : response;
  };

  return async (request: Request | null): Promise<Response> => {
    if (!request) return refused(malformed, backend);
    const response = await ask(request);
    if (response.type !== 'error') {
      for (const [name, value] of corsHeaders(request, origins)) response.headers.set(name, value);
    }
    return response;
  };
};

/** The answer when answering failed. */
export const answerFailure = (backend: Backend): Response => refused(internal, backend);

/** The server itself adds methods to those of the contract, and OPTIONS asks which there are. */
const withAllowed = ({ method }: Request, response: Response): Response => {
  const answer = method === 'OPTIONS' ? empty() : response;
  const allowed = (response.headers.get('Allow') ?? '').replace('GET', 'GET, HEAD');
  answer.headers.set('Allow', `${allowed}, OPTIONS`);
  return answer;
};

/** `OPTIONS *` (RFC 9110, 9.3.7), by which clients see whether anybody is there. */
const isAboutServer = ({ method, url }: Request): boolean =>
  method === 'OPTIONS' && new URL(url).pathname === wholeServer;

const empty = (): Response => answerWith(undefined);

const refused = (refusal: Refusal, { policy, clock }: Backend): Response =>
  refuseWith(refusal, { policy, now: clock.now() });

const elsewhere = (baseUrl: string): Refusal => ({
  ...notFound,
  detail: `There is nothing at this address: the endpoints are under ${baseUrl}/.`,
});

const malformed: Refusal = {
  ok: false,
  kind: 'invalid-request',
  detail: 'The address, the method or a header of this request is malformed.',
  next: [],
};
