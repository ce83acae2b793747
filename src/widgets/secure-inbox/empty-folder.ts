import { msg } from '../../locales/localize.js';
import { emptyView } from '../../ui/empty.js';
import { archive, inbox, pencil, search, send } from '../../ui/generated/icons.js';
import type { InboxReader } from './inbox-reader.js';

/** That there is nothing in a folder, or nothing that was searched for. */
export const emptyFolder = ({ folder, isFiltered }: InboxReader) => {
  if (isFiltered) return emptyView(search, msg('No messages match your search. Try other words.'));
  switch (folder) {
    case 'sent':
      return emptyView(send, msg('No sent messages'));
    case 'archive':
      return emptyView(archive, msg('No archived messages'));
    case 'drafts':
      return emptyView(pencil, msg('No drafts'));
    default:
      return emptyView(inbox, msg('No messages yet'));
  }
};
