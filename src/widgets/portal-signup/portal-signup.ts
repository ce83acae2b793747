import { html, LitElement, nothing } from 'lit';
import { PortalError, RefusedError } from '../../client/portal-errors.js';
import { checkActivationCode, signUp } from '../../contract/generated/account.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { SessionController } from '../../session/session-controller.js';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { lightStyles } from '../../ui/base-styles.js';
import { errorSummary, type FieldProblem } from '../../ui/error-summary.js';
import { failureNote } from '../../ui/failure-note.js';
import { fieldView } from '../../ui/field.js';
import { missing, problemsOf } from '../../ui/form-problems.js';
import { faqLink, formatDay, localized } from '../../ui/format.js';
import { headingView } from '../../ui/heading.js';
import { noteView } from '../../ui/note.js';
import type { accountRefusal } from '../../ui/refusals/account-refusal.js';
import { loadAccountRefusal } from '../../ui/refusals/load-account-refusal.js';
import { defineElement } from '../define-element.js';
import { PortalAccountCreatedEvent } from './portal-signup.events.js';
import { styles } from './portal-signup.styles.js';
import { accountFields, codeFields, limits, type Fields } from './signup-fields.js';

/** A code that the backend has found good, with its second proof. */
interface Proof {
  readonly code: string;
  readonly birthDate: string;
  /** RFC 3339 full-date. */
  readonly worksThrough: string;
}

let instances = 0;

/** As the backend would refuse, but before anything is sent. */
const cookiesOff = new RefusedError('login.cookies-required', [{ action: 'enable-cookies' }]);

/**
 * Signing up with the code from a visit: first the code and the date of birth, then a username and a
 * password of one's own, and what the hospital asks for besides. Who is done is signed in, in place.
 * It stands in the light DOM, where password managers and autofill find it. Enforced by the backend:
 * `activation.*`, `signup.*`, `account.*`, `email.entered-twice`.
 *
 * @element portal-signup
 * @attr {string} next-href - Page to go to when signed up; without it the form says that all is done.
 * @attr {string} recovery-href - Page for a forgotten username or password.
 * @attr {number} heading-level - 2 to 4; default 2.
 * @csspart heading - The heading.
 * @csspart note - A refusal or a failure.
 * @csspart error-summary - What has to be changed in the form.
 * @fires {PortalAccountCreatedEvent} portal-account-created - There is an account now.
 */
export class PortalSignup extends LitElement {
  static override properties = {
    nextHref: { attribute: 'next-href' },
    recoveryHref: { attribute: 'recovery-href' },
    headingLevel: { attribute: 'heading-level', type: Number },
    proof: { state: true },
    created: { state: true },
    busy: { state: true },
    problems: { state: true },
    error: { state: true },
    typed: { state: true },
  };

  static define(tag = 'portal-signup', registry = customElements): void {
    defineElement(this, tag, registry);
  }

  readonly #session: SessionController = new SessionController(this);

  nextHref: string | undefined;
  recoveryHref: string | undefined;
  headingLevel = 2;

