import { ContextProvider } from '@lit/context';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { checkedBaseUrl } from '../../client/base-url.js';
import { PortalClient } from '../../client/portal-client.js';
import { localeFor, useLocale } from '../../locales/localization.js';
import { loadPolicy, type PolicySource } from '../../policy/load-policy.js';
import { watchActivity } from '../../session/activity.js';
import { systemTimers, type Timers } from '../../session/idle-timer.js';
import { portalContext, providerOfPage, type PortalContext } from '../../session/portal-context.js';
import { SessionStore } from '../../session/session-store.js';
import { joinSession, leadsSession, leaveSession } from '../../session/shared-session.js';
import { baseStyles } from '../../ui/base-styles.js';
import { noteView } from '../../ui/note.js';
import { defineElement } from '../define-element.js';
import { idleWarning } from './idle-warning.js';
import { PortalSessionEndedEvent, PortalSessionStartedEvent } from './portal-session.events.js';
import { styles } from './portal-session.styles.js';

/**
 * Connects the widgets of a page with the hospital's backend: who is signed in, the policy, the
 * language, the idle limit. Put the widgets into it, or put it anywhere on the page. Several of
 * them for one backend share one session.
 *
 * @element portal-session
 * @attr {string} base-url - Where the backend is: an https address, or one relative to the page.
 * @attr {string} policy - Name of a preset (`mychart`, `mycooper`) or address of a policy file.
 * @attr {string} locale - `en` or `es`; by default the page's language, if it is one of these.
 * @attr {string} faq-href - Page of the FAQ, to which refusals link.
 * @attr {string} sign-in-href - Page with the sign-in form, for widgets on other pages.
 * @slot - The page's widgets, if they are to stand inside.
 * @csspart idle-warning - The dialog that warns before the idle limit.
 * @csspart note - What shows when the portal is not set up properly.
 * @fires {PortalSessionStartedEvent} portal-session-started - Somebody has signed in, or was when the page loaded.
 * @fires {PortalSessionEndedEvent} portal-session-ended - The session is over; says why.
 */
export class PortalSession extends LitElement {
  static override styles = [baseStyles, styles];

  static define(tag = 'portal-session', registry = customElements): void {
    defineElement(this, tag, registry);
  }

  readonly #provider = new ContextProvider(this, { context: portalContext });

  @property({ attribute: 'base-url' }) baseUrl = '';
  /** A preset's name, the address of a policy file, or the policy itself. */
  @property() policy: PolicySource = '';
  @property() locale = '';
  @property({ attribute: 'faq-href' }) faqHref: string | null = null;
  @property({ attribute: 'sign-in-href' }) signInHref: string | null = null;
  /** What carries the requests; by default the page's `fetch`. Set it before the element is connected. */
  @property({ attribute: false }) fetch: typeof fetch | undefined;
  /** Where the time comes from; by default the system's clock. Set it before the element is connected. */
  @property({ attribute: false }) timers: Timers = systemTimers;

  @state() private secondsLeft: number | null = null;
  @state() private misconfigured = false;

