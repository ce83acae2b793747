import { css, html, LitElement, nothing } from 'lit';
import { PortalError } from '../../client/portal-errors.js';
import { checkActivationCode, signUp } from '../../contract/generated/account.js';
import { signIn } from '../../contract/generated/session.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { SessionController } from '../../session/session-controller.js';
import { adoptStyles } from '../../ui/styles/adopt-styles.js';
import { lightStyles } from '../../ui/styles/base-styles.js';
import { formStyles, formView, turning } from '../../ui/form/form.js';
import { faqLink, formatDay } from '../../ui/format.js';
import { localized } from '../../ui/words/policy-words.js';
import { BrowserHistory, type HasHistory } from '../../ui/browser-history.js';
import { headingView } from '../../ui/heading.js';
import { navigate } from '../../ui/host/navigate.js';
import { noteView } from '../../ui/note.js';
import { partStyles, partTokens } from '../../ui/styles/part-styles.js';
import { skeletonView } from '../../ui/skeleton.js';
import { defineElement } from '../../ui/define-element.js';
import { NoCopies } from '../../ui/no-copies.js';
import { FormController, type ReadTyped } from '../../forms/form-controller.js';
import { NewPassword } from '../../forms/new-password.js';
import { SendOnce } from '../../forms/send-once.js';
import { PortalAccountCreatedEvent } from './portal-signup.events.js';
import {
  accountFields,
  limits,
  proofFields,
  typedAccountOf,
  type TypedAccount,
  type TypedProof,
} from './signup-fields.js';

/** A code that the backend has found good, with its second proof. */
interface Proof extends TypedProof {
  /** RFC 3339 full-date. */
  readonly worksThrough: string;
}

const styles = css`
  ${partTokens}
  ${partStyles}
  ${formStyles}
`;

let instances = 0;

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
 * @attr {string} history - `off`: Back of the browser does not lead from the second step to the first.
 * @csspart heading - The heading.
 * @csspart note - A refusal, a failure, or the news that a code works.
 * @csspart error-summary - What has to be changed in the form.
 * @fires {PortalAccountCreatedEvent} portal-account-created - There is an account now.
 * @fires {PortalNavigateEvent} portal-navigate - It is about to go to another page; cancel it to go there another way.
 * @fires {PortalErrorEvent} portal-error - It shows that something failed; carries the kind and the status only.
 */
export class PortalSignup extends LitElement implements HasHistory {
  static override properties = {
    nextHref: { attribute: 'next-href' },
    recoveryHref: { attribute: 'recovery-href' },
    headingLevel: { attribute: 'heading-level', type: Number },
    history: {},
    proof: { state: true },
    created: { state: true },
  };

  static define(tag = 'portal-signup', registry = customElements): void {
    defineElement(this, tag, registry);
  }

  readonly #session: SessionController = new SessionController(this);
  readonly #form: FormController = new FormController(this);
  readonly #password: NewPassword = new NewPassword(this);

  nextHref: string | undefined;
  recoveryHref: string | undefined;
  headingLevel = 2;
  history: 'on' | 'off' = 'on';

