import type { Contract } from '../../../src/contract/index.js';
import type { EmailRecord } from '../../db/records/index.js';
import { allowed } from '../../rules/decision.js';
import { signedOut } from '../../rules/account/session.js';
import type { Answer } from '../http/call.js';
import { latestFirst } from '../queries/latest-first.js';
import { pageOf } from '../queries/pages.js';

const inOrder = latestFirst(({ sentAt }: EmailRecord) => sentAt);

export const searchNotifications: Answer<Contract['searchNotifications']> = (call) => {
  const { tables, account, body } = call;
  if (!account) return signedOut;
  const page = pageOf(inOrder(tables.emails.by('accountId', account.id)), body);
  if (!page.ok) return page;
  const { entries, total, nextCursor } = page.value;
  const notifications = entries.map(({ document: { id, sentAt, to, subject, kind } }) => {
    return { id, sentAt: new Date(sentAt).toISOString(), to, subject, kind };
  });
  return allowed({ notifications, total, nextCursor });
};
