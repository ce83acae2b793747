import { html, LitElement, nothing } from 'lit';
import { invitationLinkPrefix } from '../../contract/family/invitation-link.js';
import type { Subject } from '../../contract/account/session.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { SessionController } from '../../session/session-controller.js';
import type { SignedInState } from '../../session/session-state.js';
import { viewingWords, viewOnlyWords } from '../../ui/acting-for.js';
import { baseStyles } from '../../ui/styles/base-styles.js';
import { partStyles } from '../../ui/styles/part-styles.js';
import { accessWords, kinshipWords } from '../../ui/words/family-words.js';
import { check, chevronDown, people, person } from '../../ui/generated/icons.js';
import { iconView } from '../../ui/icon.js';
import { noteView } from '../../ui/note.js';
import { skeletonView } from '../../ui/skeleton.js';
import { defineElement } from '../../ui/define-element.js';
import { takeLinkToken } from '../../forms/link-token.js';
import { keepFocusIn } from '../../ui/keep-focus.js';
import { noRecordView } from '../../reading/no-record.js';
import { LazyPart } from '../../ui/lazy-part.js';
import type { FamilyView } from './family-view.js';
import type { InvitationForm } from './invitation-form.js';
import { PortalRecordOpenedEvent } from './proxy-switcher.events.js';
import { styles } from './proxy-switcher.styles.js';
import { sayHere } from './said-here.js';

/**
 * Whose record is open, in one bar that opens the records of family members (`proxy.own-login`). Opening another
 * one empties every widget on the page and fills it again. Put it above the widgets of a record: while it shows
 * whose record is open, they don't repeat it on screen, only on paper. When nobody is signed in, it says so, as
 * they do. Anyone who follows the link of an invitation (`#invitation=…`) accepts it here
 * (`proxy.friends-and-family`). It explains how to get access and what became of it: `proxy.consent-form`,
 * `proxy.relationships`. When access to a record ends, the record closes at once, with the reason.
 *
 * @element proxy-switcher
 * @csspart acting-for - The bar, while somebody else's record is open.
 * @csspart records - The buttons that open records.
 * @csspart family - Everything about access to other people's records.
 * @csspart note - Why a record was closed, an invitation, a refusal or a failure.
 * @csspart dialog - The question before access is given up.
 * @csspart error-summary - What needs to be fixed in the form of an invitation.
 * @fires {PortalRecordOpenedEvent} portal-record-opened - Somebody has opened a record; carries the id of its subject.
 * @fires {PortalInvitationAcceptedEvent} portal-invitation-accepted - The account can now open another record.
 * @fires {PortalAccessGivenUpEvent} portal-access-given-up - Access was given up; carries its id.
 * @fires {PortalNavigateEvent} portal-navigate - It is about to go to another page; cancel it to go there another way.
 * @fires {PortalErrorEvent} portal-error - It shows that something failed; carries the kind and the status only.
 */
export class ProxySwitcher extends LitElement {
  static override styles = [baseStyles, partStyles, styles];
  static override properties = {
    token: { state: true },
    open: { state: true },
    wasOpen: { state: true },
  };

  static define(tag = 'proxy-switcher', registry = customElements): void {
    defineElement(this, tag, registry);
  }

