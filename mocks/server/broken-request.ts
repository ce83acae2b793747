import { STATUS_CODES } from 'node:http';
import { problemType, type Problem, type ProblemKind } from '../../src/contract/problems.js';

interface Breach {
  readonly status: number;
  readonly kind: ProblemKind;
  readonly detail: string;
}

/** What Node's parser refuses before it is a request, by the code of its error. */
const breaches: Readonly<Record<string, Breach>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    kind: 'too-large',
    detail: 'The headers of this request are too large.',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    status: 413,
    kind: 'too-large',
    detail: 'The chunk extensions of this request are too large.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    kind: 'invalid-request',
    detail: 'This request took too long to come in.',
  },
};

const malformed: Breach = {
  status: 400,
  kind: 'invalid-request',
  detail: 'This is no well-formed HTTP request.',
};

/** The answer, as it goes over the wire, to what is no request yet. */
export const brokenRequestAnswer = ({ code = '' }: NodeJS.ErrnoException): string => {
  const { status, kind, detail } = breaches[code] ?? malformed;
  const title = STATUS_CODES[status] ?? '';
  const problem: Problem = { type: problemType(kind), title, status, detail, next: [] };
  const body = JSON.stringify(problem);
  return [
    `HTTP/1.1 ${status} ${title}`,
    'Connection: close',
    'Cache-Control: no-store', // session.no-cache
    'X-Content-Type-Options: nosniff',
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
};
