import type { Endpoint, OutputOf, RequestOf } from '../../../src/contract/endpoint.js';
import { allowed, type Decision } from '../../rules/decision.js';
import { signedOut } from '../../rules/account/session.js';
import { recordAudit } from '../account/audit.js';
import { decideActing, openRecord } from '../queries/subjects.js';
import type { AnswerIn, Call, RecordCall } from './call.js';
import { once } from './idempotency.js';

/** The last part of the way in: from a request that may come in to its answer. */
export type WayIn<Context> = <E extends Endpoint>(
  row: E,
  call: Call,
  parts: RequestOf<E>,
  answer: AnswerIn<Context, E>,
) => Promise<Decision<OutputOf<E>>>;

/** For rows that are about no record. */
export const withoutRecord: WayIn<Call> = (row, call, parts, answer) =>
  once(row, call, parts, () => answer(Object.assign(call, parts)));

/** For rows about a record: it is opened first, and the patient is told who has looked or done something. */
export const withRecord: WayIn<RecordCall> = async (row, call, parts, answer) => {
  const { account } = call;
  if (!account) return signedOut;
  const { subject } = (parts as Addressed).params;
  // Before an answer is repeated, too: the access may have been taken back since.
  const opened = openRecord(call, account, subject);
  if (!opened.ok) return opened;
  const record = opened.value;
  return once(row, call, parts, async () => {
    const acting = row.acts ? decideActing(record) : allowed(record);
    if (!acting.ok) return acting;
    const decision = await answer(Object.assign(call, { account, record }, parts));
    if (decision.ok && row.audit) await recordAudit(call, row.audit, subject);
    return decision;
  });
};

/** What a request about a record has at least. */
interface Addressed {
  readonly params: { readonly subject: string };
}
