import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { NextStep } from '../../contract/problems.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { formView, type Form } from '../../ui/form/form.js';
import { headingView } from '../../ui/heading.js';
import { FormController, type Fields, type ReadTyped } from '../../forms/form-controller.js';
import { SendOnce, type RequestKey } from '../../forms/send-once.js';
import { sentNote } from './sent-note.js';

/** An e-mail that can be asked for, as the page offers it. */
export interface Offer<Body extends object = object> {
  readonly headingLevel: number;
  readonly heading: string;
  readonly fields: Fields;
  readonly submitLabel: Form['submit']['label'];
  /** What is told when it was asked for, whether there is anybody to send it to or not. */
  readonly sentHeading: string;
  /** What the request says, of what was typed. */
  readonly body: (typed: ReadTyped) => Body;
  /** @returns what to do if none comes */
  readonly ask: (
    body: Body,
    headers: RequestKey,
  ) => Promise<{ readonly next: readonly NextStep[] }>;
  readonly otherWays: TemplateResult | typeof nothing;
}

/** What it shows whether it can be asked for or not. */
type Shown = Pick<Offer, 'heading' | 'headingLevel' | 'otherWays'>;

/** One of the two parts of `<portal-recovery>`: its form stays for people who have mistyped. */
export class EmailRequest {
  readonly #host: LitElement;
  readonly #id: string;
  readonly #form: FormController;
  readonly #request = new SendOnce();
  /** What to do if no e-mail comes; undefined: none was asked for. */
  #sent: readonly NextStep[] | undefined;

  /** @param id of the part */
  constructor(host: LitElement, id: string) {
    this.#host = host;
    this.#id = id;
    this.#form = new FormController(host, { region: `#${id}` });
  }

  view<Body extends object>(offer: Offer<Body>, context: PortalContext) {
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
            const send = (typed: ReadTyped, signal: AbortSignal) =>
              this.#send(offer, typed, signal);
            void this.#form.submit(event, { fields, send });
          },
        })}
        ${offer.otherWays}
      `,
    );
  }

  /** Where this hospital sends no such e-mail: why not, and who helps. */
  unavailableView(offer: Shown, reason: string) {
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

  async #send<Body extends object>(
    { body: bodyOf, ask }: Offer<Body>,
    typed: ReadTyped,
    signal: AbortSignal,
  ): Promise<void> {
    const body = bodyOf(typed);
    const { next } = await this.#request.send(body, (headers) => ask(body, headers), signal);
    this.#sent = next;
    this.#host.requestUpdate();
    this.#form.focus('note');
  }

  #sectionView({ heading, headingLevel }: Shown, content: TemplateResult) {
    const headingId = `${this.#id}-heading`;
    return html`
      <section class="pw-card" id=${this.#id} aria-labelledby=${headingId}>
        ${headingView(headingLevel, heading, headingId)} ${content}
      </section>
    `;
  }
}
