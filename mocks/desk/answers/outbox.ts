import { comparePlaces, pageOf } from '../../handlers/queries/pages.js';
import { allowed } from '../../rules/decision.js';
import type { DeskAnswer } from './answer.js';

export const readOutbox: DeskAnswer<'readOutbox'> = ({ hospital, body }) => {
  const sent = [...hospital.db.tables.emails.values()]
    .map((email) => ({ at: email.sentAt, id: email.id, email }))
    .sort(comparePlaces);
  const page = pageOf(sent, body);
  if (!page.ok) return page;
  const { entries, total, nextCursor } = page.value;
  const emails = entries.map(({ email: { id, to, subject, text, sentAt } }) => ({
    ...{ id, to, subject, text },
    sentAt: new Date(sentAt).toISOString(),
  }));
  return allowed({ emails, total, nextCursor });
};
