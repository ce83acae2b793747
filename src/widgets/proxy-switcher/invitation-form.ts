import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import { RefusedError } from '../../client/portal-errors.js';
import { acceptInvitation } from '../../contract/generated/family.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionController } from '../../session/session-controller.js';
import { fieldStyles } from '../../ui/styles/base-styles.js';
import { formStyles, formView } from '../../ui/form/form.js';
import { noteView } from '../../ui/note.js';
import { loadRefusal } from '../../ui/refusals/load-refusal.js';
import { birthDateField } from '../../forms/birth-date.js';
import { FormController, type Fields, type ReadTyped } from '../../forms/form-controller.js';
import { SendOnce } from '../../forms/send-once.js';
import { addStyles } from '../../ui/lazy-part.js';
import { PortalInvitationAcceptedEvent, PortalRecordOpenedEvent } from './proxy-switcher.events.js';

/** What has come of an invitation. */
interface Accepted {
  /** The record that can be opened now and could not before; undefined: it could be, otherwise. */
  readonly subject: { readonly id: string; readonly displayName: string } | undefined;
}

/**
 * Accepting an invitation to open a record (`proxy.friends-and-family`): what its link has brought, and the
 * patient's date of birth.
 */
export class InvitationForm implements ReactiveController {
  readonly #host: LitElement;
  readonly #session: SessionController;
  readonly #form: FormController;
  readonly #request = new SendOnce();
  #account = '';
  #accepted: Accepted | undefined;
  /** No try at this invitation can succeed any more. */
  #over = false;
  #token = '';

  constructor(host: LitElement, session: SessionController) {
    this.#host = host;
    this.#session = session;
    addStyles(host, fieldStyles, formStyles);
    host.addController(this);
    this.#form = new FormController(host, {
      region: '#invitation',
      loadRefusal: () => loadRefusal('family'),
    });
  }

  hostUpdate(): void {
    const { state } = this.#session;
    const account = state.status === 'signed-in' ? state.account.id : '';
    if (account !== this.#account) this.#reset();
    this.#account = account;
  }

  /** @param onDone called when the invitation is of no interest any more */
  render(token: string, context: PortalContext, onDone: () => void) {
    if (token !== this.#token) this.#reset();
    this.#token = token;
    return html`<section id="invitation" aria-labelledby="invitation-heading">
      ${this.#accepted ? this.#renderAccepted(this.#accepted, onDone) : this.#renderForm(context, onDone)}
    </section>`;
  }

  #renderForm(context: PortalContext, onDone: () => void) {
    const links = { signInHref: context.signInHref ?? undefined };
    const fields = proofFields(context);
    const send = (typed: ReadTyped, signal: AbortSignal) => this.#accept(typed, context, signal);
    return html`
      <h3 id="invitation-heading" part="heading" tabindex="-1">
        ${msg('You’re invited to open a record')}
      </h3>
      ${this.#form.outcomeView(context, links)}
      ${
        this.#over
          ? html`<p><button type="button" @click=${onDone}>${msg('Close')}</button></p>`
          : html`
              <p>
                ${msg('It’s the record of the person who emailed you. You use your own account, and they can see what you look at.')}
              </p>
              ${formView({
                labelledBy: 'invitation-heading',
                fields: Object.values(fields),
                problems: this.#form.problems,
                submit: { label: msg('Accept invitation'), busyLabel: msg('Checking…') },
                busy: this.#form.busy,
                onSubmit: (event) => void this.#form.submit(event, { fields, send }),
                beside: html`<button type="button" @click=${onDone}>${msg('Not now')}</button>`,
              })}
            `
      }
    `;
  }

  #renderAccepted({ subject }: Accepted, onDone: () => void) {
    const open = () => {
      if (!subject) return;
      onDone();
      void this.#session.context?.store.dispatch({ type: 'open-record', subject: subject.id });
      this.#host.dispatchEvent(new PortalRecordOpenedEvent(subject.id));
    };
    return noteView({
      heading: subject
        ? msg(str`You can now open ${subject.displayName}’s record.`)
        : msg('Invitation accepted.'),
      steps: [
        html`
          ${
            subject
              ? html`<button class="pw-primary" type="button" @click=${open}>
                  ${msg(str`Open ${subject.displayName}’s record`)}
                </button>`
              : nothing
          }
          <button type="button" @click=${onDone}>${msg('Close')}</button>
        `,
      ],
    });
  }

  async #accept(
    typed: ReadTyped,
    { client, store }: PortalContext,
    signal: AbortSignal,
  ): Promise<void> {
    const account = this.#account;
    const before = new Set(this.#subjects.map(({ id }) => id));
    const body = { token: this.#token, birthDate: typed('/body/birthDate') };
    try {
      await this.#request.send(
        body,
        (headers) => client.call(acceptInvitation, { headers, body }),
        signal,
      );
    } catch (error) {
      this.#over = error instanceof RefusedError && isFinal(error);
      throw error;
    }
    await store.dispatch({ type: 'records-changed' });
    if (account !== this.#account) return;
    this.#accepted = { subject: this.#subjects.find(({ id }) => !before.has(id)) };
    this.#host.dispatchEvent(new PortalInvitationAcceptedEvent());
    this.#form.focus('note');
  }

  get #subjects() {
    const { state } = this.#session;
    return state.status === 'signed-in' ? state.subjects : [];
  }

  #reset(): void {
    this.#accepted = undefined;
    this.#over = false;
    this.#request.forget();
    if (!this.#form.isSettled || this.#form.busy) this.#form.forget();
  }
}

/** Whether only another invitation, or another account, helps. */
const isFinal = ({ next }: RefusedError): boolean =>
  next.every(({ action }) => action !== 'try-again');

const proofFields = (context: PortalContext): Fields => ({
  '/body/birthDate': birthDateField(
    {
      id: 'invitation-birth-date',
      name: 'birth-date',
      label: msg('Date of birth of the person who invited you'),
      missing: msg('Enter the date of birth of the person who invited you'),
      autocomplete: 'off',
      required: true,
    },
    context,
  ),
});
