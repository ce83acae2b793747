import type { LitElement, ReactiveController } from 'lit';

/** Gives the focus to what is not there yet: as soon as an update of the element has brought it. */
export class FocusNext implements ReactiveController {
  readonly #host: LitElement;
  readonly #give: (target: HTMLElement) => void;
  #selectors: readonly string[] = [];

  /** @param give default: the target takes it */
  constructor(
    host: LitElement,
    give = (target: HTMLElement) => {
      target.focus();
    },
  ) {
    this.#host = host;
    this.#give = give;
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
    this.#give(target);
  }
}