  #context: PortalContext | undefined;
  #joined: string | undefined;
  #set = 0;
  #wasSignedIn = false;
  #endings: (() => void)[] = [];
  #cancelTick: (() => void) | undefined;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.#setUp();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#takeDown();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const settings = ['baseUrl', 'policy', 'locale', 'faqHref', 'signInHref', 'fetch'] as const;
    if (settings.some((name) => changed.has(name))) void this.#setUp();
  }

  /** What the widgets get; undefined until policy and language are there. */
  get context(): PortalContext | undefined {
    return this.#context;
  }

  /** Ends the session in the whole browser and empties all widgets. */
  async signOut(): Promise<void> {
    await this.#context?.store.dispatch({ type: 'sign-out' });
  }

  protected override render() {
    return html`
      ${
        this.misconfigured
          ? noteView({
              heading: msg('The patient portal cannot be shown here.'),
              text: msg('This page is not set up right. Please call us instead.'),
              tone: 'problem',
            })
          : nothing
      }
      <slot></slot>
      ${idleWarning({
        secondsLeft: this.secondsLeft,
        onStay: () => void this.#context?.store.dispatch({ type: 'stay' }),
        onSignOut: () => void this.signOut(),
      })}
    `;
  }

  /** Settings may change while earlier ones are still being fetched: only the latest count. */
  async #setUp(): Promise<void> {
    this.#takeDown();
    const set = this.#set;
    if (!this.isConnected) return;
    try {
      const baseUrl = checkedBaseUrl(this.baseUrl, document.baseURI);
      const locale = localeFor(this.locale || document.documentElement.lang);
      const [policy] = await Promise.all([
        loadPolicy(this.policy, { ...(this.fetch && { fetch: this.fetch }) }),
        useLocale(locale),
      ]);
      if (set !== this.#set) return;
      this.misconfigured = false;
      const shared = joinSession(baseUrl, this, () => this.#newSession(baseUrl, policy, locale));
      const { faqHref, signInHref } = this;
      this.#start(baseUrl, { ...shared, locale, faqHref, signInHref });
    } catch (error) {
      if (set !== this.#set) return;
      this.misconfigured = true;
      console.error(`<${this.localName}>`, error instanceof Error ? error.message : error);
    }
  }

  #newSession(baseUrl: string, policy: PortalContext['policy'], locale: PortalContext['locale']) {
    const client = new PortalClient({ baseUrl, ...(this.fetch && { fetch: this.fetch }) });
    const store = new SessionStore({ client, policy, timers: this.timers });
    return { client, store, policy, locale, faqHref: null, signInHref: null };
  }

  #start(baseUrl: string, context: PortalContext): void {
    const { store } = context;
    this.#joined = baseUrl;
    this.#context = context;
    this.#endings = [
      store.subscribe(() => {
        this.#onChange(store);
      }),
      watchActivity(
        window,
        () => this.timers.now(),
        () => void store.dispatch({ type: 'activity' }),
        (restored) => {
          void store.dispatch({ type: 'wake' });
          if (restored) void store.dispatch({ type: 'refresh' });
        },
      ),
    ];
    this.#provider.setValue(context);
    if (!providerOfPage().value) providerOfPage().setValue(context);
    if (store.getState().status === 'starting') void store.dispatch({ type: 'refresh' });
    this.#onChange(store);
  }

  #takeDown(): void {
    this.#set += 1;
    for (const end of this.#endings) end();
    this.#endings = [];
    if (this.#joined !== undefined) {
      const next = leaveSession(this.#joined, this);
      if (next instanceof PortalSession && next.#context) next.#onChange(next.#context.store);
      if (providerOfPage().value === this.#context) {
        providerOfPage().setValue(next instanceof PortalSession ? next.#context : undefined);
      }
    }
    this.#joined = undefined;
    this.#context = undefined;
    this.#provider.setValue(undefined);
    this.#stopCountDown();
  }

  #onChange(store: SessionStore): void {
    const now = store.getState();
    if (now.status !== 'signed-in' || !now.warning) this.#stopCountDown();
    else if (this.secondsLeft === null && this.#leads) this.#countDown(now.warning.endsAt);
    if (now.status === 'signed-in' && !this.#wasSignedIn) {
      this.#wasSignedIn = true;
      this.dispatchEvent(new PortalSessionStartedEvent());
    }
    if (now.status === 'signed-out' && this.#wasSignedIn) {
      this.#wasSignedIn = false;
      this.dispatchEvent(new PortalSessionEndedEvent(now.ended ?? 'sign-out'));
    }
  }

  get #leads(): boolean {
    return this.#joined !== undefined && leadsSession(this.#joined, this);
  }

  #countDown(endsAt: number): void {
    this.secondsLeft = Math.max(0, Math.ceil((endsAt - this.timers.now()) / 1000));
    this.#cancelTick = this.timers.after(1000, () => {
      this.#countDown(endsAt);
    });
  }

  #stopCountDown(): void {
    this.#cancelTick?.();
    this.secondsLeft = null;
  }
}
