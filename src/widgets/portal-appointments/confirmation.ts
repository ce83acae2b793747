import { css, html, nothing, type LitElement } from 'lit';
import { IdempotencyKey } from '../../client/idempotency-key.js';
import { ConflictError } from '../../client/portal-errors.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { modal } from '../../ui/modal.js';
import { loadAppointmentRefusal } from '../../ui/refusals/load-appointment-refusal.js';
import { FormController } from '../form-controller.js';
import { addStyles } from '../on-demand.js';

/** What is to be confirmed before it is done. */
export interface Question {
  readonly heading: string;
  readonly text: string;
  /** What the button says that does it, and while the answer is awaited. */
  readonly confirm: string;
  readonly busyLabel: string;
  /** What the button says that leaves all as it is. */
  readonly keep: string;
  /** What it is about, by its kind and id: names the request. */
  readonly subject: object;
  /** @throws PortalError, which the dialog then tells */
  readonly act: (headers: { readonly 'idempotency-key': string }) => Promise<void>;
}

export interface ConfirmationHost {
  /** The dialog is closed. @param done whether what was asked is done */
  readonly onClosed: (done: boolean) => void;
  /** What was to be changed is not as it was read. */
  readonly onConflict: () => void;
}

const styles = css`
  dialog {
    width: min(32em, calc(100vw - 2em));
    padding: 1.5em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 60%);
  }
`;

/** The dialog in which something is confirmed; it does it once, however often the button is pressed. */
export class Confirmation {
  readonly #host: LitElement;
  readonly #options: ConfirmationHost;
  readonly #form: FormController;
  readonly #requestKey = new IdempotencyKey();
  #shown: Question | undefined;
  #done = false;

  constructor(host: LitElement, options: ConfirmationHost) {
    this.#host = host;
    this.#options = options;
    addStyles(host, styles);
    this.#form = new FormController(host, {
      region: 'dialog',
      loadRefusal: loadAppointmentRefusal,
    });
  }

  /** @param question undefined: there is none, and the dialog is closed */
  render(question: Question | undefined, context: PortalContext) {
    if (question !== this.#shown) {
      this.#shown = question;
      this.#done = false;
      this.#form.settle();
    }
    return html`
      <dialog
        part="confirmation"
        aria-labelledby="confirmation-heading"
        aria-describedby="confirmation-text"
        ${modal(question !== undefined && !this.#done)}
        @cancel=${this.#onCancel}
        @close=${this.#onClose}
      >
        ${question ? this.#renderQuestion(question, context) : nothing}
      </dialog>
    `;
  }

  #renderQuestion({ heading, text, confirm, busyLabel, keep }: Question, context: PortalContext) {
    const { busy, error } = this.#form;
    const isOver = error instanceof ConflictError;
    return html`
      <h2 id="confirmation-heading">${heading}</h2>
      <p id="confirmation-text">${text}</p>
      ${this.#form.outcomeView(context, {})}
      <div class="buttons">
        ${
          isOver
            ? nothing
            : html`<button
                class="primary"
                type="button"
                aria-disabled=${String(busy)}
                @click=${this.#onConfirm}
              >
                ${busy ? busyLabel : confirm}
              </button>`
        }
        <button type="button" @click=${this.#onKeep}>${isOver ? msg('Close') : keep}</button>
      </div>
      <p class="visually-hidden" role="status">${busy ? busyLabel : nothing}</p>
    `;
  }

  readonly #onConfirm = () => {
    const question = this.#shown;
    if (!question || this.#form.busy) return;
    void this.#form.run(async () => {
      try {
        await question.act({ 'idempotency-key': this.#requestKey.of(question.subject) });
        this.#requestKey.forget();
        if (question === this.#shown) this.#done = true;
      } catch (error) {
        if (question !== this.#shown) return; // the session has ended, or another record is open
        if (error instanceof ConflictError) this.#options.onConflict();
        throw error;
      }
    });
  };

  readonly #onKeep = () => {
    if (!this.#form.busy) this.#host.shadowRoot?.querySelector('dialog')?.close();
  };

  readonly #onCancel = (event: Event) => {
    if (this.#form.busy) event.preventDefault();
  };

  readonly #onClose = () => {
    this.#options.onClosed(this.#done);
  };
}
