import type { Endpoint, OutputOf, RequestOf } from '../../../src/contract/endpoint.js';
import { allowed, type Decision, type Refusal } from '../../rules/decision.js';
import type { Call } from './call.js';

/** What tells a repeated request from another one. */
interface Keyed {
  readonly params?: unknown;
  readonly headers?: { readonly 'idempotency-key'?: string };
  readonly body?: unknown;
}

/**
 * Does what a request asks once for each `Idempotency-Key` of an account, wherever and however often it
 * is signed in, or of a session where nobody has to be; and answers repetitions as it answered the first time. A refused
 * request has done nothing: repeated, it is decided anew.
 */
export const once = async <E extends Endpoint>(
  row: E,
  { tables, now, session, account, hashes }: Call,
  parts: RequestOf<E>,
  answer: () => Decision<OutputOf<E>> | Promise<Decision<OutputOf<E>>>,
): Promise<Decision<OutputOf<E>>> => {
  const { headers, params, body } = parts as Keyed; // whatever the row declares of them
  const key = headers?.['idempotency-key'];
  if (key === undefined || !session) return answer();
  // Who is signed in may be nobody once it is done: a new password signs out.
  const sender = (row.access === 'session' && account?.id) || session.id;
  const id = `${sender} ${row.id} ${key}`;
  const text = JSON.stringify([params, body]);
  const earlier = tables.answeredRequests.get(id);
  if (earlier) {
    const repeated = hashes.match(text, earlier.requestHash);
    // It was stored below, by the same row.
    return repeated ? allowed(earlier.answer as OutputOf<E>) : keyReused;
  }
  const requestHash = hashes.of(text);
  const decision = await answer();
  if (decision.ok) {
    tables.answeredRequests.put({ id, at: now, requestHash, answer: decision.value });
  }
  return decision;
};

const keyReused: Refusal = {
  ok: false,
  kind: 'conflict',
  detail: 'This Idempotency-Key came with another request before.',
  next: [{ action: 'try-again' }],
};
