import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { msg, str } from '../../../locales/localize.js';
import { sizeWords } from './files-words.js';
import type { MessageFile } from './message-files.js';

export interface FileList {
  readonly files: readonly MessageFile[];
  readonly locale: string;
  /** Whether nothing can be changed now. */
  readonly isLocked: boolean;
  readonly onRemove: (file: MessageFile) => void;
  readonly onRetry: (file: MessageFile) => void;
}

/** The files of a message that is being written, with what has become of each. */
export const fileList = ({ files, locale, isLocked, onRemove, onRetry }: FileList) =>
  files.length === 0
    ? nothing
    : html`<ul class="files" part="files">
        ${repeat(
          files,
          ({ id }) => id,
          (file) => html`
            <li>
              <span id="name-${file.id}">
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
      return html`<progress aria-label=${msg(str`Sending ${name}`)}></progress>
        <span class="pw-muted" aria-hidden="true">${msg('Sending…')}</span>`;
    default:
      return nothing;
  }
};
