import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import { RefusedError, SessionChangedError, UnreachableError } from '../../client/portal-errors.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionController } from '../../session/session-controller.js';
import type { SignedInState } from '../../session/session-state.js';
import { failureNote } from '../../ui/failure-note.js';
import { adoptStyles } from '../../ui/styles/adopt-styles.js';
import { lightStyles } from '../../ui/styles/base-styles.js';
import type { Field } from '../../ui/form/field.js';
import { formStyles, turning } from '../../ui/form/form.js';
import { faqLink } from '../../ui/format.js';
import { localized } from '../../ui/words/policy-words.js';
import { headingView } from '../../ui/heading.js';
import { navigate } from '../../ui/host/navigate.js';
import { noteView } from '../../ui/note.js';
import { cookiesOff } from '../../forms/cookies-off.js';
import { FormController } from '../../forms/form-controller.js';
import { unansweredWords } from '../../ui/words/unanswered-words.js';
import type { OtherWays, Told } from './other-ways.js';

interface Host extends LitElement {
  readonly headingLevel: number;
  readonly nextHref: string | undefined;
  readonly recoveryHref: string | undefined;
}

interface Credentials {
  readonly username: string;
  readonly password: string;
}

/**
 * What follows the sign-in form: trying, saying how that ended, the second step, and who is signed in. A
 * part of `<portal-login>` that is fetched when somebody begins to sign in, or was signed in before.
 */
export class SignInFlow implements ReactiveController {
  readonly #host: Host;
  readonly #session: SessionController;
  readonly #id: string;
  /** How the last try ended. */
  readonly #form: FormController;
  /** The same, where it was no answer of the backend that ended it. */
  #told: Told['note'];
  /** What was typed as username, while another password is asked for. */
  #username: string | undefined;
  #isSignedIn = false;
  /** Passkeys and the second step, fetched for those who use them. */
  #otherWays: OtherWays | undefined;

  /** @param id where the ids of what it shows begin */
  constructor(host: Host, session: SessionController, id: string) {
    this.#host = host;
    this.#session = session;
    this.#id = id;
    this.#form = new FormController(host);
    adoptStyles(host, lightStyles(host.localName, formStyles) + turning.cssText);
    host.addController(this);
  }

  hostUpdate(): void {
    this.#followEnd();
    if (this.#asksMore && !this.#otherWays && this.#isSettled) this.#onSecondStep();
  }

  /** Whoever was signed in here hears why that is over: the focus goes there, unless somebody is busy elsewhere. */
  #followEnd(): void {
    const wasSignedIn = this.#isSignedIn;
    this.#isSignedIn = this.#session.subject !== undefined;
    if (this.#isSignedIn) this.#username = undefined;
    const { activeElement } = document;
    // Such as the button of the page that signs out, or the dialog before the idle limit.
    const isFree = activeElement?.matches('body, button, a, portal-session') !== false;
    if (wasSignedIn && !this.#isSignedIn && (isFree || this.#host.contains(activeElement))) {
      this.#form.focus('note');
    }
  }

  get busy() {
    return this.#form.busy;
  }

  /** What is missing in the form. */
  get problems() {
    return this.#form.problems;
  }

  get #asksSecondStep() {
    const { state } = this.#session;
    return state.status === 'signed-out' && state.secondStep;
  }

