import { html, nothing, type ReactiveControllerHost } from 'lit';
import { passwordLength } from '../contract/account/credentials.js';
import { msg, str } from '../locales/localize.js';
import { fieldView, type Field, type FieldView } from '../ui/form/field.js';

/** Undefined: not fetched yet. Without it the backend tells, once the form is sent. */
let isCommonPassword: ((password: string) => boolean) | undefined;

/**
 * The field for a password of one's own choice, which tells while somebody types how much is missing, and
 * whether it is one of those that everybody tries first. Length is what makes a password strong, and the
 * backend may know more of the latter (`signup.own-credentials`): more than this is not promised.
 */
export class NewPassword {
  readonly #host: ReactiveControllerHost;
  #typedLength = 0;
  #isCommon = false;

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
      hint: msg(
        str`Use at least ${passwordLength.least} characters. A few words in a row are easy to remember and hard to guess.`,
      ),
      autocomplete: 'new-password',
      literal: true,
      required: true,
      missing: msg('Choose a password'),
      view: this.#view,
    };
  }

  readonly #view: FieldView = (field, problems) => html`
    <div class="pw-field pw-new-password">
      ${fieldView(field, problems)} ${progressView(this.#typedLength, this.#isCommon)}
    </div>
  `;

  /** For the form: `@input`. */
  readonly onInput = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'new-password') return;
    this.#look(target);
    void import('../contract/account/common-passwords.js').then(
      (known) => {
        ({ isCommonPassword } = known);
        if (target.isConnected) this.#look(target);
      },
      () => undefined,
    );
  };

  /** The field is empty again. */
  reset(): void {
    this.#typedLength = 0;
    this.#isCommon = false;
  }

  #look({ value }: HTMLInputElement): void {
    this.#typedLength = value.match(/./gsu)?.length ?? 0;
    this.#isCommon = isCommonPassword?.(value) === true;
    this.#host.requestUpdate();
  }
}

/** Each character is counted for the eye only; heard, once, is that it is enough, or too well known. */
const progressView = (typed: number, isCommon: boolean) => {
  const left = passwordLength.least - typed;
  return html`
    <p class="pw-status" aria-hidden="true">${typed > 0 && left > 0 ? toGo(left) : nothing}</p>
    <p class="pw-status" role="status">${left <= 0 ? verdict(isCommon) : nothing}</p>
  `;
};

const verdict = (isCommon: boolean): string =>
  isCommon ? msg('Many people use this one. Choose another.') : msg('Long enough');

const toGo = (left: number): string =>
  left === 1 ? msg('1 more character to go') : msg(str`${left} more characters to go`);
