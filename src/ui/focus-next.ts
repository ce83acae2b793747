import type { LitElement, ReactiveController } from 'lit';

/** Gives the focus to what is not there yet: as soon as an update of the element has brought it. */
export class FocusNext implements ReactiveController {
  readonly #host: LitElement;
  #selectors: readonly string[] = [];

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** @param selectors what takes the focus: the first of these that is there */
  on(...selectors: readonly string[]): void {
    this.#selectors = selectors;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const target = this.#selectors
      .map((selector) => this.#host.renderRoot.querySelector<HTMLElement>(selector))
      .find(Boolean);
    if (!target) return;
    this.#selectors = [];
    target.focus();
  }
}
