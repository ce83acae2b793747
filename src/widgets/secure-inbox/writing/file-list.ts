import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { msg, str } from '../../../locales/localize.js';
import { document } from '../../../ui/generated/icons.js';
import { iconView } from '../../../ui/icon.js';
import { sizeWords } from '../../../ui/words/size-words.js';
import type { MessageFile } from './message-files.js';
import { drawn, type Thumbnails } from './thumbnails.js';

export interface FileList {
  readonly files: readonly MessageFile[];
  readonly thumbnails: Thumbnails;
  readonly locale: string;
  /** Whether nothing can be changed now. */
  readonly isLocked: boolean;
  readonly onRemove: (file: MessageFile) => void;
  readonly onRetry: (file: MessageFile) => void;
}

/** The files of a message that is being written, with what has become of each. */
export const fileList = ({ files, thumbnails, locale, isLocked, onRemove, onRetry }: FileList) =>
  files.length === 0
    ? nothing
    : html`<ul class="files" part="files">
        ${repeat(
          files,
          ({ id }) => id,
          (file) => html`
            <li>
              ${thumbnailView(thumbnails.of(file.id))}
              <span class="name">
                ${file.name} <span class="pw-muted">(${sizeWords(file.size, locale)})</span>
              </span>
              ${progressView(file)}
              ${file.problem ? html`<p class="pw-error" role="alert">${file.problem}</p>` : nothing}
              ${
                isLocked
                  ? nothing
                  : html`<span class="pw-buttons">
                      ${
                        file.canRetry
                          ? html`<button
                              type="button"
                              @click=${() => {
                                onRetry(file);
                              }}
                            >
                              ${msg('Try again')}
                              <span class="pw-visually-hidden">${file.name}</span>
                            </button>`
                          : nothing
                      }
                      <button
                        class="pw-tertiary"
                        type="button"
                        @click=${() => {
                          onRemove(file);
                        }}
                      >
                        ${isUnderWay(file) ? msg('Cancel') : msg('Remove')}
                        <span class="pw-visually-hidden">${file.name}</span>
                      </button>
                    </span>`
              }
            </li>
          `,
        )}
      </ul>`;

const isUnderWay = ({ state }: MessageFile) => state === 'reading' || state === 'sending';

const thumbnailView = (picture: ImageBitmap | undefined) =>
  html`<span class="thumbnail" aria-hidden="true"
    >${picture ? html`<canvas ${ref(drawn(picture))}></canvas>` : iconView(document)}</span
  >`;

/** How far it is read; once it is being sent, only that it is. */
const progressView = ({ name, state, progress }: MessageFile) => {
  switch (state) {
    case 'reading':
      return html`<progress
        aria-label=${msg(str`Reading ${name}`)}
        max="1"
        value=${progress}
      ></progress>`;
    case 'sending':
      return html`<progress aria-label=${msg(str`Uploading ${name}`)}></progress>
        <span class="pw-muted" aria-hidden="true">${msg('Uploading…')}</span>`;
    default:
      return nothing;
  }
};
