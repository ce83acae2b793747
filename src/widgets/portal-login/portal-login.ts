import { msg, str } from '../../locales/localize.js';
import { html, LitElement, nothing } from 'lit';
import { SessionController } from '../../session/session-controller.js';
import { adoptStyles } from '../../ui/styles/adopt-styles.js';
import { lightStyles } from '../../ui/styles/base-styles.js';
import { capitalized, localized } from '../../ui/words/policy-words.js';
import { fieldView, type Field } from '../../ui/form/field.js';
import { headingView } from '../../ui/heading.js';
import { noteView } from '../../ui/note.js';
import { defineElement } from '../../ui/define-element.js';
import { NoCopies } from '../../ui/no-copies.js';
import { styles } from './portal-login.styles.js';
import type { SignInFlow } from './sign-in-flow.js';

let instances = 0;

/**
 * The sign-in form. It stands in the light DOM, where password managers and autofill find it; what
 * the host puts inside shows until the element is there. Who has set up a second step is asked for it, who
 * signs in with a one-time password chooses another, and a passkey can be used instead of all this. Enforced by the backend: `login.no-hints`,
 * `login.lockout`, `login.unlock`; told before anything is sent: `login.cookies-required`.
 *
 * @element portal-login
 * @attr {string} next-href - Page to go to after signing in; without it the form says who is signed in.
 * @attr {string} recovery-href - Page for a forgotten username or password.
 * @attr {string} signup-href - Page for signing up with a code.
 * @attr {boolean} provider-only - Whether people sign in at the hospital's identity provider only: without the form.
 * @attr {number} heading-level - 2 to 4; default 2.
 * @slot provider - Links that start signing in at an identity provider, as `<a slot="provider" href="/sso">Sign in with
 *   Harbor ID</a>`. They have to be there when the element is.
 * @csspart heading - The heading.
 * @csspart note - A refusal, a failure or the news of being signed out.
 * @csspart error-summary - What is missing in the form.
 * @fires {PortalNavigateEvent} portal-navigate - It is about to go to another page; cancel it to go there another way.
 * @fires {PortalErrorEvent} portal-error - It shows that something failed; carries the kind and the status only.
 */
export class PortalLogin extends LitElement {
  static override properties = {
    nextHref: { attribute: 'next-href' },
    recoveryHref: { attribute: 'recovery-href' },
    signupHref: { attribute: 'signup-href' },
    providerOnly: { attribute: 'provider-only', type: Boolean },
    headingLevel: { attribute: 'heading-level', type: Number },
    busy: { state: true },
    isCutOff: { state: true },
  };

  static define(tag = 'portal-login', registry = customElements): void {
    defineElement(this, tag, registry);
  }

  readonly #session: SessionController = new SessionController(this);

  nextHref: string | undefined;
  recoveryHref: string | undefined;
  signupHref: string | undefined;
  providerOnly = false;
  headingLevel = 2;

  /** Whether what was typed waits for the rest of this element. */
  private busy = false;
  /** Whether the rest of this element could not be fetched. */
  private isCutOff = false;
  /** Links to identity providers, as the host has them. */
  #providers: Iterable<Element> & ArrayLike<Element> = [];
  readonly #id = `portal-login-${(instances += 1)}`;
  /** All but the form: fetched when somebody begins to fill it in, or when there is more to show. */
  #flow: SignInFlow | undefined;

  override connectedCallback(): void {
    if (!this.hasUpdated) {
      this.#providers = this.querySelectorAll(':scope > a[slot="provider"]');
      this.replaceChildren();
    }
    super.connectedCallback();
    adoptStyles(this, lightStyles(this.localName, styles));
  }

