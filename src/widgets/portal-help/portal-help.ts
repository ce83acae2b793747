import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { msg, str } from '../../locales/localize.js';
import type { PolicySource } from '../../policy/policy-source.js';
import { SessionController } from '../../session/session-controller.js';
import { mailHref } from '../../shape/contact-links.js';
import { baseStyles } from '../../ui/styles/base-styles.js';
import { partStyles } from '../../ui/styles/part-styles.js';
import { formatDay } from '../../ui/format.js';
import { localized } from '../../ui/words/policy-words.js';
import { call, email as envelope } from '../../ui/generated/icons.js';
import { headingView } from '../../ui/heading.js';
import { iconView } from '../../ui/icon.js';
import { callLink } from '../../ui/call-link.js';
import { openingHours } from '../../ui/words/opening-hours.js';
import { birthDateProblem } from '../../forms/birth-date.js';
import { defineElement } from '../../ui/define-element.js';
import { addStyles, loading, LazyPart } from '../../ui/lazy-part.js';
import { PolicyController, type PolicyContext } from '../../session/policy-controller.js';
import type { furtherSections, SectionView } from './further-sections.js';
import { openState, type OpenState } from './open-state.js';
import type { senderForm } from './sender-form.js';
import { styles } from './portal-help.styles.js';
import { supportMail, type Sender } from './support-mail.js';

const nobody: Sender = { name: '', birthDate: '' };

/** Milliseconds after which it looks at the clock again, however long there is to go. */
const longestWait = 3_600_000;

/**
 * Who to ask: phone numbers and whether someone answers now, email and what it must say (`support.channels`,
 * `support.identify`), what you need to use the portal (`access.requirements`) and its phone apps (`mobile.apps`).
 * It works without a backend and without signing in; on a page without a `<portal-session>`, give it the policy. What
 * people type goes into their own email, and nowhere else.
 *
 * @element portal-help
 * @attr {string} policy - As `<portal-session>` takes it; only for pages without one.
 * @attr {string} allowed-origins - As `<portal-session>` takes it; only for pages without one.
 * @attr {boolean} contact-only - Leaves out what you need to use the portal, and the apps.
 * @attr {number} heading-level - 2 to 4; default 2.
 * @csspart heading - The headings; the element's own is also `title`.
 * @csspart emergency - What to do in an emergency.
 * @csspart state - Whether the office is open.
 * @csspart email - The link that opens an email.
 * @csspart note - Says whom to call where the page isn't set up correctly.
 * @fires {PortalNavigateEvent} portal-navigate - It is about to go to another page; cancel it to go there another way.
 * @fires {PortalErrorEvent} portal-error - It shows that something failed; carries the kind and the status only.
 */
export class PortalHelp extends LitElement {
  static override styles = [baseStyles, partStyles, styles];
  static override properties = {
    policy: {},
    allowedOrigins: { attribute: 'allowed-origins' },
    contactOnly: { attribute: 'contact-only', type: Boolean },
    headingLevel: { attribute: 'heading-level', type: Number },
    typed: { state: true },
  };

  static define(tag = 'portal-help', registry = customElements): void {
    defineElement(this, tag, registry);
  }

