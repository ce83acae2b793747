import { Task } from '@lit/task';
import { html, nothing } from 'lit';
import { ConflictError } from '../../client/portal-errors.js';
import {
  addAuthenticatorApp,
  getSecondStep,
  makeRecoveryCodes,
  removeAuthenticatorApp,
  startAuthenticatorApp,
} from '../../contract/generated/second-step.js';
import type { SecondStep } from '../../contract/account/second-step.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { failureNote } from '../../ui/failure-note.js';
import { formView } from '../../ui/form/form.js';
import { headingView } from '../../ui/heading.js';
import { noteView, type Tone } from '../../ui/note.js';
import { isOutcomeUnknown } from '../../forms/send-once.js';
import {
  FormController,
  type Fields,
  type ReadTyped,
  type Sending,
} from '../../forms/form-controller.js';
import { loading } from '../../ui/lazy-part.js';
import { oneTimeCodeView } from '../../forms/one-time-code.js';
import { accountOf } from './account-of.js';
import { qrCodeView } from './qr-code.js';
import {
  cancelButton,
  currentPasswordField,
  dayOf,
  nameField,
  type PartHost,
  type PartPage,
} from './sign-in-part.js';

/** What the current password is asked for. */
type Wish = 'set-up' | 'new-codes' | 'turn-off';

type Step =
  | { readonly kind: 'overview' }
  | { readonly kind: 'password'; readonly wish: Wish }
  | { readonly kind: 'scan'; readonly secret: string; readonly uri: string }
  /** Told this once, and kept nowhere: neither in a draft nor in the page once they are put away. */
  | { readonly kind: 'codes'; readonly codes: readonly string[] };

/**
 * The second step at sign-in: turning it on with an authenticator app, over to another one, and off, and
 * the recovery codes. Whatever changes it asks for the current password (`password.change`,
 * `login.lockout`).
 */
export class AuthenticatorApp {
  readonly #host: PartHost;
  readonly #form: FormController;
  /** Whether the last code of a new app was sent, and nobody knows what came of it. */
  #isUnanswered = false;
  readonly #secondStep;
  #step: Step = { kind: 'overview' };
  /** What was done last, in words. */
  #done: { readonly words: () => string; readonly tone: Tone } | undefined;
  /** What came of copying the codes, in words. */
  #copied: (() => string) | undefined;