  /** Undefined: the first step. */
  private proof: Proof | undefined;
  /** Whether there is an account now, even if signing in has failed. */
  private created = false;
  private busy = false;
  private problems: readonly FieldProblem[] = [];
  /** Why the last request failed. */
  private error: unknown;
  /** Characters of the password so far. */
  private typed = 0;
  readonly #id = `portal-signup-${(instances += 1)}`;
  /** The last request, and the name under which it is done once however often it is sent. */
  #request = { body: '', key: '' };
  #refusalNote: typeof accountRefusal | undefined;
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
    const { state, context } = this.#session;
    const id = `${this.#id}-heading`;
    if (state.status === 'signed-in') {
      const { displayName } = state.account;
      return html`
        ${headingView(
          this.headingLevel,
          this.created
            ? msg(str`Welcome, ${displayName}. Your account is ready.`)
            : msg(str`You are signed in as ${displayName}.`),
          id,
        )}
        ${
          this.nextHref === undefined
            ? nothing
            : html`<p><a href=${this.nextHref}>${msg('Go to your health record')}</a></p>`
        }
        <p>${msg('Sign out when you leave this computer, even for a short time.')}</p>
      `;
    }
    if (this.created) return this.#renderCreated(id);
    return html`
      ${headingView(this.headingLevel, this.#title(), id)} ${errorSummary(this.problems)}
      ${context ? this.#renderError(context) : nothing}
      ${context ? this.#renderForm(context) : html`<p role="status">${msg('Loading…')}</p>`}
    `;
  }

  #title(): string {
    if (this.proof) return msg('Choose how you sign in');
    const portal = this.#session.context?.policy.portal.name;
    return portal ? msg(str`Sign up for ${portal}`) : msg('Sign up');
  }

  /** The account is there, and signing in has to be done by hand. */
  #renderCreated(id: string) {
    const signInHref = this.#session.context?.signInHref;
    return html`
      ${headingView(this.headingLevel, msg('Your account is ready.'), id)}
      <p>
        ${
          signInHref
            ? html`<a href=${signInHref}>${msg('Sign in')}</a>`
            : msg('You can sign in now.')
        }
      </p>
    `;
  }

  #renderError(context: PortalContext) {
    const { error } = this;
    if (error === undefined || this.problems.length > 0) return nothing;
    if (!(error instanceof RefusedError) || !this.#refusalNote) return failureNote(error);
    const { signInHref } = context;
    const links = { recoveryHref: this.recoveryHref, signInHref: signInHref ?? undefined };
    return this.#refusalNote(error, context, links);
  }

  #renderForm(context: PortalContext) {
    const fields = this.#fields(context);
    const busy = this.proof ? msg('Creating your account…') : msg('Checking…');
    const label = this.proof ? msg('Create my account') : msg('Continue');
    // `post`, so that no browser ever writes a password into an address.
    return html`
      ${this.proof ? this.#renderProof(this.proof, context) : this.#renderIntroduction(context)}
      <form
        method="post"
        novalidate
        aria-labelledby="${this.#id}-heading"
        @submit=${this.#onSubmit}
        @input=${this.#onInput}
      >
        ${Object.values(fields).map((field) => fieldView(field, this.problems))}
        <div class="line">
          <button class="primary" type="submit" aria-disabled=${String(this.busy)}>
            ${this.busy ? busy : label}
          </button>
          ${
            this.proof
              ? html`<button type="button" @click=${this.#onBack}>${msg('Back')}</button>`
              : nothing
          }
        </div>
        <p class="visually-hidden" role="status">${this.busy ? busy : nothing}</p>
      </form>
    `;
  }

  #renderIntroduction({ policy, locale, faqHref }: PortalContext) {
    const office = localized(policy.terms.office, locale);
    const code = localized(policy.terms.activationCode, locale);
    const href = faqLink(faqHref, 'activation.issued-at-visit');
    return html`
      <p>
        ${msg(str`You need the ${code} from your visit. Only the ${office} gives it out. It costs nothing.`)}
        ${href ? html`<a href=${href}>${msg('I have no code')}</a>` : nothing}
      </p>
    `;
  }

  #renderProof({ worksThrough }: Proof, { policy, locale }: PortalContext) {
    const code = localized(policy.terms.activationCode, locale);
    const day = formatDay(worksThrough, locale);
    return noteView({ heading: msg(str`Your ${code} works. You can use it through ${day}.`) });
  }

  #fields(context: PortalContext): Fields {
    return this.proof
      ? accountFields(this.#id, context, this.typed)
      : codeFields(this.#id, context);
  }

  readonly #onInput = ({ target }: Event) => {
    if (target instanceof HTMLInputElement && target.name === 'password') {
      this.typed = Array.from(target.value).length;
    }
  };

  readonly #onBack = () => {
    this.proof = undefined;
    this.#settle();
    this.#focusNext = '[part="heading"]';
  };

  readonly #onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (this.busy) return;
    const context = await this.#session.ready;
    const fields = this.#fields(context);
    // Read now, not on input: autofill need not tell of what it fills in.
    const form = event.target as HTMLFormElement;
    const valueOf = (pointer: string) => {
      const name = fields[pointer]?.name;
      return name === undefined ? '' : (form.elements.namedItem(name) as HTMLInputElement).value;
    };
    this.#settle();
    this.problems = Object.entries(fields)
      .filter(([pointer, { required }]) => required && valueOf(pointer).trim() === '')
      .map(([, { id, label }]) => ({ controlId: id, text: missing(label) }));
    if (this.problems.length > 0) {
      this.#focusNext = '[part="error-summary"]';
      return;
    }
    this.busy = true;
    try {
      if (!navigator.cookieEnabled) throw cookiesOff;
      if (this.proof) await this.#signUp(this.proof, valueOf, context);
      else await this.#checkCode(valueOf, context);
      this.#focusNext = '[part="heading"]';
    } catch (error) {
      if (!(error instanceof PortalError)) throw error;
      if (error instanceof RefusedError) this.#refusalNote ??= await loadAccountRefusal();
      this.error = error;
      this.problems = problemsOf(error, fields, limits);
      this.#focusNext = this.problems.length > 0 ? '[part="error-summary"]' : '[part="note"]';
    } finally {
      this.busy = false;
    }
  };

  async #checkCode(valueOf: (pointer: string) => string, { client }: PortalContext) {
    const body = { code: valueOf('/body/code').trim(), birthDate: valueOf('/body/birthDate') };
    const { worksThrough } = await client.call(checkActivationCode, { body });
    this.proof = { ...body, worksThrough };
  }

  async #signUp(
    { code, birthDate }: Proof,
    valueOf: (pointer: string) => string,
    { client, store }: PortalContext,
  ): Promise<void> {
    const username = valueOf('/body/username').trim();
    const password = valueOf('/body/password');
    const question = valueOf('/body/securityQuestion/question').trim();
    const body = {
      code,
      birthDate,
      username,
      password,
      email: valueOf('/body/email').trim() || null,
      emailAgain: valueOf('/body/emailAgain').trim() || null,
      securityQuestion: question
        ? { question, answer: valueOf('/body/securityQuestion/answer') }
        : null,
    };
    await client.call(signUp, { headers: { 'idempotency-key': this.#keyOf(body) }, body });
    this.#request = { body: '', key: '' };
    this.created = true;
    this.proof = undefined;
    this.dispatchEvent(new PortalAccountCreatedEvent());
    try {
      await store.dispatch({ type: 'sign-in', username, password });
    } catch (error) {
      // The account is there: it says so, with the way to sign in.
      if (!(error instanceof PortalError)) throw error;
      return;
    }
    if (this.nextHref !== undefined) this.navigate(this.nextHref);
  }

  /** The same request sent again, after its answer was lost, is done once. */
  #keyOf(body: object): string {
    const text = JSON.stringify(body);
    if (text !== this.#request.body) this.#request = { body: text, key: crypto.randomUUID() };
    return this.#request.key;
  }

  /** Goes to the page after signing up. A host with a router of its own may override it. */
  protected navigate(href: string): void {
    location.assign(href);
  }

  #settle(): void {
    this.problems = [];
    this.error = undefined;
  }
}
