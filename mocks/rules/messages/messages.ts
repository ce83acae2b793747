import type { NextStep } from '../../../src/contract/problems.js';
import { threadLength } from '../../../src/contract/messages/threads.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import type { CareTeamMemberRecord, ThreadRecord } from '../../db/records/index.js';
import { addBusinessDays } from '../../../src/policy/calendar.js';
import { allowed, refused, type Decision } from '../decision.js';
import { decideOwnRecord, type Writing } from './own-record.js';
import { decideNotUrgent } from './urgent-words.js';
import type { WrittenMessage } from './written-message.js';

/** Whether a message may be sent: first that nobody waits here in an emergency. */
export const decideMessage = (
  message: WrittenMessage,
  writing: Writing,
  policy: PortalPolicy,
): Decision<null> => {
  const notUrgent = decideNotUrgent(message, policy);
  return notUrgent.ok ? decideOwnRecord(message, writing) : notUrgent;
};

/**
 * Whether a thread can be answered: where the care team has closed it nobody reads on, and no answer
 * can be promised (`messages.reply-time`). One that is full ends in the same way.
 * @param member of the care team that it is with; undefined: no longer there
 */
export const decideReply = (
  { closed, messages }: ThreadRecord,
  member: CareTeamMemberRecord | undefined,
): Decision<null> => {
  if (!closed && messages.length < threadLength) return allowed(null);
  const call: NextStep = {
    action: 'call-office',
    ...(member?.phone && { contact: { name: member.name, phone: member.phone } }),
  };
  return refused('messages.reply-time', {
    detail: closed ? 'The care team has closed this thread.' : 'This thread is full.',
    next: [{ action: 'new-message' }, call],
  });
};

/**
 * The day by which a message that is sent now is answered (`messages.reply-time`).
 * @param now epoch milliseconds
 * @returns RFC 3339 full-date
 */
export const promisedAnswer = (now: number, policy: PortalPolicy): string =>
  addBusinessDays(now, policy.messages.replyBusinessDays.to, policy);

/** The promised day of the first message that the care team has not answered; null: none waits. */
export const awaitedAnswer = ({ messages, closed }: ThreadRecord): string | null => {
  let expectedBy: string | null = null;
  if (closed) return expectedBy;
  for (const message of messages) {
    expectedBy = message.from.side === 'care-team' ? null : (expectedBy ?? message.expectedBy);
  }
  return expectedBy;
};

/** Messages of the care team that the patient's side has not read. */
export const unreadCount = ({ messages, readCount }: ThreadRecord): number =>
  messages.slice(readCount).filter(({ from }) => from.side === 'care-team').length;
