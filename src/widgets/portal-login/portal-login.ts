import { msg, str } from '../../locales/localize.js';
import { html, LitElement, nothing } from 'lit';
import { PortalError, RefusedError, UnreachableError } from '../../client/portal-errors.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SignedInState } from '../../session/session-state.js';
import { SessionController } from '../../session/session-controller.js';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { lightStyles } from '../../ui/base-styles.js';
import { errorSummary, type FieldProblem } from '../../ui/error-summary.js';
import { failureNote } from '../../ui/failure-note.js';
import { capitalized, faqLink, localized } from '../../ui/format.js';
import { fieldView, type Field } from '../../ui/field.js';
import { missing } from '../../ui/missing.js';
import { headingView } from '../../ui/heading.js';
import { noteView } from '../../ui/note.js';
import { defineElement } from '../define-element.js';
import { cookiesOff } from '../cookies-off.js';
import { styles } from './portal-login.styles.js';
import { loadAccountRefusal } from '../../ui/refusals/load-account-refusal.js';
import type { OtherWays, Told } from './other-ways.js';

/** How the last try to sign in ended. */
interface Outcome {
  /** What is missing in the form. */
  readonly problems?: readonly FieldProblem[];
  /** Why it failed, in words. */
  readonly note?: () => unknown;
}

let instances = 0;

const fieldOf = (form: HTMLFormElement, name: 'username' | 'password') =>
  form.elements.namedItem(name) as HTMLInputElement;

/**
 * The sign-in form. It stands in the light DOM, where password managers and autofill find it; what
 * the host puts inside shows until the element is there. Who has set up a second step is asked for it,
 * and a passkey can be used instead of all this. Enforced by the backend: `login.no-hints`,
 * `login.lockout`, `login.unlock`; told before anything is sent: `login.cookies-required`.
 *
 * @element portal-login
 * @attr {string} next-href - Page to go to after signing in; without it the form says who is signed in.
 * @attr {string} recovery-href - Page for a forgotten username or password.
 * @attr {string} signup-href - Page for signing up with a code.
 * @attr {number} heading-level - 2 to 4; default 2.
 * @csspart heading - The heading.
 * @csspart note - A refusal, a failure or the news of being signed out.
 * @csspart error-summary - What is missing in the form.
 */
export class PortalLogin extends LitElement {
  static override properties = {
    nextHref: { attribute: 'next-href' },
    recoveryHref: { attribute: 'recovery-href' },
    signupHref: { attribute: 'signup-href' },
    headingLevel: { attribute: 'heading-level', type: Number },
    busy: { state: true },
    outcome: { state: true },
  };

  static define(tag = 'portal-login', registry = customElements): void {
    defineElement(this, tag, registry);
  }

  readonly #session: SessionController = new SessionController(this);

  nextHref: string | undefined;
  recoveryHref: string | undefined;
  signupHref: string | undefined;
  headingLevel = 2;

  private busy = false;
  private outcome: Outcome | undefined;
  readonly #id = `portal-login-${(instances += 1)}`;
  /** Passkeys and the second step, fetched for those who use them. */
  #otherWays: OtherWays | undefined;
  /** What takes the focus once it is rendered. */
  #focusNext: string | undefined;

