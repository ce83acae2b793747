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
  /** `danger`: it takes away or deletes something. */
  readonly tone?: 'danger';
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
          class="pw-primary ${question.tone === 'danger' ? 'pw-danger' : ''}"
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

/** Of every dialog that asks something. */
export const dialogStyles = css`
  dialog {
    width: min(32em, calc(100vw - 2 * var(--_s4)));
    padding: var(--_s5);
    border: 1px solid var(--_card-border);
    border-radius: var(--_card-radius);
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
    font-size: 1.125em;
  }
  .pw-buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s3);
  }
  button.pw-primary.pw-danger {
    border-color: var(--_danger);
    background: var(--_danger);
    color: Canvas;
  }
  button.pw-primary.pw-danger:hover {
    background: color-mix(in srgb, var(--_danger) 88%, Canvas);
  }
  @media (width < 480px) {
    dialog .pw-buttons > button {
      width: 100%;
    }
  }
`;
