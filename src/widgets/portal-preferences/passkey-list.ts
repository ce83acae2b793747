import { startRegistration, type RegistrationResponseJSON } from '@simplewebauthn/browser';
import { Task } from '@lit/task';
import { html, nothing } from 'lit';
import { ConflictError } from '../../client/portal-errors.js';
import {
  addPasskey,
  getPasskeys,
  removePasskey,
  renamePasskey,
  startPasskey,
} from '../../contract/generated/passkeys.js';
import type { Passkey } from '../../contract/account/passkeys.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { failureNote } from '../../ui/failure-note.js';
import { formView } from '../../ui/form/form.js';
import { headingView } from '../../ui/heading.js';
import { noteView, type Tone } from '../../ui/note.js';
import { untilGone } from '../../forms/send-once.js';
import {
  FormController,
  type Fields,
  type ReadTyped,
  type Sending,
} from '../../forms/form-controller.js';
import { loading } from '../../ui/lazy-part.js';
import { accountOf } from './account-of.js';
import {
  cancelButton,
  currentPasswordField,
  dayOf,
  nameField,
  type PartHost,
  type PartPage,
} from './sign-in-part.js';

type Step =
  | { readonly kind: 'list' | 'add' }
  | { readonly kind: 'rename' | 'remove'; readonly passkey: Passkey };

/**
 * Passkeys: which there are, one more, other names, one less. Adding and removing ask for the current
 * password (`password.change`, `login.lockout`).
 */
export class PasskeyList {
  readonly #host: PartHost;
  readonly #form: FormController;
  readonly #passkeys;
  #step: Step = { kind: 'list' };
  /** What came of the last change, in words. */
  #news: { readonly words: () => string; readonly tone: Tone } | undefined;

