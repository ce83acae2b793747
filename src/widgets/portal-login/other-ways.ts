import {
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  WebAuthnAbortService,
  type AuthenticationResponseJSON,
} from '@simplewebauthn/browser';
import { css, html, nothing, type LitElement, type ReactiveController } from 'lit';
import type { PortalClient } from '../../client/portal-client.js';
import { RefusedError, SessionChangedError, SignedOutError } from '../../client/portal-errors.js';
import { passwordLength } from '../../contract/account/credentials.js';
import { signInWithPasskey, startPasskeySignIn } from '../../contract/generated/passkeys.js';
import { finishSignIn } from '../../contract/generated/second-step.js';
import { chooseNewPassword, getSession, signOut } from '../../contract/generated/session.js';
import type { SessionAnswer } from '../../contract/account/session.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionController } from '../../session/session-controller.js';
import { adoptStyles } from '../../ui/styles/adopt-styles.js';
import { lightStyles } from '../../ui/styles/base-styles.js';
import { formStyles, formView } from '../../ui/form/form.js';
import { nextStepView } from '../../ui/next-step.js';
import { noteView } from '../../ui/note.js';
import { FormController, type Fields, type ReadTyped } from '../../forms/form-controller.js';
import { NewPassword } from '../../forms/new-password.js';
import { oneTimeCodeView } from '../../forms/one-time-code.js';

/** The sign-in form tries this, and says how it has ended. */
type Try = (work: () => Promise<void>) => Promise<void>;

/** Why it has ended, where that is nothing that the backend has said. */
export interface Told {
  readonly note?: () => unknown;
}

interface Host extends LitElement {
  readonly recoveryHref: string | undefined;
}

/**
 * Signing in other than by the password alone: the second step or a new password after it, and passkeys
 * instead of it. A
 * part of `<portal-login>` that is fetched where somebody may use it.
 */
export class OtherWays implements ReactiveController {
  readonly #host: Host;
  readonly #session: SessionController;
  readonly #id: string;
  readonly #try: Try;
  readonly #form: FormController;
  /** Whether a recovery code is asked for instead of one of the app. */
  #asksRecoveryCode = false;
  /** Whether somebody has asked for a passkey, other than by the list of the username field. */
  #isAsking = false;
  /** Whether passkeys were offered in that list since one was used, or somebody was signed in. */
  #isOffered = false;
  #wasSignedIn = false;
  readonly #password: NewPassword;
  /** Whether a code or a new password was sent, and no answer came. */
  #isUnanswered = false;

  /** @param id where the ids of what it shows begin */
  constructor(host: Host, session: SessionController, id: string, tryIt: Try) {
    this.#host = host;
    this.#session = session;
    this.#id = id;
    this.#try = tryIt;
    this.#form = new FormController(host);
    this.#password = new NewPassword(host);
    adoptStyles(host, lightStyles(host.localName, styles));
    host.addController(this);
  }

