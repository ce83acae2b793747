import { html, nothing, type ReactiveControllerHost } from 'lit';
import { passwordLength } from '../contract/credentials.js';
import { msg, str } from '../locales/localize.js';
import type { Field } from '../ui/field.js';

/**
 * The field for a password of one's own choice, which tells while somebody types how much is missing.
 * Length is what makes a password strong, and only the backend knows which ones everybody uses
 * (`signup.own-credentials`): more than this is not promised.
 */
export class NewPassword {
  readonly #host: ReactiveControllerHost;
  #typedLength = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** @param label what the form calls it */
  field(id: string, label: string): Field {
    return {
      id,
      name: 'new-password',
      label,
      type: 'password',
      hint: guidance(this.#typedLength),
      autocomplete: 'new-password',
      literal: true,
      required: true,
    };
  }

  /** For the form: `@input`. */
  readonly onInput = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'new-password') return;
    this.#typedLength = Array.from(target.value).length;
    this.#host.requestUpdate();
  };

  /** The field is empty again. */
  reset(): void {
    this.#typedLength = 0;
  }
}

/** Each character is counted for the eye only; heard, once, is that it is enough. */
const guidance = (typed: number) => {
  const left = passwordLength.least - typed;
  return html`
    ${msg(
      str`Use ${passwordLength.least} characters or more. A few words in a row are easy to remember and hard to guess.`,
    )}
    <span class="so-far">
      <span aria-hidden="true">${typed > 0 && left > 0 ? toGo(left) : nothing}</span>
      <span role="status">${left <= 0 ? msg('Long enough.') : nothing}</span>
    </span>
  `;
};

const toGo = (left: number): string =>
  left === 1 ? msg('1 more character to go.') : msg(str`${left} more characters to go.`);