  override connectedCallback(): void {
    if (!this.hasUpdated) this.replaceChildren();
    super.connectedCallback();
    adoptStyles(this, lightStyles(this.localName, styles));
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    if (this.#asksSecondStep && !this.#otherWays && !this.outcome) this.#onSecondStep();
  }

  protected override updated(): void {
    if (this.#focusNext === undefined) return;
    const target = this.querySelector<HTMLElement>(this.#focusNext);
    this.#focusNext = undefined;
    target?.focus();
  }

  protected override render() {
    const { state } = this.#session;
    if (state.status === 'signed-in') return this.#renderSignedIn(state);
    const { problems = [] } = this.outcome ?? {};
    return html`
      ${headingView(this.headingLevel, this.#title(), `${this.#id}-heading`)}
      <div role="status">${this.outcome ? nothing : this.#renderEnding()}</div>
      ${errorSummary(problems)} ${this.#renderOutcome()}
      ${this.#asksSecondStep ? this.#otherWays?.secondStepView() : this.#renderForm(problems)}
    `;
  }

  get #asksSecondStep() {
    const { state } = this.#session;
    return state.status === 'signed-out' && state.secondStep;
  }

  #title() {
    if (this.#asksSecondStep) return msg('One more step');
    const portal = this.#session.context?.policy.portal.name;
    return portal ? msg(str`Sign in to ${portal}`) : msg('Sign in');
  }

  #renderSignedIn({ account }: SignedInState) {
    return html`
      ${headingView(
        this.headingLevel,
        msg(str`You are signed in as ${account.displayName}.`),
        `${this.#id}-heading`,
      )}
      ${
        this.nextHref === undefined
          ? nothing
          : html`<p><a href=${this.nextHref}>${msg('Go to your health record')}</a></p>`
      }
      <p>${msg('Sign out when you leave this computer, even for a short time.')}</p>
      <button type="button" @click=${this.#onSignOut}>${msg('Sign out')}</button>
    `;
  }

  /** Why somebody who was signed in is not any more. */
  #renderEnding() {
    const { state, context } = this.#session;
    if (state.status !== 'signed-out' || !state.ended || !context) return nothing;
    if (state.ended === 'sign-out') return noteView({ heading: msg('You are signed out.') });
    const minutes = context.policy.session.idleMinutes;
    return noteView({
      heading: msg('You were signed out.'),
      text: msg(
        str`Nobody used this page for ${minutes} minutes. We sign you out then to keep your health information private.`,
      ),
      faqHref: faqLink(context.faqHref, 'session.idle-logout'),
    });
  }

  #renderOutcome() {
    const { state } = this.#session;
    if (this.outcome) return this.outcome.note?.();
    return state.status === 'unknown' ? failureNote(state.error, this.#onRetry) : nothing;
  }

  #renderForm(problems: readonly FieldProblem[]) {
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
        <button class="primary" type="submit" aria-disabled=${String(this.busy)}>
          ${this.busy ? msg('Signing in…') : msg('Sign in')}
        </button>
        <p class="visually-hidden" role="status">${this.busy ? msg('Signing in…') : nothing}</p>
      </form>
      ${
        'PublicKeyCredential' in window
          ? html`<button
              class="passkey"
              type="button"
              aria-disabled=${String(this.busy)}
              @click=${this.#onPasskey}
            >
              ${msg('Sign in with a passkey')}
            </button>`
          : nothing
      }
      ${this.#renderLinks()}
    `;
  }

  #fields(): readonly Field[] {
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
    const links = [
      [this.recoveryHref, msg('Forgot your username or password?')],
      [this.signupHref, msg('Sign up with a code')],
    ].filter(([href]) => href !== undefined);
    return links.length === 0
      ? nothing
      : html`<ul class="links">
          ${links.map(([href, text]) => html`<li><a href=${href ?? ''}>${text}</a></li>`)}
        </ul>`;
  }

  readonly #onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (this.busy) return;
    // Read now, not on input: autofill need not tell of what it fills in.
    const form = event.currentTarget as HTMLFormElement;
    const username = fieldOf(form, 'username').value.trim();
    const password = fieldOf(form, 'password').value;
    const problems = this.#fields()
      .filter(({ name }) => !(name === 'username' ? username : password))
      .map(({ id, label }) => ({ controlId: id, text: missing(label) }));
    if (problems.length > 0) {
      this.#end({ problems }, '[part="error-summary"]');
      return;
    }
    await this.#try(({ store }) => store.dispatch({ type: 'sign-in', username, password }));
    fieldOf(form, 'password').value = '';
  };

  readonly #onPasskey = () => this.#try(async () => (await this.#fetchOtherWays()).usePasskey());

  /** Passkeys stand in the username field's own list, too, where the browser can do that. */
  readonly #onFocus = () => {
    if (!this.#otherWays && 'PublicKeyCredential' in window) {
      this.#fetchOtherWays().catch(() => undefined); // the password does without
    }
  };

  readonly #onSecondStep = () => {
    this.#fetchOtherWays().catch((error: unknown) => {
      this.#end({ note: () => failureNote(error, this.#onSecondStep) }, '[part="note"]');
    });
  };

  async #fetchOtherWays(): Promise<OtherWays> {
    try {
      const { OtherWays } = await import('./other-ways.js');
      this.#otherWays ??= new OtherWays(this, this.#session, this.#id, (signIn) =>
        this.#try(signIn),
      );
    } catch (cause) {
      throw new UnreachableError({ cause });
    }
    this.requestUpdate();
    return this.#otherWays;
  }

  /** Tries to sign in, and says how that ended. */
  async #try(signIn: (context: PortalContext) => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.outcome = undefined;
    try {
      const context = await this.#session.ready;
      if (!navigator.cookieEnabled) throw cookiesOff;
      await signIn(context);
      this.#end(undefined, '[part="heading"]');
      if (this.#session.subject && this.nextHref !== undefined) this.navigate(this.nextHref);
    } catch (error) {
      this.#end({ note: await this.#noteOf(error) }, '[part="note"]');
    } finally {
      this.busy = false;
    }
  }

  async #noteOf(error: unknown): Promise<() => unknown> {
    const { note } = error as Told;
    if (note) return note;
    if (!(error instanceof PortalError)) throw error;
    const { context } = this.#session;
    const view = error instanceof RefusedError && (await loadAccountRefusal());
    return () =>
      view && context
        ? view(error, context, { recoveryHref: this.recoveryHref })
        : failureNote(error);
  }

  /** Goes to the page after signing in. A host with a router of its own may override it. */
  protected navigate(href: string): void {
    location.assign(href);
  }

  #end(outcome: Outcome | undefined, focus: string): void {
    this.outcome = outcome;
    this.#focusNext = focus;
    this.requestUpdate();
  }

  readonly #onRetry = () => {
    void this.#session.context?.store.dispatch({ type: 'refresh' });
  };

  readonly #onSignOut = () => {
    this.outcome = undefined;
    this.#focusNext = '[part="note"]';
    void this.#session.context?.store.dispatch({ type: 'sign-out' });
  };
}