  hostUpdate(): void {
    // What was offered before belongs to the session before: the next one gets its own.
    const isSignedIn = this.#session.subject !== undefined;
    if (isSignedIn && !this.#wasSignedIn) this.#offerNoMore();
    this.#wasSignedIn = isSignedIn;
  }

  hostDisconnected(): void {
    this.#offerNoMore();
  }

  /** The code after the password. */
  secondStepView() {
    const { context } = this.#session;
    if (!context) return nothing;
    const { policy, locale } = context;
    const fields = this.#asksRecoveryCode ? this.#recoveryField() : this.#appField();
    const send = (typed: ReadTyped) => this.#finish(typed('/body/code'), context);
    return html`
      ${this.#form.outcomeView(context, {
        recoveryHref: this.#session.href(this.#host.recoveryHref),
      })}
      <p>
        ${
          this.#asksRecoveryCode
            ? msg('Enter one of your recovery codes. Each works once.')
            : msg(
                str`Open the authenticator app on your phone and enter its code for ${policy.portal.name}.`,
              )
        }
      </p>
      ${formView({
        labelledBy: `${this.#id}-heading`,
        fields: Object.values(fields),
        problems: this.#form.problems,
        submit: { label: msg('Continue'), busyLabel: msg('Checking…') },
        busy: this.#form.busy,
        onSubmit: (event) => void this.#form.submit(event, { fields, send }),
        beside: html`<button type="button" @click=${() => void this.#startOver(context)}>
          ${msg('Start over')}
        </button>`,
      })}
      <details class="pw-no-code">
        <summary>${msg('I can’t get a code')}</summary>
        <p>
          ${this.#asksRecoveryCode ? nothing : msg('Don’t have your phone? Use a recovery code.')}
          ${msg('If you don’t have any code, we can help. Bring a photo ID.')}
        </p>
        <p>
          <button type="button" @click=${this.#onToggle}>
            ${this.#asksRecoveryCode ? msg('Use the app') : msg('Use a recovery code')}
          </button>
        </p>
        <p>${nextStepView({ action: 'call-office' }, { policy, locale })}</p>
      </details>
    `;
  }

  /**
   * The password of one's own, after a one-time one.
   * @param username undefined: it was not typed in this page
   */
  newPasswordView(username: string | undefined) {
    const { context } = this.#session;
    if (!context) return nothing;
    const fields: Fields = {
      '/body/password': this.#password.field(`${this.#id}-new-password`, msg('New password')),
    };
    const limits = { '/body/password': passwordLength };
    const send = (typed: ReadTyped) => this.#choose(typed('/body/password'), context);
    return html`
      ${this.#form.outcomeView(context, { recoveryHref: this.#host.recoveryHref })}
      <p>${msg('You signed in with a one-time password from us. Now choose one only you know.')}</p>
      ${formView({
        labelledBy: `${this.#id}-heading`,
        username,
        fields: Object.values(fields),
        problems: this.#form.problems,
        submit: { label: msg('Save my new password'), busyLabel: msg('Saving…') },
        busy: this.#form.busy,
        onSubmit: (event) => void this.#form.submit(event, { fields, limits, send }),
        onInput: this.#password.onInput,
        beside: html`<button type="button" @click=${() => void this.#startOver(context)}>
          ${msg('Start over')}
        </button>`,
      })}
    `;
  }

  /**
   * Signs in with a passkey, instead of username and password.
   * @throws PortalError, or what tells that none was used
   */
  async usePasskey(): Promise<void> {
    this.#isAsking = true;
    try {
      const challenge = await this.#challenge();
      const credential = await startAuthentication(challenge).catch(() => {
        throw told(notUsed);
      });
      await this.#signInWith(credential);
    } finally {
      this.#isAsking = this.#isOffered = false;
    }
  }

  #appField(): Fields {
    return {
      '/body/code': {
        id: `${this.#id}-code`,
        name: 'code',
        label: msg('Code'),
        hint: msg('6 digits. Your app shows a new code every 30 seconds.'),
        autocomplete: 'one-time-code',
        required: true,
        missing: msg('Enter the code from your app'),
        view: oneTimeCodeView,
      },
    };
  }

  #recoveryField(): Fields {
    return {
      '/body/code': {
        id: `${this.#id}-recovery-code`,
        name: 'code',
        label: msg('Recovery code'),
        hint: msg('Looks like 7KQ4M-XW2RD-9HTFB'),
        autocomplete: 'off',
        literal: true,
        required: true,
        missing: msg('Enter a recovery code'),
      },
    };
  }

  #finish(code: string, { store }: PortalContext): Promise<void> {
    const isUnanswered = this.#isUnanswered;
    return this.#goOn(async () => {
      await store.dispatch({
        type: 'sign-in-with',
        ask: (client) =>
          this.#ask(client, 'second-step-required', () =>
            client.call(finishSignIn, { body: { code } }),
          ),
      });
      this.#asksRecoveryCode = false;
      const state = store.getState();
      const isLost = state.status === 'signed-out' && !state.secondStep && !state.newPassword;
      return isUnanswered && isLost ? told(noAnswer) : undefined;
    });
  }

  #choose(password: string, { store }: PortalContext): Promise<void> {
    return this.#goOn(async () => {
      await store.dispatch({
        type: 'sign-in-with',
        ask: (client) =>
          this.#ask(client, 'new-password-required', () =>
            client.call(chooseNewPassword, { body: { password } }),
          ),
      });
      this.#password.reset();
      return undefined;
    });
  }

  /** Takes the step that signing in waits for, and has the form say how that ended. */
  async #goOn(step: () => Promise<Error | undefined>): Promise<void> {
    let ending: Error | undefined;
    try {
      ending = await step();
    } catch (error) {
      // The session that waited for it is over.
      const isOver = error instanceof SignedOutError || error instanceof SessionChangedError;
      if (!isOver) throw error;
      ending = told(tooLate);
    }
    await this.#try(ending ? () => Promise.reject(ending) : nothingMore);
  }

  /** What was asked before, and never answered, may be done: then it is not asked again. */
  async #ask(
    client: PortalClient,
    asked: SessionAnswer['status'],
    send: () => Promise<SessionAnswer>,
  ): Promise<SessionAnswer> {
    if (this.#isUnanswered) {
      const session = await client.call(getSession, {});
      this.#isUnanswered = false;
      if (session.status !== asked) return session;
    }
    this.#isUnanswered = true;
    try {
      const answer = await send();
      this.#isUnanswered = false;
      return answer;
    } catch (error) {
      if (error instanceof RefusedError) this.#isUnanswered = false;
      throw error;
    }
  }

  readonly #onToggle = async () => {
    this.#asksRecoveryCode = !this.#asksRecoveryCode;
    this.#form.settle();
    await this.#host.updateComplete;
    this.#host.querySelector<HTMLElement>('input[name="code"]')?.focus();
  };

  /** Forgets the password that was given, here and at the backend. */
  async #startOver({ client, store }: PortalContext): Promise<void> {
    if (this.#form.busy) return;
    this.#asksRecoveryCode = false;
    await this.#form.run(async () => {
      await client.call(signOut, {});
      await store.dispatch({ type: 'refresh' });
      await this.#try(nothingMore);
    });
  }

  /**
   * Has the browser offer passkeys in the list of the username field (WebAuthn Level 3, 5.1.4), until
   * somebody picks one. Where it cannot, nobody misses it. Asked again each time that the form gets the focus:
   * what was picked and did not work is so offered no sooner than somebody comes back to it.
   */
  async offer(): Promise<void> {
    if (this.#isOffered) return;
    this.#isOffered = true;
    try {
      if (!(await browserSupportsWebAuthnAutofill())) return;
      const challenge = await this.#challenge();
      if (this.#isAsking) return;
      const credential = await startAuthentication({ ...challenge, useBrowserAutofill: true });
      void this.#try(() => this.#usePicked(credential));
    } catch {
      // Nothing was picked, or there was nothing to pick from.
    }
  }

  #offerNoMore(): void {
    this.#isOffered = false;
    WebAuthnAbortService.cancelCeremony();
  }

  /** The list may have stood there for longer than its challenge holds: then another one is asked for. */
  async #usePicked(credential: AuthenticationResponseJSON): Promise<void> {
    try {
      await this.#signInWith(credential);
    } catch (error) {
      if (error instanceof RefusedError && error.rule === 'login.no-hints') {
        await this.usePasskey();
        return;
      }
      this.#isOffered = false;
      throw error;
    }
  }

  async #challenge() {
    const { client } = await this.#session.ready;
    return { optionsJSON: await client.call(startPasskeySignIn, {}) };
  }

  async #signInWith({ id, rawId, type, response }: AuthenticationResponseJSON): Promise<void> {
    const { store } = await this.#session.ready;
    const credential = { id, rawId, type, response, clientExtensionResults: {} };
    await store.dispatch({
      type: 'sign-in-with',
      ask: (client) => client.call(signInWithPasskey, { body: { credential } }),
    });
  }
}

/** All is done: the form only says so. */
const nothingMore = () => Promise.resolve();

const told = (note: () => unknown): Error & Told => Object.assign(new Error(), { note });

const notUsed = () =>
  noteView({
    heading: msg('We didn’t get a passkey.'),
    text: msg('Try again, or sign in with your password.'),
    tone: 'danger',
  });

/** The code was taken, and the answer was lost: a code works once. */
const noAnswer = () =>
  noteView({
    heading: msg('We lost the connection before we got a reply.'),
    text: msg('Your code may be used up. Please sign in again with a new one.'),
    tone: 'danger',
  });

const tooLate = () =>
  noteView({
    heading: msg('That took too long.'),
    text: msg('Please sign in again and have your code ready.'),
    tone: 'danger',
  });

const styles = css`
  ${formStyles}
  .pw-no-code summary {
    width: fit-content;
    min-height: var(--_control);
    padding: var(--_s2) 0;
    color: var(--_link);
    font-weight: 600;
    cursor: pointer;
  }
`;
