import { msg, str } from '../../locales/localize.js';
import { css, html, nothing } from 'lit';
import { modal } from '../../ui/modal.js';

export const styles = css`
  dialog {
    width: min(30em, calc(100vw - 2em));
    padding: 1.5em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 60%);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
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

export interface IdleWarning {
  /** Null: no warning now. */
  readonly secondsLeft: number | null;
  readonly locale: string;
  readonly onStay: () => void;
  readonly onSignOut: () => void;
}

/** The dialog before the idle limit ends the session (`session.idle-logout`; WCAG 2.2.1). */
export const idleWarning = ({ secondsLeft, locale, onStay, onSignOut }: IdleWarning) => {
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
                ${msg('You will be signed out in')}
                <strong role="timer" aria-live="off">${timeLeft(secondsLeft, locale)}</strong>.
              </p>
              <p id="advice">
                ${msg('We do this to keep your health information private. What you see here will be cleared.')}
              </p>
              <div class="actions">
                <button class="primary" type="button" @click=${onStay}>
                  ${msg('Stay signed in')}
                </button>
                <button type="button" @click=${onSignOut}>${msg('Sign out now')}</button>
              </div>
            `
      }
      <p class="visually-hidden" role="status">
        ${
          announced === undefined
            ? nothing
            : msg(str`You will be signed out in ${timeLeft(announced, locale)}.`)
        }
      </p>
    </dialog>
  `;
};