  /** Undefined: the first step. */
  private proof: Proof | undefined;
  /** There is an account now: its id, or nothing while signing in has not succeeded. Undefined: none. */
  private created: string | undefined;
  /** Id of the account that is signed in. */
  #signedIn: string | undefined;
  /** How often somebody has signed in or out: answers to what was asked before that come too late. */
  #changes = 0;
  /** What was typed in the first step, for whoever goes back to it. */
  #typedProof: TypedProof | undefined;
  /** What was typed in the second step, and is no secret, for whoever has gone back from it. */
  #typedAccount: TypedAccount | undefined;
  readonly #request = new SendOnce();
  readonly #history = new BrowserHistory<Proof>(this, (proof) => {
    this.#goTo(proof);
  });
  readonly #id = `portal-signup-${(instances += 1)}`;
  readonly #headingId = `${this.#id}-heading`;

  override connectedCallback(): void {
    if (!this.hasUpdated) this.replaceChildren();
    super.connectedCallback();
    adoptStyles(this, lightStyles(this.localName, styles) + turning.cssText);
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
    const account = state.status === 'signed-in' ? state.account.id : undefined;
    if (account === this.#signedIn) return;
    this.#signedIn = account;
    this.#changes += 1;
    if (account === undefined || account !== this.created) this.#startOver();
  }

  protected override render() {
    const { state, context } = this.#session;
    if (state.status === 'signed-in') return this.#renderSignedIn(state.account.displayName);
    if (this.created !== undefined) return this.#renderCreated();
    const heading = headingView(this.headingLevel, this.#title(), this.#headingId);
    if (!context) return html`${heading} ${skeletonView(4, 56)}`;
    const links = {
      recoveryHref: this.#session.href(this.recoveryHref),
      signInHref: context.signInHref ?? undefined,
    };
    return html`
      ${heading}
      <p class="pw-muted">${this.proof ? msg('Step 2 of 2') : msg('Step 1 of 2')}</p>
      ${this.#form.outcomeView(context, links)}
      ${this.proof ? this.#renderAccountStep(this.proof, context) : this.#renderProofStep(context)}
    `;
  }

  #title(): string {
    if (this.proof) return msg('Choose how you sign in');
    const portal = this.#session.context?.policy.portal.name;
    return portal ? msg(str`Sign up for ${portal}`) : msg('Sign up');
  }

  #renderSignedIn(displayName: string) {
    const nextHref = this.#session.href(this.nextHref);
    return html`
      ${headingView(
        this.headingLevel,
        this.created !== undefined
          ? msg(str`Welcome, ${displayName}. Your account is ready.`)
          : msg(str`You’re signed in as ${displayName}.`),
        this.#headingId,
      )}
      ${
        nextHref === undefined
          ? nothing
          : html`<p><a href=${nextHref}>${msg('Go to your record')}</a></p>`
      }
      <p>${msg('Sign out when you leave this computer, even for a moment.')}</p>
    `;
  }

  /** The account is there, and signing in has to be done by hand. */
  #renderCreated() {
    const signInHref = this.#session.context?.signInHref;
    return html`
      ${headingView(this.headingLevel, msg('Your account is ready.'), this.#headingId)}
      <p>
        ${
          signInHref
            ? html`<a href=${signInHref}>${msg('Sign in')}</a>`
            : msg('You can sign in now.')
        }
      </p>
    `;
  }

  #renderProofStep(context: PortalContext) {
    const { policy, locale, faqHref } = context;
    const office = localized(policy.terms.office, locale);
    const code = localized(policy.terms.activationCode, locale);
    const href = faqLink(faqHref, 'activation.issued-at-visit');
    const fields = proofFields(this.#id, context, this.#typedProof);
    const send = (typed: ReadTyped) => this.#checkCode(typed, context);
    return html`
      <p>
        ${msg(str`You need the ${code} from your visit. Only the ${office} can give you one. It’s free.`)}
        ${href ? html`<a href=${href}>${msg('I don’t have a code')}</a>` : nothing}
      </p>
      ${formView({
        labelledBy: this.#headingId,
        fields: Object.values(fields),
        problems: this.#form.problems,
        submit: { label: msg('Continue'), busyLabel: msg('Checking…') },
        busy: this.#form.busy,
        onSubmit: (event) => void this.#form.submit(event, { fields, send }),
      })}
    `;
  }

  #renderAccountStep(proof: Proof, context: PortalContext) {
    const { policy, locale } = context;
    const code = localized(policy.terms.activationCode, locale);
    const day = formatDay(proof.worksThrough, locale);
    const fields = accountFields(this.#id, context, this.#password, this.#typedAccount);
    const send = (typed: ReadTyped, signal: AbortSignal) =>
      this.#signUp(proof, typed, context, signal);
    return html`
      ${
        this.#form.isSettled
          ? noteView({
              heading: msg(str`Your ${code} works. You can use it through ${day}.`),
              tone: 'success',
            })
          : nothing
      }
      ${formView({
        labelledBy: this.#headingId,
        fields: Object.values(fields),
        problems: this.#form.problems,
        submit: { label: msg('Create my account'), busyLabel: msg('Creating your account…') },
        busy: this.#form.busy,
        onSubmit: (event) => void this.#form.submit(event, { fields, limits, send }),
        onInput: this.#password.onInput,
        beside: html`<button type="button" @click=${this.#onBack}>${msg('Back')}</button>`,
      })}
    `;
  }

  readonly #onBack = () => {
    if (!this.#form.busy && !this.#history.goBack()) this.#goTo(undefined);
  };

  /** @param proof undefined: the first step */
  #goTo(proof: Proof | undefined): void {
    if (this.#form.busy || this.created !== undefined) return;
    if (this.proof) this.#typedAccount = typedAccountOf(this);
    this.#request.forget();
    this.proof = proof;
    this.#form.settle();
    this.#form.focus('heading');
  }

  /** Somebody has signed in or out: the next one here finds nothing of the one before. */
  #startOver(): void {
    this.created = this.proof = this.#typedProof = this.#typedAccount = undefined;
    this.#request.forget();
    this.#history.forget();
    this.#form.forget();
  }

  async #checkCode(typed: ReadTyped, { client }: PortalContext): Promise<void> {
    const body = { code: typed('/body/code'), birthDate: typed('/body/birthDate') };
    const before = this.#changes;
    const { worksThrough } = await client.call(checkActivationCode, { body });
    if (before !== this.#changes) return;
    // Another code may be somebody else's.
    if (body.code !== this.#typedProof?.code) this.#typedAccount = undefined;
    this.#typedProof = body;
    this.#password.reset();
    this.proof = { ...body, worksThrough };
    this.#history.opened(this.proof);
    this.#form.focus('heading');
  }

  async #signUp(
    { code, birthDate }: TypedProof,
    typed: ReadTyped,
    { client, store }: PortalContext,
    signal: AbortSignal,
  ): Promise<void> {
    const username = typed('/body/username');
    const password = typed('/body/password');
    const question = typed('/body/securityQuestion/question');
    const answer = typed('/body/securityQuestion/answer');
    const body = {
      code,
      birthDate,
      username,
      password,
      email: typed('/body/email') || null,
      emailAgain: typed('/body/emailAgain') || null,
      securityQuestion: question ? { question, answer } : null,
    };
    await this.#request.send(body, (headers) => client.call(signUp, { headers, body }), signal);
    this.created = '';
    this.proof = this.#typedProof = this.#typedAccount = undefined;
    this.#history.forget();
    this.#form.focus('heading');
    this.dispatchEvent(new PortalAccountCreatedEvent());
    try {
      await store.dispatch({
        type: 'sign-in-with',
        ask: async (client) => {
          const answer = await client.call(signIn, { body: { username, password } });
          if (answer.status === 'signed-in') this.created = answer.account.id;
          return answer;
        },
      });
    } catch (error) {
      // The account is there: it says so, with the way to sign in.
      if (!(error instanceof PortalError)) throw error;
      return;
    }
    this.#form.focus('heading');
    const nextHref = this.#session.href(this.nextHref);
    if (nextHref !== undefined) navigate(this, nextHref);
  }
}
