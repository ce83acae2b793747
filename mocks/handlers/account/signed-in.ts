import type { SignedIn } from '../../../src/contract/account/session.js';
import type { AccountRecord, SessionRecord } from '../../db/records/index.js';
import { allowed, type Decision } from '../../rules/decision.js';
import { decideIdle } from '../../rules/account/session.js';
import type { Call } from '../http/call.js';
import { subjectsOf } from '../queries/subjects.js';

/** What whoever is signed in is told of the session. */
export const signedIn = (
  call: Call,
  session: SessionRecord,
  account: AccountRecord,
): Decision<SignedIn> => {
  const { policy, now } = call;
  const idle = decideIdle(session.lastActivityAt, policy, now);
  if (!idle.ok) return idle;
  const [self, ...others] = subjectsOf(call, account);
  return allowed({
    status: 'signed-in',
    csrfToken: session.csrfToken,
    account: { id: account.id, displayName: self.displayName },
    subjects: [self, ...others],
    idle: {
      limitSeconds: policy.session.idleMinutes * 60,
      remainingSeconds: Math.floor(idle.value / 1000),
    },
  });
};
