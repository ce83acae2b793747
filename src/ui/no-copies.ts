import { nothing, render, type LitElement, type ReactiveController } from 'lit';

/** Events after which a copy of the page is made: of Turbo a tick later, of htmx at once. */
const turbo = { before: 'turbo:before-cache', after: 'turbo:load' };
const htmx = 'htmx:beforeHistorySave';

/**
 * For widgets in the light DOM, whose content navigation libraries would copy: htmx keeps the HTML of pages in
 * the browser's storage, Turbo in memory, and the browser the page itself. The widget tells htmx to keep no
 * copy (`hx-history`), and is empty whenever one is made all the same; a copy that is shown again is a new
 * widget, which asks anew. Turbo is not told by `data-turbo-temporary`: it would take the widget itself away,
 * and who goes back would find no form.
 *
 * It also tells htmx to leave its forms alone (`hx-disable`): where htmx takes over those of the page (`hx-boost`),
 * it would send what is typed a second time, in an address.
 */
export class NoCopies implements ReactiveController {
  readonly #host: LitElement;
  /** Whether nothing may show until the page is there again. */
  #isHeld = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.setAttribute('hx-history', 'false');
    this.#host.setAttribute('hx-disable', '');
    this.#isHeld = false;
    document.addEventListener(turbo.before, this.#hold);
    document.addEventListener(turbo.after, this.#release);
    document.addEventListener(htmx, this.#onHtmx);
    addEventListener('pagehide', this.#hold);
    addEventListener('pageshow', this.#release);
  }

  hostDisconnected(): void {
    document.removeEventListener(turbo.before, this.#hold);
    document.removeEventListener(turbo.after, this.#release);
    document.removeEventListener(htmx, this.#onHtmx);
    removeEventListener('pagehide', this.#hold);
    removeEventListener('pageshow', this.#release);
  }

  hostUpdated(): void {
    if (this.#isHeld) this.#empty();
  }

  /** Takes out what Lit has rendered, so that it can render again. */
  #empty(): void {
    if (this.#host.hasUpdated) render(nothing, this.#host, this.#host.renderOptions);
  }

  readonly #hold = () => {
    this.#isHeld = true;
    this.#empty();
  };

  readonly #release = () => {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    this.#host.requestUpdate();
  };

  /** The copy is made before anything else runs; if the page stays, the widget is there again after it. */
  readonly #onHtmx = () => {
    this.#empty();
    this.#host.requestUpdate();
  };
}
