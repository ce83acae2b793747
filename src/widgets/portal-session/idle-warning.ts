import { msg, str } from '../../locales/localize.js';
import { css, html, nothing, type LitElement } from 'lit';
import type { Timers } from '../../client/timers.js';
import { modal } from '../../ui/dialog/modal.js';

// What else somebody who has signed in may have to be told: fetched before there may be no answer any more.
export { SessionNotes } from './session-notes.js';

export const styles = css`
  dialog {
    width: min(30em, calc(100vw - var(--_s6)));
    padding: var(--_s5);
    border: 1px solid var(--_card-border);
    border-radius: var(--_card-radius);
    background: var(--portal-color-surface-overlay, var(--portal-color-surface, Canvas));
    color: var(--portal-color-text, CanvasText);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 60%);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s3);
    margin-top: var(--_s4);
  }
  @media (width < 480px) {
    .actions > button {
      width: 100%;
    }
  }
`;

/** Seconds before the end at which screen readers are told the time left; every second would drown all else. */
const announcedAt = [120, 60, 30, 10];

/** The step of the countdown that is to be announced: the last one passed. */
export const announcedSeconds = (secondsLeft: number): number | undefined =>
  announcedAt.findLast((step) => secondsLeft <= step);

/** "1 minute, 59 seconds", in the plural forms of the language. */
export const timeLeft = (seconds: number, locale: string): string => {
  const counts = [
    { value: Math.floor(seconds / 60), unit: 'minute' },
    { value: seconds % 60, unit: 'second' },
  ].filter(({ value }) => value > 0);
  const words = counts.map(({ value, unit }) =>
    value.toLocaleString(locale, { style: 'unit', unit, unitDisplay: 'long' }),
  );
  return new Intl.ListFormat(locale, { type: 'unit' }).format(words);
};

interface Host extends LitElement {
  readonly timers: Timers;
}

export interface IdleWarningOptions {
  /** By the clock of `endsAt`. */
  readonly now: () => number;
  readonly onStay: () => void;
  readonly onSignOut: () => void;
}

/** The dialog before the idle limit ends the session (`session.idle-logout`; WCAG 2.2.1). */
export class IdleWarning {
  readonly #host: Host;
  readonly #options: IdleWarningOptions;
  /** When the session is about to end; undefined: no warning now. */
  #endsAt: number | undefined;
  #secondsLeft: number | null = null;
  #cancelTick: (() => void) | undefined;

  constructor(host: Host, options: IdleWarningOptions) {
    this.#host = host;
    this.#options = options;
    const { styleSheet } = styles;
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }

  /**
   * Counts down to the end of the session.
   * @param endsAt undefined: nothing to warn of
   */
  warn(endsAt: number | undefined): void {
    if (endsAt === this.#endsAt) return;
    this.#cancelTick?.();
    this.#endsAt = endsAt;
    this.#tick();
  }

  #tick(): void {
    const { timers } = this.#host;
    const endsAt = this.#endsAt;
    this.#host.requestUpdate();
    if (endsAt === undefined) {
      this.#secondsLeft = null;
      return;
    }
    this.#secondsLeft = Math.max(0, Math.ceil((endsAt - this.#options.now()) / 1000));
    this.#cancelTick = timers.after(1000, () => {
      this.#tick();
    });
  }

  view(locale: string) {
    const secondsLeft = this.#secondsLeft;
    const { onStay, onSignOut } = this.#options;
    const announced = secondsLeft === null ? undefined : announcedSeconds(secondsLeft);
    return html`
      <dialog
        part="idle-warning"
        aria-labelledby="heading"
        aria-describedby="advice"
        ${modal(secondsLeft !== null)}
        @cancel=${(event: Event) => {
          // Escape means "leave me be", and that is staying.
          event.preventDefault();
          onStay();
        }}
      >
        ${
          secondsLeft === null
            ? nothing
            : html`
                <h2 id="heading">${msg('Are you still there?')}</h2>
                <p>
                  ${msg('We’ll sign you out in')}
                  <strong role="timer" aria-live="off">${timeLeft(secondsLeft, locale)}</strong>.
                </p>
                <p id="advice">
                  ${msg('This keeps your health information private. We’ll clear what’s on this page.')}
                </p>
                <div class="actions">
                  <button class="pw-primary" type="button" @click=${onStay}>
                    ${msg('Stay signed in')}
                  </button>
                  <button type="button" @click=${onSignOut}>${msg('Sign out now')}</button>
                </div>
              `
        }
        <p class="pw-visually-hidden" role="status">
          ${
            announced === undefined
              ? nothing
              : msg(str`We’ll sign you out in ${timeLeft(announced, locale)}.`)
          }
        </p>
      </dialog>
    `;
  }
}
