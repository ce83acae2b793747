import type { Endpoint } from '../../src/contract/endpoint.js';
import { allowed, type Decision, type Refusal } from '../rules/decision.js';
import { endedByIdling, signedOut } from '../rules/session.js';
import type { Call } from './call.js';

/** The token that every page of ours sends is missing or wrong. */
export const forgedRequest: Refusal = {
  ok: false,
  kind: 'forged-request',
  detail: 'X-CSRF-Token is not the one that GET /session tells.',
  next: [{ action: 'try-again' }],
};

/** What holds for every endpoint, before its own rules are asked. */
export const mayCall = (
  row: Endpoint,
  { session, account, csrfToken }: Pick<Call, 'session' | 'account' | 'csrfToken'>,
): Decision<null> => {
  if (row.access === 'session' && !account) {
    return session?.ended === 'idle' ? endedByIdling : signedOut;
  }
  // Where there is no session there is nothing that another site could abuse.
  if (row.method !== 'GET' && session && csrfToken !== session.csrfToken) return forgedRequest;
  return allowed(null);
};
