import { html, nothing, type LitElement } from 'lit';
import { ConflictError } from '../../client/portal-errors.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { dialogStyles } from '../../ui/dialog/confirm-dialog.js';
import { modal } from '../../ui/dialog/modal.js';
import { loadRefusal } from '../../ui/refusals/load-refusal.js';
import { FormController } from '../../forms/form-controller.js';
import { SendOnce, type RequestKey } from '../../forms/send-once.js';
import { unknownOutcomeNote } from '../../forms/unknown-outcome.js';
import { addStyles } from '../../ui/lazy-part.js';
import { cancelQuestion, withdrawQuestion, type Questions } from './questions.js';

/** What is to be confirmed before it is done. */
export interface Question {
  readonly heading: string;
  readonly text: string;
  /** What the button says that does it, and while the answer is awaited. */
  readonly confirm: string;
  readonly busyLabel: string;
  /** What the button says that leaves all as it is. */
  readonly keep: string;
  /** What it is about, by its kind and id. */
  readonly subject: object;
  /** @throws PortalError, which the dialog then tells */
  readonly act: (headers: RequestKey, signal: AbortSignal) => Promise<unknown>;
  /** Whether the record, as it was read last, still has it to be done. */
  readonly isPending: () => boolean;
  readonly onDone: () => void;
}

export interface ConfirmationHost {
  /** The question is over. @param done whether what was asked is done */
  readonly onClosed: (done: boolean) => void;
  /** What was to be changed may not be as it was read. */
  readonly onConflict: () => void;
}

const unknownNote = (context: PortalContext) =>
  unknownOutcomeNote(
    {
      heading: msg('We don’t know if this went through.'),
      text: msg('We lost the connection before we got a reply. It’s safe to try again.'),
    },
    context,
  );

/**
 * The dialog in which something is confirmed; it does it once, however often the button is pressed. Closed
 * before it is known what came of it, it leaves a note in its place, until the record tells.
 */
export class Confirmation {
  /** What it can ask. */
  readonly questions: Questions = { cancelQuestion, withdrawQuestion };
  readonly #host: LitElement;
  readonly #options: ConfirmationHost;
  readonly #form: FormController;
  readonly #request = new SendOnce();
  #shown: Question | undefined;
  #done = false;
  /** Whether the dialog was closed before it was known what came of it. */
  #isLeft = false;

  constructor(host: LitElement, options: ConfirmationHost) {
    this.#host = host;
    this.#options = options;
    addStyles(host, dialogStyles);
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
        ${question && this.#isLeft ? this.#renderLeft(question, context) : nothing}
      </div>
    `;
  }

  #renderQuestion(question: Question, context: PortalContext) {
    const { heading, text, confirm, busyLabel, keep } = question;
    const { busy, error } = this.#form;
    const isOver = error instanceof ConflictError;
    return html`
      <p class="pw-question" id="confirmation-heading"><strong>${heading}</strong></p>
      <p id="confirmation-text">${text}</p>
      ${this.#renderOutcome(context)}
      <div class="pw-buttons">
        <button type="button" @click=${this.#onKeep}>
          ${isOver || this.#isUnknown ? msg('Close') : keep}
        </button>
        ${
          isOver
            ? nothing
            : html`<button
                class="pw-primary pw-danger"
                type="button"
                aria-disabled=${String(busy)}
                @click=${this.#onConfirm}
              >
                ${busy ? busyLabel : confirm}
              </button>`
        }
      </div>
      <p class="pw-visually-hidden" role="status">${busy ? busyLabel : nothing}</p>
    `;
  }

  #renderLeft(question: Question, context: PortalContext) {
    return this.#isUnknown && !question.isPending() ? nothing : this.#renderOutcome(context);
  }

  #renderOutcome(context: PortalContext) {
    return this.#isUnknown ? unknownNote(context) : this.#form.outcomeView(context, {});
  }

  /** Whether nobody knows what came of the yes to this question. */
  get #isUnknown(): boolean {
    return this.#shown !== undefined && this.#request.unknown === this.#shown.subject;
  }

  #show(question: Question | undefined): void {
    // Whoever goes on to something else without knowing shall see it in the list, as soon as it is there.
    if (this.#isUnknown) queueMicrotask(this.#options.onConflict);
    this.#shown = question;
    this.#done = this.#isLeft = false;
    this.#form.forget();
  }

  readonly #onConfirm = () => {
    const question = this.#shown;
    if (!question || this.#form.busy) return;
    void this.#form.run(async (signal) => {
      try {
        await this.#request.send(question.subject, (key) => question.act(key, signal), signal);
      } catch (error) {
        if (error instanceof ConflictError && !signal.aborted) this.#options.onConflict();
        throw error;
      }
      question.onDone();
      this.#done = true;
      if (this.#isLeft) this.#options.onClosed(true); // else the dialog tells it when it closes
    });
  };

  readonly #onKeep = () => {
    if (!this.#form.busy) this.#host.shadowRoot?.querySelector('dialog')?.close();
  };

  readonly #onCancel = (event: Event) => {
    if (this.#form.busy) event.preventDefault();
  };

  readonly #onClose = () => {
    // Browsers let nobody keep a dialog open for ever: it may be closed while an answer is awaited.
    if (this.#shown && !this.#done && (this.#form.busy || this.#isUnknown)) {
      this.#isLeft = true;
      if (this.#isUnknown) this.#options.onConflict();
      this.#form.focus('note');
    } else this.#options.onClosed(this.#done);
  };
}
