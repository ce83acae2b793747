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
      'Some of your words tell of something that cannot wait. Nobody may read your message for days. It is not sent yet.',
    ),
  }),
  'messages.own-record/possible': () => ({
    heading: msg('Is this about somebody else?'),
    text: msg(
      'You name a person whose record you can open. Write about them in their record, so that their care team reads it. Your message is not sent yet.',
    ),
  }),
  'messages.own-record/certain': () => ({
    heading: msg('This is about somebody else.'),
    text: msg(
      'The title names a person whose record you can open. Write about them in their record, or change the title. Your message is not sent yet.',
    ),
  }),
  'messages.reply-time': () => ({
    heading: msg('You cannot answer here any more.'),
    text: msg('The care team has closed this conversation, or it is full. Nobody would read on.'),
  }),
  'messages.unsent-limit': ({ next }) => ({
    heading: msg('You have too many drafts.'),
    text: msg('Delete some under Messages, in Drafts. Then try again.'),
    next: without('try-again', next),
  }),
  'proxy.friends-and-family/view-only': () => ({
    heading: msg('You can only read these messages.'),
    text: msg('You were given access to look at this record, and not to write in it.'),
  }),
};
