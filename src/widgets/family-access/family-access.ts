import { html, LitElement } from 'lit';
import { msg, str } from '../../locales/localize.js';
import { SessionController } from '../../session/session-controller.js';
import { actingForView } from '../../ui/acting-for.js';
import { baseStyles } from '../../ui/styles/base-styles.js';
import { partStyles } from '../../ui/styles/part-styles.js';
import { headingView } from '../../ui/heading.js';
import { defineElement } from '../../ui/define-element.js';
import { noRecordView } from '../../reading/no-record.js';
import { LazyPart } from '../../ui/lazy-part.js';
import { skeletonView } from '../../ui/skeleton.js';
import type { ActivityList } from './activity-list.js';
import { styles } from './family-access.styles.js';
import type { SharingView } from './sharing-view.js';

/** As tall as the cards of those who have access. */
const cardsToCome = () => skeletonView(4, 130);

/**
 * Who can open the record that is open, and what was done in it. Where the policy lets patients share their
 * records (`proxy.friends-and-family`), they invite somebody, change what somebody may do, and take access
 * back; elsewhere, and about a child's record (`proxy.consent-form`), it is explained what the office does,
 * with the form to print. What is possible the backend says with the data.
 *
 * @element family-access
 * @attr {number} heading-level - 2 to 4; default 2.
 * @csspart acting-for - Whose record it is, if it is somebody else's.
 * @csspart heading - The headings.
 * @csspart proxies - The list of who can open the record.
 * @csspart invitations - The list of invitations that wait.
 * @csspart activity - Who has looked at the record or done something in it.
 * @csspart more - The button that fetches earlier activity.
 * @csspart print - The button that prints the Proxy Consent Form.
 * @csspart dialog - The question before something changes.
 * @csspart draft - What was typed before and not sent.
 * @csspart note - A refusal, a failure or the news of being signed out.
 * @csspart error-summary - What has to be changed in the form.
 * @fires {PortalInvitationSentEvent} portal-invitation-sent - An invitation was sent.
 * @fires {PortalInvitationWithdrawnEvent} portal-invitation-withdrawn - An invitation was withdrawn; carries its id.
 * @fires {PortalAccessChangedEvent} portal-access-changed - What somebody may do was changed; carries the id of the access.
 * @fires {PortalAccessTakenBackEvent} portal-access-taken-back - An access was taken back; carries its id.
 * @fires {PortalNavigateEvent} portal-navigate - It is about to go to another page; cancel it to go there another way.
 * @fires {PortalErrorEvent} portal-error - It shows that something failed; carries the kind and the status only.
 */
export class FamilyAccess extends LitElement {
  static override styles = [baseStyles, partStyles, styles];
  static override properties = {
    headingLevel: { attribute: 'heading-level', type: Number },
  };

  static define(tag = 'family-access', registry = customElements): void {
    defineElement(this, tag, registry);
  }

  readonly #session: SessionController = new SessionController(this);
  readonly #view: LazyPart<SharingView> = new LazyPart(
    this,
    async () => {
      const { SharingView } = await import('./sharing-view.js');
      return new SharingView(this, this.#session);
    },
    cardsToCome,
  );
  readonly #activity: LazyPart<ActivityList> = new LazyPart(this, async () => {
    const { ActivityList } = await import('./activity-list.js');
    return new ActivityList(this, this.#session);
  });

  headingLevel = 2;

  protected override render() {
    const { context, subject } = this.#session;
    if (!context || !subject) {
      return html`
        ${headingView(this.headingLevel, msg('Who can see your record'))}
        ${noRecordView(this.#session, msg('Sign in to see who can open your record.'), cardsToCome)}
      `;
    }
    const own = subject.relationship === 'self';
    return html`
      ${actingForView(subject)}
      ${headingView(
        this.headingLevel,
        own
          ? msg('Who can see your record')
          : msg(str`Who can see ${subject.displayName}’s record`),
      )}
      ${this.#view.render((view) =>
        view.render(subject, context, Math.min(4, this.headingLevel + 1)),
      )}
      ${this.#activity.renderDetails(
        'activity',
        own ? msg('Who looked at your record') : msg('Who looked at this record'),
        false,
        (list) => list.render(context),
      )}
    `;
  }
}
