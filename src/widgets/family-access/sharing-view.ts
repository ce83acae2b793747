import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import { RefusedError } from '../../client/portal-errors.js';
import type { Eligibility } from '../../contract/eligibility.js';
import type { Subject } from '../../contract/account/session.js';
import type { Sharing } from '../../contract/family/sharing.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionController } from '../../session/session-controller.js';
import { failureNote } from '../../ui/failure-note.js';
import { FocusNext } from '../../ui/focus-next.js';
import { accessWords, relationshipWords } from '../../ui/words/family-words.js';
import { formatDate, formatDay } from '../../ui/format.js';
import { chipView } from '../../ui/chip.js';
import { emptyView } from '../../ui/empty.js';
import { people } from '../../ui/generated/icons.js';
import { headingView } from '../../ui/heading.js';
import { loadRefusal } from '../../ui/refusals/load-refusal.js';
import type { Refusal, RefusalView } from '../../ui/refusals/refusal-note.js';
import { LazyPart } from '../../ui/lazy-part.js';
import { skeletonView } from '../../ui/skeleton.js';
import type { AccessDialog, Question } from './access-dialog.js';
import type { GivingAccess } from './giving-access.js';
import { SharingReader } from './sharing-reader.js';

type Proxy = Sharing['proxies'][number];
type Refused = Extract<Eligibility, { readonly allowed: false }>;

/** About as tall as what comes: nothing below it jumps. */
const partToCome = () => skeletonView(4, 130);

/** Something that belongs to one record: with another one it is forgotten. */
interface OfRecord<T> {
  readonly key: string;
  readonly value: T;
}

/** Who can open the record, who is invited to, and what can be done about it. */
export class SharingView implements ReactiveController {
  readonly #host: LitElement;
  readonly #sharing: SharingReader;
  readonly #refusal: LazyPart<RefusalView>;
  readonly #session: SessionController;
  readonly #dialog: LazyPart<AccessDialog>;
  readonly #giving: LazyPart<GivingAccess>;
  #headingLevel = 3;
  /** What somebody is asked before something changes. */
  #question: OfRecord<Question> | undefined;
  /** What has changed, in words. */
  #news: OfRecord<string> | undefined;
  readonly #focus: FocusNext;

