import { Task } from '@lit/task';
import { css, html, nothing, type LitElement, type ReactiveController } from 'lit';
import { giveUpAccess, getFamily } from '../../contract/generated/family.js';
import type { Family } from '../../contract/family/family.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionController } from '../../session/session-controller.js';
import { confirmDialog, dialogStyles } from '../../ui/dialog/confirm-dialog.js';
import { failureNote } from '../../ui/failure-note.js';
import { accessWords, kinshipWords } from '../../ui/words/family-words.js';
import { formatDate, formatDay } from '../../ui/format.js';
import { loadRefusal } from '../../ui/refusals/load-refusal.js';
import { untilGone } from '../../forms/send-once.js';
import { FormController } from '../../forms/form-controller.js';
import { addStyles, loading } from '../../ui/lazy-part.js';
import { chipView } from '../../ui/chip.js';
import { skeletonView } from '../../ui/skeleton.js';
import { consentFormState, endedWords, lostNote } from './family-news.js';
import { PortalAccessGivenUpEvent } from './proxy-switcher.events.js';
import { waysView } from './ways.js';

type OpenAccess = Family['open'][number];

const styles = css`
  #family h3 {
    margin-top: var(--_s4);
  }
  .pw-card p {
    margin-bottom: var(--_s2);
  }
`;

/** All about the access of an account to others' records. Fetched when somebody asks, or one has ended. */
export class FamilyView implements ReactiveController {
  readonly #host: LitElement;
  readonly #session: SessionController;
  readonly #form: FormController;
  readonly #family;
  /** Who has signed in; empty: nobody. */
  #account = '';
  /** The access that somebody is about to give up. */
  #leaving: OpenAccess | undefined;
  #givenUp = '';

  constructor(host: LitElement, session: SessionController) {
    this.#host = host;
    this.#session = session;
    addStyles(host, styles, dialogStyles);
    host.addController(this); // before the task, whose arguments depend on it
    this.#form = new FormController(host, {
      region: '#give-up',
      loadRefusal: () => loadRefusal('family'),
    });
    this.#family = new Task(host, {
      args: () => [session.context?.client, this.#account, this.#records] as const,
      task: async ([client, account], { signal }) =>
        client && account ? client.call(getFamily, {}, { signal }) : null,
    });
  }

  hostUpdate(): void {
    const { state } = this.#session;
    const account = state.status === 'signed-in' ? state.account.id : '';
    if (account === this.#account) return;
    this.#account = account;
    this.#leaving = undefined;
    this.#givenUp = '';
    this.#form.settle();
  }

  /** Why the record that was open was closed. */
  renderLost(subject: string, context: PortalContext) {
    return this.#family.render({
      pending: loading,
      complete: (family) => family && lostNote(subject, family, context),
      error: () => lostNote(subject, undefined, context),
    });
  }

  render(context: PortalContext) {
    return html`
      <div id="family" tabindex="-1">
        <p role="status">${this.#givenUp}</p>
        ${this.#family.render({
          pending: () => skeletonView(3, 96),
          complete: (family) => family && this.#renderFamily(family, context),
          error: (error) => failureNote(error, () => void this.#family.run()),
        })}
        ${this.#renderDialog(context)}
      </div>
    `;
  }

  /** Which records there are: once that changes, all is read anew. */
  get #records(): string {
    const { state } = this.#session;
    return state.status === 'signed-in' ? state.subjects.map(({ id }) => id).join() : '';
  }

  #renderFamily({ open, consentForms, ended, ways }: Family, context: PortalContext) {
    return html`
      ${section(
        msg('Records you can open'),
        open.map((access) => this.#renderOpen(access, context)),
      )}
      ${section(
        msg('Forms you handed in'),
        consentForms.map((form) => consentFormState(form, context)),
      )}
      ${section(
        msg('Records you can no longer open'),
        ended.map((access) => endedWords(access, ways, context)),
      )}
      <h3>${msg('How to get access to a family member’s record')}</h3>
      ${waysView(ways, context)}
    `;
  }

  #renderOpen(access: OpenAccess, { locale, policy }: PortalContext) {
    const { displayName, givenBy, since, endsOn } = access;
    const day = formatDate(since, locale, policy.timeZone);
    const end = endsOn === null ? '' : formatDay(endsOn, locale);
    const age = policy.proxy.comingOfAgeYears;
    return html`
      <p>
        <strong>${displayName}</strong> ${chipView(kinshipWords(access.relationship))}
        ${chipView(accessWords(access.access))}
      </p>
      <p class="pw-muted">
        ${
          givenBy === 'patient'
            ? msg(str`Since ${day}, from ${displayName}`)
            : msg(str`Since ${day}, by signed form`)
        }
      </p>
      ${
        endsOn === null
          ? nothing
          : html`<p>
              ${msg(str`Ends ${end}, when ${displayName} turns ${age} and the record becomes theirs.`)}
            </p>`
      }
      <button
        type="button"
        aria-label=${msg(str`Give up access: ${displayName}`)}
        @click=${() => {
          this.#ask(access);
        }}
      >
        ${msg('Give up access')}
      </button>
    `;
  }

  #renderDialog(context: PortalContext) {
    const name = this.#leaving?.displayName ?? '';
    return confirmDialog({
      id: 'give-up',
      open: this.#leaving !== undefined,
      heading: msg(str`Give up access to ${name}’s record?`),
      content: html`
        <p>
          ${msg('You won’t be able to open it. To see it again, you’d need to ask for access.')}
        </p>
        ${this.#form.outcomeView(context, {})}
      `,
      confirm: { label: msg('Give up access'), busyLabel: msg('Giving up access…') },
      busy: this.#form.busy,
      onConfirm: () => void this.#giveUp(context),
      onCancel: () => {
        this.#ask(undefined);
      },
    });
  }

  #ask(access: OpenAccess | undefined): void {
    this.#leaving = access;
    this.#givenUp = '';
    this.#form.settle();
  }

  async #giveUp({ client, store }: PortalContext): Promise<void> {
    const access = this.#leaving;
    const account = this.#account;
    if (!access) return;
    const params = { proxy: access.id };
    await this.#form.run(() => untilGone(client.call(giveUpAccess, { params })));
    // Somebody else may have signed in since.
    if (account !== this.#account || !this.#form.isSettled) return;
    this.#leaving = undefined;
    this.#givenUp = msg(str`You gave up access to ${access.displayName}’s record.`);
    this.#host.dispatchEvent(new PortalAccessGivenUpEvent(access.id));
    await store.dispatch({ type: 'records-changed' });
    this.#host.renderRoot.querySelector<HTMLElement>('#family')?.focus();
  }
}

/** A heading and a list; nothing where there is nothing to list. */
const section = (heading: string, items: readonly unknown[]) =>
  items.length === 0
    ? nothing
    : html`
        <h3>${heading}</h3>
        <ul class="pw-cards">
          ${items.map((item) => html`<li class="pw-card">${item}</li>`)}
        </ul>
      `;
