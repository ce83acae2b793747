import { css, html, nothing, type LitElement } from 'lit';
import { IdempotencyKey } from '../../client/idempotency-key.js';
import { ConflictError } from '../../client/portal-errors.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { modal } from '../../ui/modal.js';
import { loadRefusal } from '../../ui/refusals/load-refusal.js';
import { doubtNote, leavesDoubt, type Doubt, type DoubtWords } from '../../forms/doubt.js';
import { FormController } from '../../forms/form-controller.js';
import { addStyles } from '../../ui/on-demand.js';

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
  /**
   * Whether it is done, as the record says now.
   * @throws PortalError; ConflictError: it is neither done nor to be done any more
   */
  readonly isDone: () => Promise<boolean>;
  readonly onDone: () => void;
}

export interface ConfirmationHost {
  /** The question is over. @param done whether what was asked is done */
  readonly onClosed: (done: boolean) => void;
  /** What was to be changed may not be as it was read. */
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

/** What is told where the answer to a yes was lost. */
const words = (): DoubtWords => ({
  looking: msg('We got no answer, so we do not know whether this was done.'),
  absent: {
    heading: msg('This was not done.'),
    text: msg('Nothing has changed in the record. You can try again.'),
  },
  unknown: {
    heading: msg('We do not know whether this was done.'),
    text: msg(
      'The connection broke before there was an answer. You can try again: it is done only once.',
    ),
  },
});

/**
 * The dialog in which something is confirmed; it does it once, however often the button is pressed. What
 * had no answer is looked up. Closed before that is known, it leaves a note in its place.
 */
export class Confirmation {
  readonly #host: LitElement;
  readonly #options: ConfirmationHost;
  readonly #form: FormController;
  readonly #requestKey = new IdempotencyKey();
  #shown: Question | undefined;
  #done = false;
  #doubt: Doubt | undefined;
  /** Whether the dialog was closed before it was known what came of it. */
  #isLeft = false;

  constructor(host: LitElement, options: ConfirmationHost) {
    this.#host = host;
    this.#options = options;
    addStyles(host, styles);
    this.#form = new FormController(host, {
      region: '.confirmation',
      loadRefusal: () => loadRefusal('appointments'),
    });
  }

  /** @param question undefined: there is none, and the dialog is closed */
  render(question: Question | undefined, context: PortalContext) {
    if (question !== this.#shown) this.#show(question);
    const isOpen = question !== undefined && !this.#done && !this.#isLeft;
    return html`
      <div class="confirmation">
        <dialog
          part="confirmation"
          aria-labelledby="confirmation-heading"
          aria-describedby="confirmation-text"
          ${modal(isOpen)}
          @cancel=${this.#onCancel}
          @close=${this.#onClose}
        >
          ${question && !this.#isLeft ? this.#renderQuestion(question, context) : nothing}
        </dialog>
        ${question && this.#isLeft ? this.#renderOutcome(question, context) : nothing}
      </div>
    `;
  }

  #renderQuestion(question: Question, context: PortalContext) {
    const { heading, text, confirm, keep } = question;
    const { busy, error } = this.#form;
    const isOver = error instanceof ConflictError;
    const busyLabel = this.#doubt ? msg('Looking it up…') : question.busyLabel;
    return html`
      <h2 id="confirmation-heading">${heading}</h2>
      <p id="confirmation-text">${text}</p>
      ${this.#renderOutcome(question, context)}
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
        <button type="button" @click=${this.#onKeep}>
          ${isOver || this.#doubt === 'unknown' ? msg('Close') : keep}
        </button>
      </div>
      <p class="visually-hidden" role="status">${busy ? busyLabel : nothing}</p>
    `;
  }

  #renderOutcome(question: Question, context: PortalContext) {
    return this.#doubt
      ? doubtNote(this.#doubt, words(), context, () => {
          this.#lookAgain(question);
        })
      : this.#form.outcomeView(context, {});
  }

  #show(question: Question | undefined): void {
    // Whoever goes on to something else without knowing shall see it in the list, as soon as it is there.
    if (this.#shown && this.#doubt === 'unknown') queueMicrotask(this.#options.onConflict);
    this.#shown = question;
    this.#done = this.#isLeft = false;
    this.#doubt = undefined;
    this.#form.settle();
  }

  readonly #onConfirm = () => {
    const question = this.#shown;
    if (!question || this.#form.busy) return;
    this.#doubt = undefined;
    void this.#form.run(async () => {
      try {
        await question.act({ 'idempotency-key': this.#requestKey.of(question.subject) });
      } catch (error) {
        if (question !== this.#shown) return; // the session has ended, or another record is open
        if (leavesDoubt(error)) await this.#lookUp(question);
        else this.#fail(error);
        return;
      }
      this.#finish(question);
    });
  };

  #lookAgain(question: Question): void {
    if (!this.#form.busy) void this.#form.run(() => this.#lookUp(question));
  }

  /** What became of it, says the record. */
  async #lookUp(question: Question): Promise<void> {
    this.#doubt = 'looking';
    this.#host.requestUpdate();
    try {
      const isDone = await question.isDone();
      if (question !== this.#shown) return;
      if (isDone) {
        this.#finish(question);
        return;
      }
      this.#doubt = 'absent';
    } catch (error) {
      if (question !== this.#shown) return;
      if (!leavesDoubt(error)) this.#fail(error);
      this.#doubt = 'unknown';
    }
    this.#form.focus('note');
  }

  #fail(error: unknown): never {
    this.#doubt = undefined;
    if (error instanceof ConflictError) this.#options.onConflict();
    throw error;
  }

  #finish(question: Question): void {
    question.onDone();
    this.#requestKey.forget();
    if (question !== this.#shown) return;
    this.#doubt = undefined;
    this.#done = true;
    if (this.#isLeft) this.#options.onClosed(true); // else the dialog tells it when it closes
  }

  readonly #onKeep = () => {
    if (!this.#form.busy) this.#host.shadowRoot?.querySelector('dialog')?.close();
  };

  readonly #onCancel = (event: Event) => {
    if (this.#form.busy) event.preventDefault();
  };

  readonly #onClose = () => {
    const question = this.#shown;
    // Browsers let nobody keep a dialog open for ever: it may be closed while an answer is awaited.
    if (question && !this.#done && (this.#form.busy || this.#doubt === 'unknown')) {
      this.#isLeft = true;
      this.#host.requestUpdate();
      this.#lookAgain(question);
    } else this.#options.onClosed(this.#done);
  };
}
