import { html, nothing } from 'lit';
import type { Message, Thread, AttachmentSummary } from '../../contract/messages/threads.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { typeWords } from './writing/files-words.js';
import { download } from '../../ui/generated/icons.js';
import { iconView } from '../../ui/icon.js';
import { sizeWords } from '../../ui/words/size-words.js';
import { momentWords } from './message-words.js';

export interface MessageList {
  readonly thread: Thread;
  readonly context: PortalContext;
  /** Listens to the buttons of files; their `value` is the file's id. */
  readonly onDownload: (event: Event) => void;
}

/** The messages of a thread, oldest first, with their files. */
export const messageList = ({ thread, context, onDownload }: MessageList) => html`
  <ol class="messages" part="messages" aria-label=${msg('Messages, oldest first')}>
    ${thread.messages.map(
      (message) => html`
        <li class="message ${message.from.side}">
          <p class="from">
            <strong>${message.from.name}</strong>
            <span class="pw-muted">${momentWords(message.sentAt, context)}</span>
          </p>
          <p class="words">${message.text}</p>
          ${filesOf(message, context, onDownload)}
        </li>
      `,
    )}
  </ol>
`;

const filesOf = (
  { attachments }: Message,
  { locale }: PortalContext,
  onDownload: MessageList['onDownload'],
) =>
  attachments.length === 0
    ? nothing
    : html`<ul class="attachments" aria-label=${msg('Attachments')}>
        ${attachments.map(
          (file) => html`
            <li>
              <button class="file" type="button" value=${file.id} @click=${onDownload}>
                ${iconView(download)} ${downloadWords(file, locale)}
              </button>
            </li>
          `,
        )}
      </ul>`;

const downloadWords = ({ name, type, size }: AttachmentSummary, locale: string): string =>
  msg(str`Download ${name} (${typeWords(type)}, ${sizeWords(size, locale)})`);
