import { Task, TaskStatus } from '@lit/task';
import { html, nothing, type CSSResult, type LitElement } from 'lit';
import { failureNote } from './failure-note.js';
import { skeletonView } from './skeleton.js';

/** While something is fetched. */
export const loading = () => skeletonView(3);

/** A part of a widget that is fetched when it first shows: not every patient needs it. */
export class LazyPart<Part> {
  readonly #host: LitElement;
  readonly #part: Task<readonly [], Part>;
  readonly #pending: () => unknown;
  /** Undefined: its `<details>` has never been open. */
  #open: boolean | undefined;

  /**
   * @param load fetches the part's module, and makes the part
   * @param pending stands there until then, as tall as the part
   */
  constructor(host: LitElement, load: () => Promise<Part>, pending: () => unknown = loading) {
    this.#host = host;
    this.#pending = pending;
    this.#part = new Task(host, { task: load, args: () => [] as const, autoRun: false });
  }

  render(view: (part: Part) => unknown): unknown {
    if (this.#part.status === TaskStatus.INITIAL) void this.#part.run();
    return this.#part.render({
      pending: this.#pending,
      complete: view,
      error: (error) => failureNote(error, () => void this.#part.run()),
    });
  }

  /**
   * The part as the content of a `<details>`.
   * @param name its `part`
   * @param open whether it opens by itself, as long as nobody has opened or closed it
   */
  renderDetails(name: string, summary: unknown, open: boolean, view: (part: Part) => unknown) {
    if (open) this.#open ??= true;
    return html`
      <details part=${name} ?open=${this.#open === true} @toggle=${this.#onToggle}>
        <summary>${summary}</summary>
        ${this.#open === undefined ? nothing : this.render(view)}
      </details>
    `;
  }

  readonly #onToggle = (event: Event) => {
    this.#open = (event.currentTarget as HTMLDetailsElement).open;
    this.#host.requestUpdate();
  };
}

/** Gives the styles of such a part to the widget's shadow root. */
export const addStyles = ({ shadowRoot }: LitElement, ...styles: readonly CSSResult[]): void => {
  for (const { styleSheet } of styles) {
    if (styleSheet) shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }
};