  constructor(host: LitElement, session: SessionController) {
    this.#host = host;
    this.#session = session;
    const sharing = new SharingReader(host, session);
    this.#sharing = sharing;
    this.#refusal = new LazyPart(host, () => loadRefusal('family'), partToCome);
    this.#dialog = new LazyPart(host, async () => {
      const { AccessDialog } = await import('./access-dialog.js');
      return new AccessDialog(host, sharing, this.#onAnswered);
    });
    this.#giving = new LazyPart(
      host,
      async () => {
        const { GivingAccess } = await import('./giving-access.js');
        return new GivingAccess(host, session, sharing);
      },
      partToCome,
    );
    host.addController(this);
    this.#focus = new FocusNext(host);
  }

  hostUpdated(): void {
    if (!this.#session.subject) this.#question = undefined; // asked of whoever was signed in
  }

  /** @param headingLevel of the parts */
  render(subject: Subject, context: PortalContext, headingLevel: number) {
    this.#headingLevel = headingLevel;
    const { current, key } = this.#sharing;
    return html`
      <p role="status">${this.#news?.key === key ? this.#news.value : ''}</p>
      ${current ? this.#renderSharing(current, subject, context) : this.#renderNone(context)}
    `;
  }

  #renderNone(context: PortalContext) {
    const { error } = this.#sharing;
    if (error === undefined) return partToCome();
    return error instanceof RefusedError
      ? this.#renderRefusal(
          { rule: error.rule, case: error.case, next: error.next, allowed: false },
          context,
        )
      : failureNote(error, () => void this.#sharing.reload());
  }

  #renderSharing(sharing: Sharing, subject: Subject, context: PortalContext) {
    const { proxies, invitations } = sharing;
    const { key } = this.#sharing;
    return html`
      ${
        proxies.length === 0
          ? emptyView(people, msg('No one else can open this record.'))
          : html`<ul class="pw-cards" part="proxies">
              ${proxies.map((proxy) => html`<li class="pw-card">${this.#renderProxy(proxy, subject, context)}</li>`)}
            </ul>`
      }
      ${this.#renderOffice(proxies, context)}
      ${invitations.length === 0 ? nothing : this.#renderInvitations(sharing, context)}
      ${
        sharing.invite.allowed
          ? nothing
          : html`
              ${this.#renderSubheading(msg('Give someone access'), 'giving')}
              ${this.#renderRefusal(sharing.invite, context)}
            `
      }
      ${this.#giving.render((giving) => giving.render(sharing, context, this.#headingLevel, this.#onGiven))}
      ${this.#question?.key === key ? this.#renderDialog(this.#question.value, context) : nothing}
    `;
  }

  #renderDialog(question: Question, context: PortalContext) {
    return this.#dialog.render((dialog) => dialog.render(question, context));
  }

  #renderProxy(proxy: Proxy, { relationship }: Subject, { locale, policy }: PortalContext) {
    const { displayName, endsOn } = proxy;
    const day = formatDate(proxy.since, locale, policy.timeZone);
    const end = endsOn === null ? '' : formatDay(endsOn, locale);
    const byPatient =
      relationship === 'self'
        ? msg(str`Since ${day}, from you`)
        : msg(str`Since ${day}, from the patient`);
    return html`
      <p>
        <strong>${displayName}</strong> ${chipView(relationshipWords(proxy.relationship))}
        ${chipView(accessWords(proxy.access), proxy.access === 'full' ? 'info' : undefined)}
      </p>
      <p class="pw-muted">
        ${proxy.givenBy === 'patient' ? byPatient : msg(str`Since ${day}, by signed form`)}
      </p>
      ${end ? html`<p>${msg(str`Ends ${end}, when the patient comes of age.`)}</p>` : nothing}
      <div class="pw-buttons">
        ${
          proxy.change.allowed
            ? this.#renderAsk(
                { kind: 'change', proxy },
                msg('Change access'),
                msg(str`Change access: ${displayName}`),
              )
            : nothing
        }
        ${
          proxy.takeBack.allowed
            ? this.#renderAsk(
                { kind: 'take-back', proxy },
                msg('Remove access'),
                msg(str`Remove access: ${displayName}`),
              )
            : nothing
        }
      </div>
    `;
  }

  /** What cannot be done here about those who have access: each reason once. */
  #renderOffice(proxies: readonly Proxy[], context: PortalContext) {
    const refused = proxies
      .map(({ takeBack }) => takeBack)
      .filter((takeBack): takeBack is Refused => !takeBack.allowed);
    const distinct = new Map(refused.map((each) => [JSON.stringify(each), each]));
    if (distinct.size === 0) return nothing;
    return html`
      ${this.#renderSubheading(msg('Change or end someone’s access'), 'ending')}
      ${[...distinct.values()].map((each) => this.#renderRefusal(each, context))}
    `;
  }

  #renderInvitations({ invitations }: Sharing, { locale, policy }: PortalContext) {
    return html`
      ${this.#renderSubheading(msg('Pending invitations'), 'waiting')}
      <ul class="pw-cards" part="invitations">
        ${invitations.map((invitation) => {
          const { name, email, sentAt, worksThrough } = invitation;
          const sent = formatDate(sentAt, locale, policy.timeZone);
          const last = formatDay(worksThrough, locale);
          return html`
            <li class="pw-card">
              <p>
                <strong>${name}</strong> ${chipView(relationshipWords(invitation.relationship))}
                ${chipView(accessWords(invitation.access))}
              </p>
              <p>${email}</p>
              <p class="pw-muted">${msg(str`Sent ${sent}. Works through ${last}.`)}</p>
              <div class="pw-buttons">
                ${this.#renderAsk({ kind: 'withdraw', invitation }, msg('Withdraw invitation'), msg(str`Withdraw invitation: ${name}`))}
              </div>
            </li>
          `;
        })}
      </ul>
    `;
  }

  #renderAsk(question: Question, label: string, name: string) {
    const onClick = () => {
      this.#question = { key: this.#sharing.key, value: question };
      this.#news = undefined;
      this.#host.requestUpdate();
    };
    return html`<button type="button" aria-label=${name} @click=${onClick}>${label}</button>`;
  }

  #renderRefusal(refusal: Refusal, context: PortalContext) {
    return this.#refusal.render((view) =>
      view(refusal, context, { signInHref: context.signInHref ?? undefined }),
    );
  }

  #renderSubheading(words: string, id: string) {
    return headingView(this.#headingLevel, words, id);
  }

  /** @param news what has changed, in words; undefined: nothing */
  readonly #onAnswered = (news?: string) => {
    this.#question = undefined;
    this.#tell(news);
  };

  readonly #onGiven = (news: string) => {
    this.#tell(news);
  };

  #tell(news: string | undefined): void {
    this.#news = news === undefined ? undefined : { key: this.#sharing.key, value: news };
    this.#host.requestUpdate();
    // What had the focus may be gone.
    if (news !== undefined) this.#focus.on('#heading');
  }
}
