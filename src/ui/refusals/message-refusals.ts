import type * as drafts from '../../contract/messages/drafts.js';
import type { DeclaredBy } from '../../contract/endpoint.js';
import type * as messages from '../../contract/messages/messages.js';
import type * as thread from '../../contract/messages/threads.js';
import { msg } from '../../locales/localize.js';
import { without, type RefusalWords } from './refusal-note.js';

/** A message that is not sent or kept as it is, or a thread that cannot be answered. */
export const messageRefusals: RefusalWords<
  DeclaredBy<typeof messages> | DeclaredBy<typeof thread> | DeclaredBy<typeof drafts>
> = {
  'messages.not-urgent': () => ({
    heading: msg('Is this an emergency?'),
    text: msg(
      'Your message mentions something that may be urgent. It could be days before anyone reads it. It hasn’t been sent yet.',
    ),
  }),
  'messages.own-record/possible': () => ({
    heading: msg('Is this about someone else?'),
    text: msg(
      'You mention someone whose record you can open. Write in their record so their care team sees it. Your message hasn’t been sent yet.',
    ),
  }),
  'messages.own-record/certain': () => ({
    heading: msg('This is about someone else.'),
    text: msg(
      'The subject names someone whose record you can open. Write in their record, or change the subject. Your message hasn’t been sent yet.',
    ),
  }),
  'messages.reply-time': () => ({
    heading: msg('You can’t reply here anymore.'),
    text: msg(
      'Your care team closed this conversation, or it’s full. New messages here wouldn’t be read.',
    ),
  }),
  'messages.unsent-limit': ({ next }) => ({
    heading: msg('You have too many drafts.'),
    text: msg('Delete some in Messages, under Drafts. Then try again.'),
    next: without('try-again', next),
  }),
  'proxy.friends-and-family/view-only': () => ({
    heading: msg('You can only read these messages.'),
    text: msg('Your access lets you see this record, but not write in it.'),
  }),
};
