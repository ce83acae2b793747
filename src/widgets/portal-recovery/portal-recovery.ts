import { html, LitElement, nothing } from 'lit';
import { InvalidRequestError, RefusedError } from '../../client/portal-errors.js';
import { readPasswordReset, resetPassword } from '../../contract/generated/account.js';
import type { NextStep } from '../../contract/problems.js';
import { resetLinkPrefix } from '../../contract/account/reset-link.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { SessionController } from '../../session/session-controller.js';
import { adoptStyles } from '../../ui/styles/adopt-styles.js';
import { lightStyles } from '../../ui/styles/base-styles.js';
import { formView, turning } from '../../ui/form/form.js';
import { localized } from '../../ui/words/policy-words.js';
import { headingView } from '../../ui/heading.js';
import { nextStepView } from '../../ui/next-step.js';
import { skeletonView } from '../../ui/skeleton.js';
import { defineElement } from '../../ui/define-element.js';
import { NoCopies } from '../../ui/no-copies.js';
import { FormController, type ReadTyped } from '../../forms/form-controller.js';
import { takeLinkToken } from '../../forms/link-token.js';
import { NewPassword } from '../../forms/new-password.js';
import { SendOnce } from '../../forms/send-once.js';
import { EmailRequest } from './email-request.js';
import { linkOffer, usernameOffer } from './offers.js';
import { styles } from './portal-recovery.styles.js';
import { limits, newPasswordFields } from './recovery-fields.js';

/** The page was opened by the link of an e-mail: nothing can be done by it yet, or not any more. */
interface Opened {
  readonly name: 'opened';
  readonly token: string;
}

/** The link works: a new password is chosen. */
interface Choosing {
  readonly name: 'choosing';
  readonly token: string;
  /** To be answered first; null: none. */
  readonly securityQuestion: string | null;
}

interface Changed {
  readonly name: 'changed';
  /** What to do with the new password. */
  readonly next: readonly NextStep[];
}

/** How far somebody has come; `locked`: as far as it goes, no link opens the account. */
type Step = { readonly name: 'asking' | 'locked' } | Opened | Choosing | Changed;

/** As the backend answers a link that does not work. */
const brokenLink = new RefusedError('password.self-reset/invalid-link', [
  { action: 'reset-password' },
]);

let instances = 0;

/**
 * Help for people who have forgotten the username or the password: the username by e-mail, never on the
 * screen, and a link to a new password. Opened by such a link (`#new-password=…`), it takes the new
 * password. Nothing tells whether there is an account. It stands in the light DOM, where password
 * managers and autofill find it. Enforced by the backend: `username.recovery`, `password.self-reset`,
 * `password.reset-question`, `password.locked-reset`, `signup.own-credentials`.
 *
 * @element portal-recovery
 * @attr {number} heading-level - 2 to 4; default 2.
 * @csspart heading - The heading of the whole, and those of its two parts.
 * @csspart note - A refusal, a failure, or the news that an e-mail is on its way.
 * @csspart error-summary - What has to be changed in a form.
 * @fires {PortalNavigateEvent} portal-navigate - It is about to go to another page; cancel it to go there another way.
 * @fires {PortalErrorEvent} portal-error - It shows that something failed; carries the kind and the status only.
 */
export class PortalRecovery extends LitElement {
  static override properties = {
    headingLevel: { attribute: 'heading-level', type: Number },
    step: { state: true },
  };

  static define(tag = 'portal-recovery', registry = customElements): void {
    defineElement(this, tag, registry);
  }

  readonly #session: SessionController = new SessionController(this);
  readonly #id = `portal-recovery-${(instances += 1)}`;
  readonly #username: EmailRequest = new EmailRequest(this, `${this.#id}-for-username`);
  readonly #link: EmailRequest = new EmailRequest(this, `${this.#id}-for-password`);
  readonly #form: FormController = new FormController(this);
  readonly #password: NewPassword = new NewPassword(this);
  readonly #request = new SendOnce();

  headingLevel = 2;

  private step: Step = { name: 'asking' };

