import * as z from 'zod/mini';
import { id, instant, pageAnswer, pageRequest } from '../../../src/contract/fields.js';
import { comparePlaces, pageOf } from '../../handlers/queries/pages.js';
import { allowed } from '../../rules/decision.js';
import { deskAct } from '../act.js';

export const readOutbox = deskAct(
  {
    id: 'readOutbox',
    summary:
      'The e-mails that the portal has sent, latest first, in full: links to a new password too.',
    method: 'POST',
    path: '/desk/outbox/search',
    request: { body: z.object(pageRequest) },
    response: z.object({
      emails: z.array(
        z.object({ id, to: z.string(), subject: z.string(), text: z.string(), sentAt: instant }),
      ),
      ...pageAnswer,
    }),
    safe: true,
  },
  ({ tables, body }) => {
    const sent = [...tables.emails.values()]
      .map((email) => ({ at: email.sentAt, id: email.id, email }))
      .sort(comparePlaces);
    const page = pageOf(sent, body);
    if (!page.ok) return page;
    const { entries, total, nextCursor } = page.value;
    const emails = entries.map(({ email: { to, subject, text, sentAt, ...email } }) => ({
      ...{ id: email.id, to, subject, text },
      sentAt: new Date(sentAt).toISOString(),
    }));
    return allowed({ emails, total, nextCursor });
  },
);
