import { html, nothing } from 'lit';
import { passwordLength } from '../../contract/account/credentials.js';
import { changePassword } from '../../contract/generated/preferences.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { formView } from '../../ui/form/form.js';
import { noteView } from '../../ui/note.js';
import { FormController, type Fields, type ReadTyped } from '../../forms/form-controller.js';
import { NewPassword } from '../../forms/new-password.js';
import { SendOnce } from '../../forms/send-once.js';
import type { SectionForm, SectionHost, SectionPage } from './section.js';
import { currentPasswordField } from './sign-in-part.js';

const limits = { '/body/password': passwordLength };

/** A new password, by giving the current one (`password.change`). Nothing of it is ever drafted. */
export class PasswordForm implements SectionForm {
  readonly #host: SectionHost;
  readonly #form: FormController;
  readonly #password: NewPassword;
  readonly #request = new SendOnce();
  #isTyped = false;
  #isSaved = false;

  constructor(host: SectionHost) {
    this.#host = host;
    this.#form = new FormController(host.element, { region: `#${host.id}` });
    this.#password = new NewPassword(host.element);
  }

  get isChanged(): boolean {
    return this.#isTyped;
  }

  forget(): void {
    this.#isTyped = this.#isSaved = false;
    this.#password.reset();
    this.#request.forget();
    this.#form.forget();
  }

  render(page: SectionPage) {
    const { context } = page;
    const fields = this.#fields();
    const links = {
      signInHref: context.signInHref ?? undefined,
      recoveryHref: this.#host.recoveryHref(),
    };
    const send = (typed: ReadTyped, signal: AbortSignal) => this.#send(typed, context, signal);
    return html`
      ${
        this.#isSaved
          ? noteView({
              heading: msg('Password changed.'),
              text: msg('For your safety, we signed you out everywhere else.'),
              tone: 'success',
            })
          : nothing
      }
      ${this.#form.outcomeView(context, links)}
      ${formView({
        labelledBy: `${this.#host.id}-heading`,
        username: page.preferences.username,
        fields: Object.values(fields),
        problems: this.#form.problems,
        submit: { label: msg('Save my new password'), busyLabel: msg('Saving…') },
        busy: this.#form.busy,
        onInput: this.#onInput,
        onSubmit: (event) => void this.#form.submit(event, { fields, limits, send }),
      })}
    `;
  }

  #fields(): Fields {
    const { id } = this.#host;
    return {
      '/body/currentPassword': currentPasswordField(id, this.#form),
      '/body/password': this.#password.field(`${id}-new`, msg('New password')),
    };
  }

  readonly #onInput = (event: Event) => {
    this.#password.onInput(event);
    const form = event.currentTarget as HTMLFormElement;
    this.#isSaved = false;
    this.#isTyped = ['current-password', 'new-password'].some((name) =>
      new FormData(form).get(name),
    );
    this.#host.element.requestUpdate();
  };

  async #send(typed: ReadTyped, { client }: PortalContext, signal: AbortSignal): Promise<void> {
    const { element, reader, id } = this.#host;
    const body = {
      currentPassword: typed('/body/currentPassword'),
      password: typed('/body/password'),
    };
    const saved = await this.#request.send(
      body,
      (headers) => client.call(changePassword, { headers, body }),
      signal,
    );
    signal.throwIfAborted();
    reader.accept(saved);
    element.renderRoot.querySelector<HTMLFormElement>(`#${id} form`)?.reset();
    this.#password.reset();
    this.#isTyped = false;
    this.#isSaved = true;
    this.#form.focus('note');
  }
}
