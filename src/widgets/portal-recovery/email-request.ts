import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { NextStep } from '../../contract/problems.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { formView, type Form } from '../../ui/form.js';
import { headingView } from '../../ui/heading.js';
import { FormController, type Fields, type ReadTyped } from '../form-controller.js';
import { sentNote } from './sent-note.js';

/** An e-mail that can be asked for, as the page offers it. */
export interface Offer {
  readonly headingLevel: number;
  readonly heading: string;
  readonly fields: Fields;
  readonly submitLabel: Form['submit']['label'];
  /** What is told when it was asked for, whether there is anybody to send it to or not. */
  readonly sentHeading: string;
  /** @returns what to do if none comes */
  readonly ask: (typed: ReadTyped) => Promise<{ readonly next: readonly NextStep[] }>;
  readonly otherWays: TemplateResult | typeof nothing;
}

/** One of the two parts of `<portal-recovery>`: its form stays for who has mistyped. */
export class EmailRequest {
  readonly #host: LitElement;
  readonly #id: string;
  readonly #form: FormController;
  /** What to do if no e-mail comes; undefined: none was asked for. */
  #sent: readonly NextStep[] | undefined;

  /** @param id of the part */
  constructor(host: LitElement, id: string) {
    this.#host = host;
    this.#id = id;
    this.#form = new FormController(host, { region: `#${id}` });
  }

  view(offer: Offer, context: PortalContext) {
    const { fields, submitLabel } = offer;
    return this.#sectionView(
      offer,
      html`
        ${this.#sent ? sentNote(offer.sentHeading, this.#sent, context) : nothing}
        ${this.#form.outcomeView(context, {})}
        ${formView({
          labelledBy: `${this.#id}-heading`,
          fields: Object.values(fields),
          problems: this.#form.problems,
          submit: { label: submitLabel, busyLabel: msg('Sending…') },
          busy: this.#form.busy,
          onSubmit: (event) => {
            if (!this.#form.busy) this.#sent = undefined;
            void this.#form.submit(event, { fields, send: (typed) => this.#send(offer, typed) });
          },
        })}
        ${offer.otherWays}
      `,
    );
  }

  /** Where this hospital sends no such e-mail: why not, and who helps. */
  unavailableView(offer: Offer, reason: string) {
    return this.#sectionView(
      offer,
      html`<p>${reason}</p>
        ${offer.otherWays}`,
    );
  }

  /** Forgets what was asked for. */
  reset(): void {
    this.#sent = undefined;
    this.#form.settle();
  }

  async #send({ ask }: Offer, typed: ReadTyped): Promise<void> {
    const { next } = await ask(typed);
    this.#sent = next;
    this.#host.requestUpdate();
    this.#form.focus('note');
  }

  #sectionView({ heading, headingLevel }: Offer, content: TemplateResult) {
    const headingId = `${this.#id}-heading`;
    return html`
      <section id=${this.#id} aria-labelledby=${headingId}>
        ${headingView(headingLevel, heading, headingId)} ${content}
      </section>
    `;
  }
}