  readonly #session: SessionController = new SessionController(this);
  readonly #family: LazyPart<FamilyView> = new LazyPart(this, async () => {
    const { FamilyView } = await import('./family-view.js');
    return new FamilyView(this, this.#session);
  });
  readonly #invitation: LazyPart<InvitationForm> = new LazyPart(this, async () => {
    const { InvitationForm } = await import('./invitation-form.js');
    return new InvitationForm(this, this.#session);
  });

  /** What the link of an invitation has brought. In memory only: it is half of a key. */
  private token: string | undefined;
  /** Whether the other records show, and whether they ever did: their icons and the family come with them. */
  private open = false;
  private wasOpen = false;
  #takeBack: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#onAddress);
    this.#onAddress();
  }

  override disconnectedCallback(): void {
    removeEventListener('hashchange', this.#onAddress);
    this.#takeBack?.();
    this.#takeBack = undefined;
    super.disconnectedCallback();
  }

  protected override willUpdate(): void {
    if (!this.#session.subject) this.open = this.wasOpen = false;
  }

  /** While the bar shows, no other widget of the session has to say whose record is open. */
  protected override updated(): void {
    const { subject, context } = this.#session;
    if (!subject || !context || !this.isConnected) {
      this.#takeBack?.();
      this.#takeBack = undefined;
    } else this.#takeBack ??= sayHere(this, context);
  }

  protected override render() {
    const { state, context } = this.#session;
    if (!context) return nothing;
    if (state.status === 'signed-in') return this.#renderSignedIn(state, context);
    if (state.status !== 'signed-out' || this.token === undefined) {
      return noRecordView(this.#session, msg('Sign in to choose a record.'), () =>
        skeletonView(1, 56),
      );
    }
    keepFocusIn(this);
    return this.#renderInvited(context);
  }

  #renderSignedIn(state: SignedInState, context: PortalContext) {
    const { token } = this;
    const { lost } = state;
    return html`
      ${lost === null ? nothing : this.#family.render((view) => view.renderLost(lost, context))}
      ${
        token === undefined
          ? nothing
          : this.#invitation.render((form) => form.render(token, context, this.#onInvitationDone))
      }
      <section aria-label=${msg('Whose record')}>
        ${this.#renderNews(state.subject)} ${this.#renderBar(state, context)}
      </section>
    `;
  }

  /** For those who listen: the bar tells it to those who look. */
  #renderNews({ relationship, displayName, access }: Subject) {
    const own = relationship === 'self';
    return html`<p class="pw-visually-hidden" role="status">
      ${own ? msg('You’re viewing your own record.') : viewingWords(displayName)}
      ${!own && access === 'view' ? viewOnlyWords() : nothing}
    </p>`;
  }

  #renderBar({ subject, subjects }: SignedInState, context: PortalContext) {
    const own = subject.relationship === 'self';
    const many = subjects.length > 1;
    const family = msg('Family access and how to add someone');
    return html`
      <details
        class="whose ${own ? '' : 'other'}"
        ?open=${this.open}
        @toggle=${this.#onToggle}
        @keydown=${this.#onKey}
      >
        <summary class="bar" part=${own ? nothing : 'acting-for'}>
          ${iconView(own ? person : people)}
          <span class="who">
            <strong
              .textContent=${own ? msg('Your record') : recordOfWords(subject.displayName)}
            ></strong>
            <span class="pw-muted">
              ${own ? (many ? subject.displayName : family) : roleWords(subject)}
            </span>
          </span>
          <span class="switch"
            ><span>${many ? msg('Switch') : nothing}</span> ${iconView(chevronDown)}</span
          >
        </summary>
        ${
          this.wasOpen
            ? html`<div class="choices">
                ${many ? this.#renderRecords(subjects, subject) : nothing}
                ${this.#family.renderDetails('family', family, !many, (view) => view.render(context))}
              </div>`
            : nothing
        }
      </details>
    `;
  }

  #renderRecords(subjects: readonly Subject[], open: Subject) {
    return html`
      <ul class="records" part="records">
        ${subjects.map((subject) => {
          const isOpen = subject.id === open.id;
          return html`
            <li>
              <button
                class="record"
                type="button"
                value=${subject.id}
                aria-current=${isOpen ? 'true' : nothing}
                @click=${this.#onOpen}
              >
                ${iconView(subject.relationship === 'self' ? person : people)}
                <div>${subject.displayName} <span>${roleWords(subject)}</span></div>
                ${isOpen ? iconView(check) : nothing}
              </button>
            </li>
          `;
        })}
      </ul>
    `;
  }

  #renderInvited({ signInHref }: PortalContext) {
    return noteView({
      heading: msg('Someone invited you to open a record.'),
      text: msg('Sign in with your own account. Then open the link in the email again.'),
      steps: signInHref ? [html`<a href=${signInHref}>${msg('Sign in')}</a>`] : [],
    });
  }

  readonly #onToggle = (event: Event) => {
    this.open = (event.currentTarget as HTMLDetailsElement).open;
    this.wasOpen ||= this.open;
  };

  /** As out of a menu; what is in a dialog stays with the dialog. */
  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || (event.target as Element).closest('dialog')) return;
    this.#close();
  };

  #close(): void {
    this.open = false;
    this.renderRoot.querySelector<HTMLElement>('.bar')?.focus();
  }

  readonly #onOpen = (event: Event) => {
    const { value } = event.currentTarget as HTMLButtonElement;
    const { context, subject } = this.#session;
    this.#close();
    if (!context || value === subject?.id) return;
    void context.store.dispatch({ type: 'open-record', subject: value });
    this.dispatchEvent(new PortalRecordOpenedEvent(value));
  };

  /** The page was opened by a link, or a link to this page was followed while it is open. */
  readonly #onAddress = () => {
    this.token = takeLinkToken(invitationLinkPrefix) ?? this.token;
  };

  readonly #onInvitationDone = () => {
    this.token = undefined;
  };
}

const recordOfWords = (name: string) => msg(str`${name}’s record`);

/** What one is to the patient, and what one may do. */
const roleWords = ({ relationship, access }: Subject): string =>
  relationship === 'self'
    ? kinshipWords(relationship)
    : `${kinshipWords(relationship)} · ${accessWords(access)}`;