  constructor() {
    super();
    new NoCopies(this);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    const { state } = this.#session;
    const isNews = 'error' in state || ('ended' in state && state.ended !== null);
    if ((isNews || !this.#asksPassword) && !this.isCutOff) void this.#fetchFlow();
  }

  protected override render() {
    const flow = this.#flow;
    return (
      flow?.insteadOfForm() ??
      html`
        ${
          this.#asksPassword
            ? headingView(this.headingLevel, this.#title(), `${this.#id}-heading`)
            : nothing
        }
        <div role="status">${flow?.endingView()}</div>
        ${flow?.outcomeView()} ${this.isCutOff ? this.#renderCutOff() : nothing}
        ${this.#asksPassword ? this.#renderWays() : nothing}
      `
    );
  }

  get #asksPassword(): boolean {
    const { state } = this.#session;
    return !('account' in state || 'secondStep' in state || 'newPassword' in state);
  }

  #title() {
    const portal = this.#session.context?.policy.portal.name;
    return portal ? msg(str`Sign in to ${portal}`) : msg('Sign in');
  }

  /** In the words of `failureNote`, which comes with what could not be fetched. */
  #renderCutOff() {
    return noteView({
      heading: msg('Check your internet connection, then try again.'),
      tone: 'danger',
      steps: [html`<button type="button" @click=${this.#onTryAgain}>${msg('Try again')}</button>`],
    });
  }

  #renderWays() {
    const providers = this.#providers;
    if (providers.length === 0) return this.#renderForm();
    return html`
      <div class="pw-providers">${providers}</div>
      ${this.providerOnly ? nothing : this.#renderForm()}
    `;
  }

  #renderForm() {
    const busy = this.busy || this.#flow?.busy === true;
    const problems = this.#flow?.problems ?? [];
    // `post`, so that no browser ever writes a password into an address.
    return html`
      <form
        method="post"
        novalidate
        aria-labelledby="${this.#id}-heading"
        @submit=${this.#onSubmit}
        @focusin=${this.#onFocus}
      >
        ${this.#fields().map((field) => fieldView(field, problems))}
        <button class="pw-primary" type="submit" aria-disabled=${String(busy)}>
          ${msg('Sign in')}
        </button>
        <p class="pw-visually-hidden" role="status">${busy ? msg('Signing in…') : nothing}</p>
      </form>
      ${
        this.#session.context?.policy.login.passkeys !== false && 'PublicKeyCredential' in window
          ? html`<button
              class="pw-passkey"
              type="button"
              aria-disabled=${String(busy)}
              @click=${this.#onPasskey}
            >
              ${msg('Sign in with a passkey')}
            </button>`
          : nothing
      }
      ${this.#renderLinks()}
    `;
  }

  #fields(): Field[] {
    const { context } = this.#session;
    const common = { literal: true, required: true };
    return [
      {
        ...common,
        id: `${this.#id}-username`,
        name: 'username',
        label: context
          ? capitalized(localized(context.policy.terms.username, context.locale))
          : msg('Username'),
        autocomplete: 'username webauthn',
      },
      {
        ...common,
        id: `${this.#id}-password`,
        name: 'password',
        label: msg('Password'),
        type: 'password',
        autocomplete: 'current-password',
      },
    ];
  }

  #renderLinks() {
    const mobile = this.#session.context?.policy.mobile;
    const links = [
      [this.#session.href(this.recoveryHref), msg('Forgot your username or password?')],
      [this.#session.href(this.signupHref), msg('Sign up with a code')],
      [mobile?.appStore, msg('App for iPhone')],
      [mobile?.googlePlay, msg('App for Android')],
    ].filter(([href]) => href);
    return links.length
      ? html`<ul class="pw-links">
          ${links.map(([href, text]) => html`<li><a href=${href ?? ''}>${text}</a></li>`)}
        </ul>`
      : nothing;
  }

  /** @param isNeeded whether a failure is told */
  async #fetchFlow(isNeeded = true): Promise<SignInFlow | undefined> {
    if (this.#flow) return this.#flow;
    try {
      const { SignInFlow } = await import('./sign-in-flow.js');
      this.#flow ??= new SignInFlow(this, this.#session, this.#id);
      this.isCutOff = false;
    } catch {
      this.isCutOff ||= isNeeded;
    }
    this.requestUpdate();
    return this.#flow;
  }

  readonly #onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    // Read now, not on input: autofill need not tell of what it fills in.
    const { elements } = event.currentTarget as HTMLFormElement;
    const username = elements.namedItem('username') as HTMLInputElement;
    const password = elements.namedItem('password') as HTMLInputElement;
    const typed = { username: username.value.trim(), password: password.value };
    const flow = await this.#fetchFlow();
    this.busy = false;
    if (await flow?.signIn(this.#fields(), typed)) password.value = '';
  };

  readonly #onPasskey = async () => (await this.#fetchFlow())?.usePasskey();

  readonly #onFocus = async () => (await this.#fetchFlow(false))?.offerPasskeys();

  readonly #onTryAgain = async () => {
    await this.#fetchFlow();
    await this.updateComplete;
    // The button is gone with the failure.
    if (document.activeElement === document.body) {
      this.querySelector<HTMLElement>('[part="heading"]')?.focus();
    }
  };
}