  readonly #session: SessionController = new SessionController(this);
  readonly #policy: PolicyController = new PolicyController(this, this.#session);
  readonly #senderForm: LazyPart<typeof senderForm> = new LazyPart(this, async () => {
    const { senderStyles, senderForm } = await import('./sender-form.js');
    addStyles(this, ...senderStyles);
    return senderForm;
  });

  readonly #further: LazyPart<typeof furtherSections> = new LazyPart(
    this,
    async () => (await import('./further-sections.js')).furtherSections,
  );

  policy: PolicySource = '';
  allowedOrigins = '';
  contactOnly = false;
  headingLevel = 2;

  /** What has been typed, by whom. Whoever comes next finds nothing of it. */
  private typed:
    | {
        readonly by: string;
        readonly sender: Partial<Sender>;
        /** Whether the field is done with: until then a year is only half there. */
        readonly isLeft: boolean;
      }
    | undefined;
  #cancelTick: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('portal-help-request', this.#onHelpRequest);
    this.requestUpdate(); // the clock has gone on
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('portal-help-request', this.#onHelpRequest);
    this.#cancelTick?.();
    this.typed = undefined;
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    if (this.typed && this.typed.by !== this.#user) this.typed = undefined;
  }

  protected override updated(): void {
    this.#cancelTick?.();
    const { context } = this.#policy;
    if (!context || !this.isConnected) return;
    const state = openState(context.now(), context.policy);
    const changesAt = state.isOpen ? state.closesAt : state.opensAt;
    const wait = Math.min(longestWait, changesAt - context.now());
    this.#cancelTick = context.after(wait, () => {
      this.requestUpdate();
    });
  }

  protected override render() {
    const { context } = this.#policy;
    const heading = headingView(this.headingLevel, msg('Help and contact'));
    if (!context) return html`${heading} ${loading()}`;
    return html`
      ${heading} ${this.#renderEmergency(context)}
      <div class="ways">
        ${this.#renderPhone(context)} ${this.#renderEmail(context)}
        ${this.contactOnly ? nothing : this.#further.render((view) => view(context, this.#section))}
      </div>
    `;
  }

  /** Whose typing it is: the account's id; empty while nobody is signed in. */
  get #user(): string {
    const { state } = this.#session;
    return state.status === 'signed-in' ? state.account.id : '';
  }

  readonly #section: SectionView = (id, title, content) => html`
    <section aria-labelledby=${id}>
      ${headingView(Math.min(this.headingLevel + 1, 4), title, id)} ${content}
    </section>
  `;

  #renderEmergency({ policy, locale }: PolicyContext) {
    const { emergencyNumber, urgentContact } = policy.messages;
    const contact = localized(urgentContact, locale);
    return html`
      <p class="pw-note pw-emergency" part="emergency">
        <strong>${msg('In an emergency, call')} ${callLink(emergencyNumber)}.</strong>
        ${msg(str`If it’s urgent but not an emergency, call ${contact}.`)}
      </p>
    `;
  }

  #renderPhone(context: PolicyContext) {
    const { policy, locale } = context;
    const { phone, officePhone } = policy.support;
    const office = localized(policy.terms.office, locale);
    return this.#section(
      'phone',
      msg('Call us'),
      html`
        <dl>
          ${phone === null ? nothing : numberView(msg('Support line'), phone)}
          ${numberView(msg(str`Your ${office}`), officePhone)}
        </dl>
        <p class="state" part="state">${stateWords(openState(context.now(), policy), context)}</p>
        <p class="pw-muted">${openingHours(policy.calendar, locale)}</p>
      `,
    );
  }

  #renderEmail(context: PolicyContext) {
    const { policy, locale } = context;
    const { email, identify } = policy.support;
    const sender = this.#sender();
    const problem = this.#birthDateProblem(sender, context);
    const birthDate =
      sender.birthDate === '' || problem !== undefined ? '' : formatDay(sender.birthDate, locale);
    return this.#section(
      'email',
      msg('Write to us'),
      html`
        <p class="address">
          <a href=${mailHref(email)}>${email}</a>
        </p>
        ${
          identify
            ? this.#senderForm.render((view) =>
                view(
                  {
                    user: this.#user,
                    name: sender.name,
                    problem: this.typed?.isLeft ? problem : undefined,
                    onInput: this.#onInput,
                    onLeave: this.#onLeave,
                  },
                  context,
                ),
              )
            : nothing
        }
        <p>
          <a class="button" part="email" href=${supportMail(policy, { ...sender, birthDate })}
            >${iconView(envelope)}${msg('Email us')}</a
          >
        </p>
        <p class="pw-muted">${msg('Don’t include health details. Email isn’t private.')}</p>
      `,
    );
  }

  /** Who is signed in has a name already: the account's, whosever record is open. */
  #sender(): Sender {
    const { state } = this.#session;
    const name = state.status === 'signed-in' ? state.account.displayName : '';
    return { ...nobody, name, ...this.typed?.sender };
  }

  #birthDateProblem({ birthDate }: Sender, context: PolicyContext): string | undefined {
    return birthDate === '' ? undefined : birthDateProblem(birthDate, context);
  }

  readonly #onInput = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return;
    const sender = { ...this.typed?.sender, [target.name]: target.value.trim() };
    this.typed = { by: this.#user, sender, isLeft: false };
  };

  readonly #onLeave = () => {
    if (this.typed) this.typed = { ...this.typed, isLeft: true };
  };

  /** From a `<portal-faq>` whose answers have not helped. */
  readonly #onHelpRequest = (event: Event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    const heading = this.renderRoot.querySelector<HTMLElement>('#heading');
    heading?.focus({ preventScroll: true });
    this.scrollIntoView({ block: 'start' });
  };
}

const numberView = (whose: string, phone: string) => html`
  <div>
    ${iconView(call)}
    <dt>${whose}</dt>
    <dd>${callLink(phone)}</dd>
  </div>
`;

const stateWords = (state: OpenState, { policy, locale }: PolicyContext): string => {
  const { timeZone } = policy;
  const time = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short', timeZone } as const;
  if (state.isOpen) {
    const closes = new Intl.DateTimeFormat(locale, time).format(state.closesAt);
    return msg(str`Open now until ${closes}.`);
  }
  const opens = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    ...time,
  }).format(state.opensAt);
  return state.isHoliday
    ? msg(str`Closed today for a holiday. Opens ${opens}.`)
    : msg(str`Closed now. Opens ${opens}.`);
};