  get #asksNewPassword() {
    const { state } = this.#session;
    return state.status === 'signed-out' && state.newPassword;
  }

  /** Whether the password was right, and something more is asked for. */
  get #asksMore() {
    return this.#asksSecondStep || this.#asksNewPassword;
  }

  get #isSettled() {
    return this.#form.isSettled && !this.#told;
  }

  /** What is asked for after the password, or who is signed in; undefined: the form is what shows. */
  insteadOfForm() {
    const { state } = this.#session;
    if (state.status === 'signed-in') return this.#renderSignedIn(state);
    if (this.#asksNewPassword) {
      return html`${this.#heading(msg('Choose a new password'))} ${this.outcomeView()}
      ${this.#otherWays?.newPasswordView(this.#username)}`;
    }
    if (!this.#asksSecondStep) return undefined;
    return html`${this.#heading(msg('One more step'))} ${this.outcomeView()}
    ${this.#otherWays?.secondStepView()}`;
  }

  /** Why somebody who was signed in is not any more. */
  endingView() {
    const { state, context } = this.#session;
    if (state.status !== 'signed-out' || !state.ended || !context || !this.#isSettled) {
      return nothing;
    }
    if (state.leaving === 'unanswered') return noteView(unansweredWords());
    if (state.ended === 'sign-out') {
      return noteView({
        heading: state.leaving ? msg('Signing out…') : msg('You’re signed out.'),
      });
    }
    const minutes = context.policy.session.idleMinutes;
    return noteView({
      heading: msg('We signed you out.'),
      text: msg(
        str`Nobody used this page for ${minutes} minutes. We signed you out to keep your health information private.`,
      ),
      faqHref: faqLink(context.faqHref, 'session.idle-logout'),
    });
  }

  /** How the last try ended, or why none can be made. */
  outcomeView() {
    const { state, context } = this.#session;
    if (this.#told) return this.#told();
    if (state.status === 'unknown' && this.#isSettled)
      return failureNote(state.error, this.#onRetry);
    if (!context) return nothing;
    const recoveryHref = this.#session.href(this.#host.recoveryHref);
    const onRetry = this.#asksMore ? this.#onSecondStep : undefined;
    return this.#form.outcomeView(context, { recoveryHref }, onRetry);
  }

  /**
   * Signs in with username and password.
   * @returns whether the password was tried: one that was never looked at can be sent again as it is
   */
  async signIn(list: readonly Field[], typed: Credentials): Promise<boolean> {
    if (this.#form.busy) return false;
    this.#told = undefined;
    this.#username = typed.username;
    const missing = this.#missingWords();
    const fields = Object.fromEntries(
      list.map((field) => [
        `/body/${field.name}`,
        { ...field, missing: field.type === 'password' ? missing.password : missing.username },
      ]),
    );
    await this.#form.send(
      (pointer) => (pointer === '/body/username' ? typed.username : typed.password),
      {
        fields,
        send: () => this.#attempt(({ store }) => store.dispatch({ type: 'sign-in', ...typed })),
      },
    );
    const { error } = this.#form;
    return this.#form.isSettled || (error instanceof RefusedError && error !== cookiesOff);
  }

  #missingWords() {
    const { context } = this.#session;
    const username = context
      ? localized(context.policy.terms.username, context.locale)
      : msg('username');
    return { username: msg(str`Enter your ${username}`), password: msg('Enter your password') };
  }

  /** Signs in with a passkey that the browser asks for. */
  usePasskey(): Promise<void> {
    return this.#try(async () => (await this.#fetchOtherWays()).usePasskey());
  }

  /** Has the browser list passkeys below the username field, where it can do that. */
  offerPasskeys(): void {
    const offered = this.#session.context?.policy.login.passkeys;
    if (!offered || !('PublicKeyCredential' in window)) return;
    this.#fetchOtherWays().then(
      (ways) => void ways.offer(),
      () => undefined, // the password does without
    );
  }

  #renderSignedIn({ account }: SignedInState) {
    const nextHref = this.#session.href(this.#host.nextHref);
    return html`
      ${this.#heading(msg(str`You’re signed in as ${account.displayName}.`))}
      ${
        nextHref === undefined
          ? nothing
          : html`<p><a href=${nextHref}>${msg('Go to your record')}</a></p>`
      }
      <p>${msg('Sign out when you leave this computer, even for a moment.')}</p>
      <button type="button" @click=${this.#onSignOut}>${msg('Sign out')}</button>
    `;
  }

  #heading(text: string) {
    return headingView(this.#host.headingLevel, text, `${this.#id}-heading`);
  }

  async #fetchOtherWays(): Promise<OtherWays> {
    try {
      const { OtherWays } = await import('./other-ways.js');
      this.#otherWays ??= new OtherWays(this.#host, this.#session, this.#id, (signIn) =>
        this.#try(signIn),
      );
    } catch (cause) {
      throw new UnreachableError({ cause });
    }
    this.#host.requestUpdate();
    return this.#otherWays;
  }

  /** Tries to sign in, and says how that ended. */
  async #try(signIn: () => Promise<void>): Promise<void> {
    if (!this.#form.busy) await this.#form.run(() => this.#attempt(signIn));
  }

  async #attempt(signIn: (context: PortalContext) => Promise<void>): Promise<void> {
    this.#told = undefined;
    try {
      await signIn(await this.#session.ready);
    } catch (error) {
      if (error instanceof SessionChangedError) {
        // Somebody is signed in already, in another tab or by an answer that was lost: that is told instead.
        await this.#session.context?.store.dispatch({ type: 'refresh' });
        this.#form.focus('heading');
        return;
      }
      const { note } = error as Told;
      if (!note) throw error;
      this.#told = note;
      this.#form.focus('note');
      return;
    }
    this.#form.focus('heading');
    const nextHref = this.#session.href(this.#host.nextHref);
    if (this.#session.subject && nextHref !== undefined) navigate(this.#host, nextHref);
  }

  readonly #onSecondStep = () => {
    if (this.#form.busy) return;
    void this.#form.run(async () => {
      await this.#fetchOtherWays();
    });
  };

  readonly #onRetry = () => {
    void this.#session.context?.store.dispatch({ type: 'refresh' });
  };

  readonly #onSignOut = () => {
    this.#told = undefined;
    this.#form.settle();
    void this.#session.context?.store.dispatch({ type: 'sign-out' });
    this.#form.focus('note');
  };
}