  constructor(host: PartHost) {
    this.#host = host;
    this.#form = new FormController(host.element, { region: `#${host.id}` });
    this.#secondStep = new Task(host.element, {
      args: () => [host.session.context?.client, accountOf(host.session)] as const,
      task: async ([client, account], { signal }) =>
        client && account !== undefined ? client.call(getSecondStep, {}, { signal }) : undefined,
    });
  }

  /** Whether there is something on the page that nobody can see again: a phone's key, or codes. */
  get isChanged(): boolean {
    return this.#step.kind === 'scan' || this.#step.kind === 'codes';
  }

  forget(): void {
    this.#step = { kind: 'overview' };
    this.#done = undefined;
    this.#isUnanswered = false;
    this.#form.forget();
  }

  render(page: PartPage) {
    const { context, headingLevel } = page;
    const links = {
      signInHref: context.signInHref ?? undefined,
      recoveryHref: this.#host.recoveryHref(),
    };
    return html`
      <div class="pw-part" id=${this.#host.id}>
        ${headingView(headingLevel, this.#title(), `${this.#host.id}-heading`)}
        ${this.#done ? noteView({ heading: this.#done.words(), tone: this.#done.tone }) : nothing}
        ${this.#form.outcomeView(context, links)}
        ${this.#secondStep.render({
          pending: loading,
          error: (error) => failureNote(error, () => void this.#secondStep.run()),
          complete: (secondStep) => (secondStep ? this.#renderStep(secondStep, context) : nothing),
        })}
      </div>
    `;
  }

  #title(): string {
    switch (this.#step.kind) {
      case 'scan':
        return msg('Connect your app');
      case 'codes':
        return msg('Your recovery codes');
      default:
        return msg('Authenticator app');
    }
  }

  #renderStep(secondStep: SecondStep, context: PortalContext) {
    const step = this.#step;
    switch (step.kind) {
      case 'overview':
        return this.#renderOverview(secondStep, context);
      case 'password':
        return this.#renderPassword(step.wish, context);
      case 'scan':
        return this.#renderScan(step, context);
      case 'codes':
        return this.#renderCodes(step.codes);
    }
  }

  #renderOverview({ app, recoveryCodesLeft }: SecondStep, context: PortalContext) {
    const { secondStep } = context.policy.login;
    if (!app && !secondStep) {
      return html`<p>${msg('This is off. We only ask for your password.')}</p>`;
    }
    if (!app) {
      return html`
        <p>
          ${msg('This is off. Turn it on to sign in with your password and a code from an app on your phone. Then nobody can get in with your password alone.')}
        </p>
        <p>${this.#wishButton('set-up', msg('Set up an authenticator app'))}</p>
      `;
    }
    return html`
      <p>${msg('This is on. We ask for a code after your password.')}</p>
      <dl>
        <dt>${msg('Your app')}</dt>
        <dd>${app.name}</dd>
        <dt>${msg('Added')}</dt>
        <dd>${dayOf(app.addedAt, context)}</dd>
        <dt>${msg('Last used')}</dt>
        <dd>${app.lastUsedAt === null ? msg('Not yet') : dayOf(app.lastUsedAt, context)}</dd>
        <dt>${msg('Recovery codes left')}</dt>
        <dd>
          ${recoveryCodesLeft}${recoveryCodesLeft < 3 ? html`. ${msg('Make new ones soon.')}` : nothing}
        </dd>
      </dl>
      <div class="pw-buttons">
        ${this.#wishButton('new-codes', msg('Make new recovery codes'))}
        ${secondStep ? this.#wishButton('set-up', msg('Use another app')) : nothing}
        ${this.#wishButton('turn-off', msg('Turn off two-step sign-in'))}
      </div>
    `;
  }

  #wishButton(wish: Wish, label: string) {
    return html`<button
      type="button"
      @click=${() => {
        this.#go({ kind: 'password', wish });
      }}
    >
      ${label}
    </button>`;
  }

  #renderPassword(wish: Wish, context: PortalContext) {
    const fields: Fields = {
      '/body/currentPassword': currentPasswordField(this.#host.id, this.#form),
    };
    const { text, submit } = wishWords(wish);
    const send = (typed: ReadTyped, signal: AbortSignal) =>
      this.#grant(wish, typed('/body/currentPassword'), context, signal);
    return html`
      <p>${text}</p>
      ${this.#renderForm(fields, submit, send)}
    `;
  }

  #renderScan({ secret, uri }: Extract<Step, { kind: 'scan' }>, context: PortalContext) {
    const { id } = this.#host;
    const fields: Fields = {
      '/body/name': nameField(id, msg('My phone')),
      '/body/code': {
        id: `${id}-code`,
        name: 'code',
        label: msg('Code from your app'),
        hint: msg('6 digits. Your app shows a new code every 30 seconds.'),
        autocomplete: 'one-time-code',
        required: true,
        missing: msg('Enter the code from your app'),
        view: oneTimeCodeView,
      },
    };
    const send = (typed: ReadTyped, signal: AbortSignal) => this.#connect(typed, context, signal);
    return html`
      <p>
        ${msg('Open any authenticator app on your phone. Many are free. Scan this picture with it:')}
      </p>
      ${qrCodeView(uri, msg('QR code for your authenticator app'))}
      <p>
        ${msg('No camera? Type this key into the app instead:')}
        <span class="pw-secret">${inFours(secret)}</span>
      </p>
      ${this.#renderForm(fields, msg('Turn on two-step sign-in'), send)}
    `;
  }

  #renderCodes(codes: readonly string[]) {
    return html`
      <p>
        ${msg('If you lose your phone, you can sign in with one of these codes. Write them down or print them, and keep them away from your phone. Each works once.')}
      </p>
      <p><strong>${msg('You won’t see them again.')}</strong></p>
      <ul class="pw-codes">
        ${codes.map((code) => html`<li>${code}</li>`)}
      </ul>
      <div class="pw-buttons">
        <button class="pw-primary" type="button" @click=${this.#onKept}>
          ${msg('I saved my codes')}
        </button>
        <button type="button" @click=${() => void this.#copy(codes)}>${msg('Copy codes')}</button>
      </div>
      <p role="status">${this.#copied?.() ?? nothing}</p>
    `;
  }

  #renderForm(fields: Fields, label: string, send: Sending['send']) {
    return formView({
      labelledBy: `${this.#host.id}-heading`,
      fields: Object.values(fields),
      problems: this.#form.problems,
      submit: { label, busyLabel: msg('Checking…') },
      busy: this.#form.busy,
      onSubmit: (event) => void this.#form.submit(event, { fields, send }),
      beside: cancelButton(this.#form, () => {
        this.#go({ kind: 'overview' });
      }),
    });
  }

  /** Shows another step, with the focus on its heading. */
  #go(step: Step): void {
    this.#step = step;
    this.#done = undefined;
    this.#copied = undefined;
    this.#form.settle();
    this.#form.focus('heading');
  }

  /** Says what was done, and reads how it is now. */
  #finish(words: () => string, tone: Tone = 'success'): void {
    this.#go({ kind: 'overview' });
    this.#done = { words, tone };
    this.#form.focus('note');
    void this.#secondStep.run();
  }

  async #grant(
    wish: Wish,
    currentPassword: string,
    { client }: PortalContext,
    signal: AbortSignal,
  ): Promise<void> {
    const input = { body: { currentPassword } };
    switch (wish) {
      case 'set-up': {
        const { secret, uri } = await client.call(startAuthenticatorApp, input);
        signal.throwIfAborted();
        this.#go({ kind: 'scan', secret, uri });
        return;
      }
      case 'new-codes': {
        const { recoveryCodes } = await client.call(makeRecoveryCodes, input);
        signal.throwIfAborted();
        this.#go({ kind: 'codes', codes: recoveryCodes });
        return;
      }
      case 'turn-off':
        await client.call(removeAuthenticatorApp, input);
        signal.throwIfAborted();
        this.#finish(() => msg('Two-step sign-in is off.'));
    }
  }

  async #connect(typed: ReadTyped, { client }: PortalContext, signal: AbortSignal): Promise<void> {
    const body = { name: typed('/body/name'), code: typed('/body/code') };
    try {
      const { recoveryCodes } = await client.call(addAuthenticatorApp, { body });
      signal.throwIfAborted();
      this.#isUnanswered = false;
      this.#go({ kind: 'codes', codes: recoveryCodes });
    } catch (error) {
      signal.throwIfAborted();
      const isUnanswered = this.#isUnanswered;
      this.#isUnanswered = isOutcomeUnknown(error);
      if (!(error instanceof ConflictError)) throw error;
      this.#finish(
        isUnanswered ? unanswered : () => msg('That took too long. Please start again.'),
        'warning',
      );
    }
  }

  readonly #onKept = () => {
    this.#finish(() => msg('Two-step sign-in is on.'));
  };

  async #copy(codes: readonly string[]): Promise<void> {
    try {
      // Only encrypted pages have a clipboard.
      await navigator.clipboard.writeText(codes.join('\n'));
      this.#copied = () => msg('Copied. Paste them somewhere safe.');
    } catch {
      this.#copied = () => msg('We couldn’t copy them. Please write them down.');
    }
    this.#host.element.requestUpdate();
  }
}

const wishWords = (wish: Wish): { readonly text: string; readonly submit: string } => {
  switch (wish) {
    case 'set-up':
      return {
        text: msg('First, confirm it’s you.'),
        submit: msg('Continue'),
      };
    case 'new-codes':
      return {
        text: msg('Your current codes will stop working.'),
        submit: msg('Make new codes'),
      };
    case 'turn-off':
      return {
        text: msg('You’ll sign in with just your password. Your recovery codes will stop working.'),
        submit: msg('Turn off two-step sign-in'),
      };
  }
};

/** Letters that are typed off the screen are easier in groups. */
const inFours = (text: string): string => text.replace(/(.{4})(?=.)/g, '$1 ');

/** An app is set up once: what is told below is whether it was. The codes are kept nowhere as such. */
const unanswered = () =>
  msg(
    'We lost the connection before we got a reply. If this is on below, make new recovery codes.',
  );
