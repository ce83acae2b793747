import type { Guard } from '../handlers/http/handle.js';
import { isJson, notJson } from '../handlers/http/read-request.js';
import { responseOf } from '../handlers/http/respond.js';
import type { Backend } from '../host.js';
import { allowed, type Decision, type Refusal } from '../rules/decision.js';
import type { BackendCall } from './act.js';

/**
 * Lets in whoever is on this machine: there is no session. Pages of other sites stay out. What changes
 * something must come as JSON, which a page may send elsewhere only if that side allows it (CORS); and
 * it must ask for this machine by a name that no other site can have (DNS rebinding).
 */
export const deskGuard =
  (backend: Backend): Guard<BackendCall> =>
  async (received, answer) => {
    const entry = mayEnter(received.request);
    const parts = entry.ok ? await received.read() : entry;
    const decision = parts.ok ? await answer(Object.assign({ backend }, parts.value)) : parts;
    return responseOf(received.row, decision, { policy: backend.policy, now: backend.clock.now() });
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
