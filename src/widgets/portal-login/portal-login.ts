import { msg, str } from '../../locales/localize.js';
import { html, LitElement, nothing } from 'lit';
import { PortalError, RefusedError } from '../../client/portal-errors.js';
import type { SignedInState } from '../../session/session-state.js';
import { SessionController } from '../../session/session-controller.js';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { lightStyles } from '../../ui/base-styles.js';
import { errorSummary, type FieldProblem } from '../../ui/error-summary.js';
import { failureNote } from '../../ui/failure-note.js';
import { capitalized, faqLink, localized } from '../../ui/format.js';
import { fieldView, type Field } from '../../ui/field.js';
import { missing } from '../../ui/form-problems.js';
import { headingView } from '../../ui/heading.js';
import { noteView } from '../../ui/note.js';
import { defineElement } from '../define-element.js';
import { cookiesOff } from '../cookies-off.js';
import { styles } from './portal-login.styles.js';
import { loadAccountRefusal } from '../../ui/refusals/load-account-refusal.js';
import type { RefusalView } from '../../ui/refusals/refusal-view.js';

/** How the last try to sign in ended. */
type Outcome =
  | { readonly kind: 'incomplete'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'failed'; readonly error: unknown };

let instances = 0;

const fieldOf = (form: HTMLFormElement, name: 'username' | 'password') =>
  form.elements.namedItem(name) as HTMLInputElement;

/**
 * The sign-in form. It stands in the light DOM, where password managers and autofill find it; what
 * the host puts inside shows until the element is there. Enforced by the backend: `login.no-hints`,
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
  /** Fetched with the first refusal: most people never see one. */
  #refusalNote: RefusalView | undefined;
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

  protected override updated(): void {
    if (this.#focusNext === undefined) return;
    const target = this.querySelector<HTMLElement>(this.#focusNext);
    this.#focusNext = undefined;
    target?.focus();
  }

  protected override render() {
    const { state } = this.#session;
    if (state.status === 'signed-in') return this.#renderSignedIn(state);
    const { problems } = this.outcome?.kind === 'incomplete' ? this.outcome : { problems: [] };
    return html`
      ${headingView(this.headingLevel, this.#title(), `${this.#id}-heading`)}
      <div role="status">${this.outcome ? nothing : this.#renderEnding()}</div>
      ${errorSummary(problems)} ${this.#renderOutcome()} ${this.#renderForm(problems)}
    `;
  }

  #title() {
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
    const { context, state } = this.#session;
    if (!context) return nothing;
    if (this.outcome?.kind === 'failed') {
      const { error } = this.outcome;
      return error instanceof RefusedError && this.#refusalNote
        ? this.#refusalNote(error, context, { recoveryHref: this.recoveryHref })
        : failureNote(error);
    }
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
      >
        ${this.#fields().map((field) => fieldView(field, problems))}
        <button class="primary" type="submit" aria-disabled=${String(this.busy)}>
          ${this.busy ? msg('Signing in…') : msg('Sign in')}
        </button>
        <p class="visually-hidden" role="status">${this.busy ? msg('Signing in…') : nothing}</p>
      </form>
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
        autocomplete: 'username',
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
      this.#end({ kind: 'incomplete', problems }, '[part="error-summary"]');
      return;
    }
    this.busy = true;
    this.outcome = undefined;
    try {
      const context = await this.#session.ready;
      if (!navigator.cookieEnabled) throw cookiesOff;
      await context.store.dispatch({ type: 'sign-in', username, password });
      this.#end(undefined, '[part="heading"]');
      if (this.nextHref !== undefined) this.navigate(this.nextHref);
    } catch (error) {
      if (!(error instanceof PortalError)) throw error;
      if (error instanceof RefusedError) this.#refusalNote ??= await loadAccountRefusal();
      fieldOf(form, 'password').value = '';
      this.#end({ kind: 'failed', error }, '[part="note"]');
    } finally {
      this.busy = false;
    }
  };

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
