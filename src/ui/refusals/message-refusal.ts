import { msg } from '../../locales/localize.js';
import { refusalNote, type RefusalWords } from './refusal-note.js';
import type { Refusal, RefusalView } from './refusal-view.js';

/** A message that is not sent as it is, or a thread that cannot be answered. */
export const messageRefusal: RefusalView = (refusal, context, links) =>
  refusalNote(wordsFor(refusal), refusal, context, links);

const wordsFor = ({ rule, next }: Refusal): RefusalWords => {
  switch (rule) {
    case 'messages.not-urgent':
      return {
        heading: msg('Is this an emergency?'),
        text: msg(
          'Some of your words tell of something that cannot wait. Nobody may read your message for days. It is not sent yet.',
        ),
      };
    case 'messages.own-record':
      return next.some(({ action }) => action === 'confirm')
        ? {
            heading: msg('Is this about somebody else?'),
            text: msg(
              'You name a person whose record you can open. Write about them in their record, so that their care team reads it. Your message is not sent yet.',
            ),
          }
        : {
            heading: msg('This is about somebody else.'),
            text: msg(
              'The title names a person whose record you can open. Write about them in their record, or change the title. Your message is not sent yet.',
            ),
          };
    case 'messages.reply-time':
      return {
        heading: msg('You cannot answer here any more.'),
        text: msg(
          'The care team has closed this conversation, or it is full. Nobody would read on.',
        ),
      };
    case 'proxy.friends-and-family':
      return {
        heading: msg('You can only read these messages.'),
        text: msg('You were given access to look at this record, and not to write in it.'),
      };
    default:
      return {
        heading: msg('This cannot be done right now.'),
        text: msg('Call us. We will help you.'),
      };
  }
};
