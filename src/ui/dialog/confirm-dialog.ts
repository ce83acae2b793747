import { css, html } from 'lit';
import { msg } from '../../locales/localize.js';
import { modal } from './modal.js';

/** A question before something that cannot be undone. */
export interface Confirmation {
  /** Of the dialog; its heading takes its own from it. */
  readonly id: string;
  readonly open: boolean;
  readonly heading: string;
  /** What follows from it, and how the last try has ended. */
  readonly content: unknown;
  readonly confirm: { readonly label: string; readonly busyLabel: string };
  readonly busy: boolean;
  readonly onConfirm: () => void;
  /** Also by Escape; not while an answer is awaited. */
  readonly onCancel: () => void;
}

/** Asks in a modal dialog (`dialogStyles`). It opens with the focus on the way back. */
export const confirmDialog = ({ id, open, confirm, busy, ...question }: Confirmation) => {
  const onCancel = (event: Event) => {
    event.preventDefault();
    if (!busy) question.onCancel();
  };
  return html`
    <dialog
      id=${id}
      part="dialog"
      aria-labelledby="${id}-heading"
      ${modal(open)}
      @cancel=${onCancel}
    >
      <p class="pw-question" id="${id}-heading"><strong>${question.heading}</strong></p>
      ${question.content}
      <div class="pw-buttons">
        <button type="button" aria-disabled=${String(busy)} @click=${onCancel}>
          ${msg('Cancel')}
        </button>
        <button
          class="pw-primary"
          type="button"
          aria-disabled=${String(busy)}
          @click=${() => {
            if (!busy) question.onConfirm();
          }}
        >
          ${busy ? confirm.busyLabel : confirm.label}
        </button>
      </div>
      <p class="pw-visually-hidden" role="status">${busy ? confirm.busyLabel : ''}</p>
    </dialog>
  `;
};

export const dialogStyles = css`
  dialog {
    width: min(32em, calc(100vw - 2em));
    padding: 1.5em;
    border: 1px solid var(--_card-border);
    border-radius: var(--_radius);
    background: var(--_overlay);
    color: var(--portal-color-text, CanvasText);
    overflow-wrap: anywhere;
  }
  dialog:not([open]) {
    display: none;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 60%);
  }
  .pw-question {
    font-size: 1.15em;
  }
  .pw-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
  }
`;
