import * as z from 'zod/mini';
import type { Endpoint } from '../../src/contract/endpoint.js';
import { contract } from '../../src/contract/index.js';

/** Seconds for which a browser may keep the answer to a preflight. */
const preflightAge = 600;

const rows: readonly Endpoint[] = Object.values(contract);

const methods = [...new Set(rows.map(({ method }) => method))];

const ownHeaders = ({ request }: Endpoint): string[] =>
  request.headers ? Object.keys(z.toJSONSchema(request.headers).properties ?? {}) : [];

/** What requests of the contract carry, and what scripts read of answers, beyond what CORS always lets by. */
const requestHeaders = [...new Set(['content-type', 'x-csrf-token', ...rows.flatMap(ownHeaders)])];
const answerHeaders = ['Allow', 'ETag', 'Retry-After'];

/** Whether a text is an origin as browsers send it: `https://portal.example`, without a slash. */
export const isOrigin = (text: string): boolean =>
  /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;

/** Whether a browser asks if it may send a request from another origin (Fetch, 3.3). */
export const isPreflight = ({ method, headers }: Request): boolean =>
  method === 'OPTIONS' && headers.has('Origin') && headers.has('Access-Control-Request-Method');

/** The headers by which pages of the named origins, and of no others, may use an answer. */
export const corsHeaders = (
  request: Request,
  origins: ReadonlySet<string>,
): readonly (readonly [name: string, value: string])[] => {
  const origin = request.headers.get('Origin');
  if (origin === null || !origins.has(origin)) return [['Vary', 'Origin']];
  return [
    ['Vary', 'Origin'],
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Credentials', 'true'],
    ...(isPreflight(request)
      ? ([
          ['Access-Control-Allow-Methods', methods.join(', ')],
          ['Access-Control-Allow-Headers', requestHeaders.join(', ')],
          ['Access-Control-Max-Age', String(preflightAge)],
        ] as const)
      : ([['Access-Control-Expose-Headers', answerHeaders.join(', ')]] as const)),
  ];
};
