import type { Endpoint, OutputOf, RequestOf } from '../../src/contract/endpoint.js';
import type { Backend } from '../host.js';
import type { AnswerIn } from '../handlers/http/call.js';
import type { Guard } from '../handlers/http/handle.js';
import { isJson, notJson } from '../handlers/http/read-request.js';
import { responseOf } from '../handlers/http/respond.js';
import { announceReleases } from '../handlers/queries/timed-releases.js';
import { allowed, type Decision, type Refusal } from '../rules/decision.js';
import type { DeskCall } from './answers/answer.js';
import { DeskError } from './desk-error.js';

/**
 * Lets in whoever is on this machine: there is no session. Pages of other sites stay out. What changes
 * something must come as JSON, which a page may send elsewhere only if that side allows it (CORS); and
 * it must ask for this machine by a name that no other site can have (DNS rebinding).
 */
export const deskGuard =
  (hospital: Backend): Guard<DeskCall> =>
  async (received, answer) => {
    const { row, request } = received;
    const entry = mayEnter(request);
    const parts = entry.ok ? await received.read() : entry;
    await hospital.db.transact((tables) => {
      // With what other tabs have changed.
      announceReleases(tables, hospital.policy, hospital.clock.now());
    });
    const decision = parts.ok ? await decide(answer, hospital, parts.value) : parts;
    return responseOf(row, decision, { policy: hospital.policy, now: hospital.clock.now() });
  };

const mayEnter = ({ method, headers }: Request): Decision<null> => {
  const host = headers.get('Host'); // absent where the backend runs in the page itself
  if (host !== null && !/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host)) return elsewhere;
  if (method !== 'GET' && !isJson(headers.get('Content-Type'))) return notJson;
  return allowed(null);
};

const elsewhere: Refusal = {
  ok: false,
  kind: 'forged-request',
  detail: 'The desk is asked for as localhost only.',
  next: [],
};

const decide = async <E extends Endpoint>(
  answer: AnswerIn<DeskCall, E>,
  hospital: Backend,
  parts: RequestOf<E>,
): Promise<Decision<OutputOf<E>>> => {
  try {
    return await answer(Object.assign({ hospital }, parts));
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    const { kind, message, errors } = error;
    return { ok: false, kind, detail: message, next: [], ...(errors && { errors }) };
  }
};