  override connectedCallback(): void {
    if (!this.hasUpdated) this.replaceChildren();
    super.connectedCallback();
    adoptStyles(this, lightStyles(this.localName, styles) + turning.cssText);
    addEventListener('hashchange', this.#onAddress);
    this.#onAddress();
  }

  override disconnectedCallback(): void {
    removeEventListener('hashchange', this.#onAddress);
    super.disconnectedCallback();
  }

  constructor() {
    super();
    new NoCopies(this);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render() {
    const { state, context } = this.#session;
    const name =
      this.step.name === 'asking' && state.status === 'signed-in'
        ? state.account.displayName
        : undefined;
    return html`
      ${headingView(
        this.headingLevel,
        name === undefined ? this.#title(context) : msg(str`You’re signed in as ${name}.`),
        `${this.#id}-heading`,
      )}
      ${context ? this.#form.outcomeView(context, {}, this.#retry()) : loading()}
      ${context ? this.#renderStep(context) : nothing}
    `;
  }

  #title(context: PortalContext | undefined): string {
    switch (this.step.name) {
      case 'asking':
      case 'locked': {
        if (!context) return msg('Forgot your username or password?');
        const username = localized(context.policy.terms.username, context.locale);
        return msg(str`Forgot your ${username} or password?`);
      }
      case 'changed':
        return msg('You have a new password.');
      default:
        return msg('Choose a new password');
    }
  }

  #renderStep(context: PortalContext) {
    const { step } = this;
    switch (step.name) {
      case 'asking':
        return this.#renderAsking(context);
      case 'opened':
      case 'locked':
        return this.#form.busy ? loading() : nothing;
      case 'choosing':
        return this.#renderChoosing(step, context);
      case 'changed':
        return this.#renderChanged(step, context);
    }
  }

  #renderAsking(context: PortalContext) {
    const level = Math.min(4, this.headingLevel + 1);
    const link = linkOffer(this.#id, level, context);
    return html`
      <div class="pw-choices">
        ${
          this.#session.subject
            ? nothing
            : this.#username.view(usernameOffer(this.#id, level, context), context)
        }
        ${
          context.policy.password.resetBy.includes('reset-link')
            ? this.#link.view(link, context)
            : this.#link.unavailableView(link, msg('You can’t set a new password online here.'))
        }
      </div>
    `;
  }

  #renderChoosing({ token, securityQuestion }: Choosing, context: PortalContext) {
    const fields = newPasswordFields(this.#id, securityQuestion, this.#password);
    const send = (typed: ReadTyped, signal: AbortSignal) =>
      this.#setPassword(token, typed, context, signal);
    return formView({
      labelledBy: `${this.#id}-heading`,
      fields: Object.values(fields),
      problems: this.#form.problems,
      submit: { label: msg('Save my new password'), busyLabel: msg('Saving…') },
      busy: this.#form.busy,
      onSubmit: (event) => void this.#form.submit(event, { fields, limits, send }),
      onInput: this.#password.onInput,
    });
  }

  #renderChanged({ next }: Changed, context: PortalContext) {
    const locked = next.every(({ action }) => action !== 'sign-in');
    const links = { signInHref: context.signInHref ?? undefined };
    return html`
      <p>${msg('For your safety, we signed you out on every device.')}</p>
      ${locked ? html`<p>${msg('Your account is still locked.')}</p>` : nothing}
      ${next.map((step) => html`<p>${nextStepView(step, context, links)}</p>`)}
    `;
  }

  /** The page was opened by a link, or a link to this page was followed while it is open. */
  readonly #onAddress = () => {
    const token = takeLinkToken(resetLinkPrefix);
    if (token !== undefined) this.#open(token);
  };

  /** Where the link could not be read for a technical reason. */
  #retry(): (() => void) | undefined {
    const { step } = this;
    return step.name === 'opened' ? () => this.#open(step.token) : undefined;
  }

  #open(token: string): void {
    this.step = { name: 'opened', token };
    this.#username.reset();
    this.#link.reset();
    void this.#form.run(async () => {
      const { client } = await this.#session.ready;
      const { securityQuestion } = await this.#byLink(() =>
        client.call(readPasswordReset, { body: { token } }),
      );
      this.#password.reset();
      this.step = { name: 'choosing', token, securityQuestion };
      this.#form.focus('heading');
    });
  }

  async #setPassword(
    token: string,
    typed: ReadTyped,
    { client, store }: PortalContext,
    signal: AbortSignal,
  ): Promise<void> {
    const body = {
      token,
      securityAnswer: typed('/body/securityAnswer') || null,
      password: typed('/body/password'),
    };
    const { next } = await this.#byLink(() =>
      this.#request.send(body, (headers) => client.call(resetPassword, { headers, body }), signal),
    );
    this.step = { name: 'changed', next };
    this.#form.focus('heading');
    await store.dispatch({ type: 'refresh' }); // who was signed in here is not any more
  }

  /** Does what needs the link; once that works no more, another one can be asked for. */
  async #byLink<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      // Something has cut it off on its way here.
      const cutOff = error instanceof InvalidRequestError && this.step.name === 'opened';
      const cause = cutOff ? brokenLink : error;
      if (cause instanceof RefusedError) this.step = stepAfter(cause, this.step);
      throw cause;
    }
  }
}

/** How it goes on after a refusal. */
const stepAfter = ({ rule }: RefusedError, step: Step): Step => {
  switch (rule) {
    case 'password.self-reset':
      return { name: 'asking' };
    case 'password.locked-reset':
    case 'login.lockout':
      return { name: 'locked' };
    default:
      return step;
  }
};

/** As high as the two cards are on a phone. */
const loading = () => skeletonView(2, 290);
