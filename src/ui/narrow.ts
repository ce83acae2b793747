import type { LitElement, ReactiveController } from 'lit';

/**
 * Tells an element's styles whether it is too narrow for columns: the first element in its shadow root has the class
 * `narrow` then, else `wide`, so that styles say `.narrow ~ * td`. A container query on the host would do the same, but Firefox
 * takes half as much time again to lay out a long list in one. On paper, columns always have room: put the styles into
 * `@media screen`.
 */
export class Narrow implements ReactiveController {
  readonly #host: LitElement;
  /** As wide as the host and of no height: what stands below may grow without being a resize within the resize. */
  readonly #ruler = document.createElement('div');
  readonly #resizes: ResizeObserver;

  /** @param columnsFrom the least width for columns, in `em` of the host */
  constructor(host: LitElement, columnsFrom: number) {
    this.#host = host;
    this.#ruler.className = 'wide';
    this.#resizes = new ResizeObserver(() => {
      const { clientWidth } = this.#ruler;
      if (clientWidth === 0) return; // not shown, or no block
      const em = parseFloat(getComputedStyle(host).fontSize);
      this.#ruler.className = clientWidth < columnsFrom * em ? 'narrow' : 'wide';
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.renderRoot.prepend(this.#ruler);
    this.#resizes.observe(this.#ruler);
  }

  hostDisconnected(): void {
    this.#resizes.disconnect();
  }
}
