import { html, LitElement, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { SessionController } from '../../session/session-controller.js';
import type { SignedInState } from '../../session/session-state.js';
import { adoptStyles } from '../../ui/styles/adopt-styles.js';
import { lightStyles } from '../../ui/styles/base-styles.js';
import { failureNote } from '../../ui/failure-note.js';
import { headingView } from '../../ui/heading.js';
import { defineElement } from '../../ui/define-element.js';
import { NoCopies } from '../../ui/no-copies.js';
import { noRecordView } from '../../reading/no-record.js';
import { turning } from '../../ui/form/form.js';
import { skeletonView } from '../../ui/skeleton.js';
import { styles } from './portal-preferences.styles.js';
import { PreferencesReader } from './preferences-reader.js';
import { Section } from './section.js';
import { sections } from './sections.js';

/** As high as the sections are on a phone. */
const pending = () => skeletonView(5, 190);

let instances = 0;

/**
 * What somebody has chosen for the own account: the e-mail address and what is written there, the
 * password, the security question where the hospital has one, address and phone. They are the account's
 * own, whichever record is open. What is typed is kept as a draft, but for secrets; what was changed
 * meanwhile by somebody else is shown, never overwritten. It stands in the light DOM, where password
 * managers and autofill find it. Enforced by the backend: `email.entered-twice`, `email.instant-update`,
 * `password.change`, `login.lockout`, `security-question.change`, `contact.update`.
 *
 * @element portal-preferences
 * @attr {string} recovery-href - Page for a forgotten password.
 * @attr {number} heading-level - 2 or 3; default 2.
 * @csspart heading - The heading of the whole, and those of its sections.
 * @csspart acting-for - That the settings are one's own while the record of somebody else is open.
 * @csspart email - The e-mail address on file.
 * @csspart question - The security question on file.
 * @csspart unsaved - That a section has changes that are not saved.
 * @csspart change - What opens a section's form, and the form.
 * @csspart address - The address on file.
 * @csspart phone - The phone number on file.
 * @csspart note - A refusal, a failure, or the news that something is saved.
 * @csspart error-summary - What has to be changed in a form.
 * @csspart conflict - What was changed by somebody else meanwhile, and the choice.
 * @csspart versions - Two versions of a form, one beside the other.
 * @csspart draft - What was typed before, and the choice where two pages have typed.
 * @csspart draft-state - Whether what was typed is kept.
 * @csspart sent-emails - The e-mails that were sent of late.
 * @fires {PortalNavigateEvent} portal-navigate - It is about to go to another page; cancel it to go there another way.
 * @fires {PortalErrorEvent} portal-error - It shows that something failed; carries the kind and the status only.
 */
export class PortalPreferences extends LitElement {
  static override properties = {
    recoveryHref: { attribute: 'recovery-href' },
    headingLevel: { attribute: 'heading-level', type: Number },
  };

  static define(tag = 'portal-preferences', registry = customElements): void {
    defineElement(this, tag, registry);
  }

  recoveryHref: string | undefined;
  headingLevel = 2;

  readonly #session: SessionController = new SessionController(this);
  readonly #id = `portal-preferences-${(instances += 1)}`;
  readonly #reader: PreferencesReader = new PreferencesReader(this, this.#session, () => {
    for (const section of this.#sections) section.forget();
  });
  readonly #sections: readonly Section[] = sections.map(
    (plan) =>
      new Section(plan, {
        element: this,
        session: this.#session,
        reader: this.#reader,
        id: `${this.#id}-${plan.name}`,
        recoveryHref: () => this.#session.href(this.recoveryHref),
      }),
  );

  override connectedCallback(): void {
    if (!this.hasUpdated) this.replaceChildren();
    super.connectedCallback();
    adoptStyles(this, lightStyles(this.localName, styles) + turning.cssText);
    addEventListener('beforeunload', this.#onLeave);
  }

  override disconnectedCallback(): void {
    removeEventListener('beforeunload', this.#onLeave);
    super.disconnectedCallback();
  }

  constructor() {
    super();
    new NoCopies(this);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /**
   * Whether something is typed that is not saved. For a page that changes its content by itself: ask
   * before this element is taken away. Whether somebody was asked or not, all but secrets is kept as a
   * draft. Where the browser leaves the page, it asks by itself.
   *
   * ```js
   * navigation.addEventListener('navigate', (event) => {
   *   if (!event.cancelable || !settings.hasUnsavedChanges) return;
   *   if (!confirm('Leave your changes unsaved?')) event.preventDefault();
   * });
   * ```
   */
  get hasUnsavedChanges(): boolean {
    return this.#sections.some(({ isChanged }) => isChanged);
  }

  protected override render() {
    const { state, context } = this.#session;
    return html`
      ${headingView(this.headingLevel, msg('Your settings'), `${this.#id}-heading`)}
      ${
        state.status === 'signed-in' && context
          ? keyed(state.account.id, this.#renderOwn(state, context))
          : noRecordView(this.#session, msg('Sign in to see your settings.'), pending)
      }
    `;
  }

  #renderOwn({ account, subject }: SignedInState, context: PortalContext) {
    const { current: preferences, error } = this.#reader;
    if (!preferences) {
      return error === undefined ? pending() : failureNote(error, () => void this.#reader.load());
    }
    const headingLevel = Math.min(4, this.headingLevel + 1);
    const own = account.displayName;
    return html`
      ${
        subject.relationship === 'self'
          ? nothing
          : html`<p class="pw-acting-for" part="acting-for">
              ${msg(
                str`These are your own settings, ${own}. You can’t change ${subject.displayName}’s settings here.`,
              )}
            </p>`
      }
      <div class="pw-cards">
        ${this.#sections.map((section) => section.render({ context, preferences, headingLevel }))}
      </div>
    `;
  }

  /** The browser asks, in its own words, before what is typed and not saved is left behind. */
  readonly #onLeave = (event: BeforeUnloadEvent) => {
    if (this.hasUnsavedChanges) event.preventDefault();
  };
}