  constructor(host: PartHost) {
    this.#host = host;
    this.#form = new FormController(host.element, { region: `#${host.id}` });
    this.#passkeys = new Task(host.element, {
      args: () => [host.session.context?.client, accountOf(host.session)] as const,
      task: async ([client, account], { signal }) =>
        client && account !== undefined
          ? (await client.call(getPasskeys, {}, { signal })).passkeys
          : undefined,
    });
  }

  forget(): void {
    this.#step = { kind: 'list' };
    this.#news = undefined;
    this.#form.forget();
  }

  render({ context, headingLevel }: PartPage) {
    const links = {
      signInHref: context.signInHref ?? undefined,
      recoveryHref: this.#host.recoveryHref(),
    };
    return html`
      <div class="pw-part" id=${this.#host.id}>
        ${headingView(headingLevel, this.#title(), `${this.#host.id}-heading`)}
        ${this.#renderNews()} ${this.#form.outcomeView(context, links)}
        ${this.#passkeys.render({
          pending: loading,
          error: (error) => failureNote(error, () => void this.#passkeys.run()),
          complete: (passkeys) => (passkeys ? this.#renderStep(passkeys, context) : nothing),
        })}
      </div>
    `;
  }

  #title(): string {
    const step = this.#step;
    switch (step.kind) {
      case 'add':
        return msg('Add a passkey');
      case 'rename':
        return msg(str`Rename ${step.passkey.name}`);
      case 'remove':
        return msg(str`Remove ${step.passkey.name}`);
      default:
        return msg('Passkeys');
    }
  }

  #renderNews() {
    if (!this.#news) return nothing;
    const { words, tone } = this.#news;
    return noteView({ heading: words(), tone });
  }

  #renderStep(passkeys: readonly Passkey[], context: PortalContext) {
    const step = this.#step;
    switch (step.kind) {
      case 'add':
        return this.#renderAdd(context);
      case 'rename':
        return this.#renderRename(step.passkey, context);
      case 'remove':
        return this.#renderRemove(step.passkey, context);
      default:
        return this.#renderList(passkeys, context);
    }
  }

  #renderList(passkeys: readonly Passkey[], context: PortalContext) {
    return html`
      <p>
        ${msg('With a passkey, you sign in with your fingerprint, face or device PIN. No password or code needed.')}
      </p>
      ${
        passkeys.length === 0
          ? html`<p>${msg('You don’t have a passkey yet.')}</p>`
          : html`<ul class="pw-passkeys">
              ${passkeys.map((passkey) => this.#renderPasskey(passkey, context))}
            </ul>`
      }
      ${
        !context.policy.login.passkeys
          ? html`<p>${msg('We don’t use passkeys here. You can remove the ones you have.')}</p>`
          : 'PublicKeyCredential' in window
            ? html`<p>
                <button
                  type="button"
                  @click=${() => {
                    this.#go({ kind: 'add' });
                  }}
                >
                  ${msg('Add a passkey')}
                </button>
              </p>`
            : html`<p>${msg('This browser can’t create passkeys. Try a newer one.')}</p>`
      }
    `;
  }

  #renderPasskey(passkey: Passkey, context: PortalContext) {
    const { name, addedAt, lastUsedAt } = passkey;
    const added = dayOf(addedAt, context);
    return html`
      <li>
        <div>
          <strong>${name}</strong>
          <span class="pw-muted">
            ${
              lastUsedAt === null
                ? msg(str`Added ${added}, not used yet`)
                : msg(str`Added ${added}, last used ${dayOf(lastUsedAt, context)}`)
            }
          </span>
        </div>
        <div class="pw-buttons">
          <button
            type="button"
            aria-label=${msg(str`Rename ${name}`)}
            @click=${() => {
              this.#go({ kind: 'rename', passkey });
            }}
          >
            ${msg('Rename')}
          </button>
          <button
            type="button"
            aria-label=${msg(str`Remove ${name}`)}
            @click=${() => {
              this.#go({ kind: 'remove', passkey });
            }}
          >
            ${msg('Remove')}
          </button>
        </div>
      </li>
    `;
  }

  #renderAdd(context: PortalContext) {
    const fields: Fields = {
      '/body/name': nameField(this.#host.id, msg('My device')),
      '/body/currentPassword': currentPasswordField(this.#host.id, this.#form),
    };
    const send = (typed: ReadTyped, signal: AbortSignal) => this.#add(typed, context, signal);
    return html`
      <p>${msg('Next, your browser will ask where to save it.')}</p>
      ${this.#renderForm(fields, msg('Add this passkey'), send)}
    `;
  }

  #renderRename(passkey: Passkey, { client }: PortalContext) {
    const fields: Fields = { '/body/name': nameField(this.#host.id, passkey.name) };
    const send = async (typed: ReadTyped, signal: AbortSignal) => {
      const body = { name: typed('/body/name') };
      await client.call(renamePasskey, { params: { passkey: passkey.id }, body });
      signal.throwIfAborted();
      this.#finish(() => msg('Passkey renamed.'));
    };
    return this.#renderForm(fields, msg('Save this name'), send);
  }

  #renderRemove({ id }: Passkey, { client }: PortalContext) {
    const fields: Fields = {
      '/body/currentPassword': currentPasswordField(this.#host.id, this.#form),
    };
    const send = async (typed: ReadTyped, signal: AbortSignal) => {
      const body = { currentPassword: typed('/body/currentPassword') };
      await untilGone(client.call(removePasskey, { params: { passkey: id }, body }));
      signal.throwIfAborted();
      this.#finish(() => msg('Passkey removed.'));
    };
    return html`
      <p>
        ${msg('It will no longer work for signing in. Delete it from your device, too. We can’t do that for you.')}
      </p>
      ${this.#renderForm(fields, msg('Remove this passkey'), send)}
    `;
  }

  #renderForm(fields: Fields, label: string, send: Sending['send']) {
    return formView({
      labelledBy: `${this.#host.id}-heading`,
      fields: Object.values(fields),
      problems: this.#form.problems,
      submit: { label, busyLabel: msg('One moment…') },
      busy: this.#form.busy,
      onSubmit: (event) => void this.#form.submit(event, { fields, send }),
      beside: cancelButton(this.#form, () => {
        this.#go({ kind: 'list' });
      }),
    });
  }

  /** Shows another step, with the focus on its heading. */
  #go(step: Step): void {
    this.#step = step;
    this.#news = undefined;
    this.#form.settle();
    this.#form.focus('heading');
  }

  /** Says what came of it, and reads which passkeys there are now. */
  #finish(words: () => string, tone: Tone = 'success'): void {
    this.#go({ kind: 'list' });
    this.#news = { words, tone };
    this.#form.focus('note');
    void this.#passkeys.run();
  }

  async #add(typed: ReadTyped, { client }: PortalContext, signal: AbortSignal): Promise<void> {
    const optionsJSON = await client.call(startPasskey, {
      body: { currentPassword: typed('/body/currentPassword') },
    });
    signal.throwIfAborted();
    let made: RegistrationResponseJSON;
    try {
      made = await startRegistration({ optionsJSON });
    } catch (error) {
      signal.throwIfAborted();
      const isThere = error instanceof Error && error.name === 'InvalidStateError';
      this.#finish(
        () =>
          isThere
            ? msg('This device already has a passkey.')
            : msg('We couldn’t create a passkey. You can try again.'),
        'danger',
      );
      return;
    }
    signal.throwIfAborted();
    const { id, rawId, type, response } = made;
    const { clientDataJSON, attestationObject, transports } = response;
    const credential = {
      id,
      rawId,
      type,
      clientExtensionResults: {},
      response: { clientDataJSON, attestationObject, ...(transports && { transports }) },
    };
    try {
      await client.call(addPasskey, { body: { name: typed('/body/name'), credential } });
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ConflictError)) throw error;
      this.#finish(() => msg('That took too long. Please start again.'), 'danger');
      return;
    }
    signal.throwIfAborted();
    this.#finish(() => msg('Passkey added. You can use it to sign in.'));
  }
}
