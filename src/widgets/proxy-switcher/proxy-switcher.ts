import { html, LitElement, nothing } from 'lit';
import { invitationLinkPrefix } from '../../contract/family/invitation-link.js';
import type { Subject } from '../../contract/account/session.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { SessionController } from '../../session/session-controller.js';
import type { SignedInState } from '../../session/session-state.js';
import { actingForView } from '../../ui/acting-for.js';
import { baseStyles } from '../../ui/base-styles.js';
import { partStyles } from '../../ui/part-styles.js';
import { accessWords, kinshipWords } from '../../ui/words/family-words.js';
import { noteView } from '../../ui/note.js';
import { defineElement } from '../../ui/define-element.js';
import { takeLinkToken } from '../../forms/link-token.js';
import { keepFocusIn } from '../../ui/keep-focus.js';
import { noRecordView } from '../../reading/no-record.js';
import { LazyPart } from '../../ui/lazy-part.js';
import type { FamilyView } from './family-view.js';
import type { InvitationForm } from './invitation-form.js';
import { PortalRecordOpenedEvent } from './proxy-switcher.events.js';
import { styles } from './proxy-switcher.styles.js';

/**
 * Whose record is open, and the way to those of family members (`proxy.own-login`). Opening another one
 * empties every widget of the page and fills it anew; each then says for whom one acts. It stands above
 * the widgets of a record. While nobody is signed in it says so, as they do; who has followed the link of an
 * invitation (`#invitation=…`) accepts it here (`proxy.friends-and-family`). How to get access,
 * and what became of it, is explained: `proxy.consent-form`, `proxy.relationships`. A record whose access
 * has ended is closed at once, with the reason.
 *
 * @element proxy-switcher
 * @csspart acting-for - Whose record is open, if it is somebody else's.
 * @csspart records - The buttons that open records.
 * @csspart family - All about the access to others' records.
 * @csspart note - Why a record was closed, an invitation, a refusal or a failure.
 * @csspart dialog - The question before an access is given up.
 * @csspart error-summary - What has to be changed in the form of an invitation.
 * @fires {PortalRecordOpenedEvent} portal-record-opened - Somebody has opened a record; carries the id of its subject.
 * @fires {PortalInvitationAcceptedEvent} portal-invitation-accepted - The account can open another record now.
 * @fires {PortalAccessGivenUpEvent} portal-access-given-up - An access was given up; carries its id.
 */
export class ProxySwitcher extends LitElement {
  static override styles = [baseStyles, partStyles, styles];
  static override properties = {
    token: { state: true },
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

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#onAddress);
    this.#onAddress();
  }

  override disconnectedCallback(): void {
    removeEventListener('hashchange', this.#onAddress);
    super.disconnectedCallback();
  }

  protected override render() {
    const { state, context } = this.#session;
    if (!context) return nothing;
    if (state.status === 'signed-in') return this.#renderSignedIn(state, context);
    if (state.status !== 'signed-out' || this.token === undefined) {
      return noRecordView(this.#session, msg('Sign in to choose whose record to open.'));
    }
    keepFocusIn(this);
    return this.#renderInvited(context);
  }

  #renderSignedIn({ account, subject, subjects, lost }: SignedInState, context: PortalContext) {
    const { token } = this;
    const many = subjects.length > 1;
    return html`
      ${lost === null ? nothing : this.#family.render((view) => view.renderLost(lost, context))}
      ${
        token === undefined
          ? nothing
          : this.#invitation.render((form) => form.render(token, context, this.#onInvitationDone))
      }
      <section aria-label=${msg('Whose record')}>
        <div role="status">
          ${
            subject.relationship === 'self'
              ? html`<p class="own">${ownWords(account.displayName)}</p>`
              : actingForView(subject)
          }
        </div>
        ${many ? this.#renderRecords(subjects, subject) : nothing}
        ${this.#family.renderDetails(
          'family',
          many
            ? msg('About these records, and how to open more')
            : msg('Open a family member’s record'),
          false,
          (view) => view.render(context),
        )}
      </section>
    `;
  }

  #renderRecords(subjects: readonly Subject[], open: Subject) {
    return html`
      <ul class="records" part="records">
        ${subjects.map(
          ({ id, displayName, relationship, access }) => html`
            <li>
              <button
                class="record"
                type="button"
                value=${id}
                aria-current=${id === open.id ? 'true' : nothing}
                @click=${this.#onOpen}
              >
                ${displayName}
                <span>
                  ${kinshipWords(relationship)}${
                    relationship === 'self' ? nothing : html` · ${accessWords(access)}`
                  }
                </span>
              </button>
            </li>
          `,
        )}
      </ul>
    `;
  }

  #renderInvited({ signInHref }: PortalContext) {
    return noteView({
      heading: msg('Somebody has invited you to open a record.'),
      text: msg('Sign in with your own account. Then open the link in the email once more.'),
      steps: signInHref ? [html`<a href=${signInHref}>${msg('Sign in')}</a>`] : [],
    });
  }

  readonly #onOpen = (event: Event) => {
    const { value } = event.currentTarget as HTMLButtonElement;
    const { context, subject } = this.#session;
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

const ownWords = (name: string) => msg(str`You are in your own record, ${name}.`);
