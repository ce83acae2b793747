import { ContextProvider } from '@lit/context';
import { msg, updateWhenLocaleChanges } from '../../locales/localize.js';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { checkedBaseUrl } from '../../client/base-url.js';
import { localeFor, useLocale } from '../../locales/localization.js';
import { loadPolicy } from '../../policy/load-policy.js';
import type { PolicySource } from '../../policy/policy-source.js';
import { portalContext, providerOfPage, type PortalContext } from '../../session/portal-context.js';
import type { EarlyAnswer } from '../../session/early-answer.js';
import type { TabStorage } from '../../session/remembered-record.js';
import { SharedSession } from '../../session/shared-session.js';
import { importAgain } from '../../session/import-again.js';
import { systemTimers, type Timers } from '../../client/timers.js';
import { pageHref } from '../../shape/address.js';
import { baseStyles } from '../../ui/styles/base-styles.js';
import { noteView } from '../../ui/note.js';
import { defineElement } from '../../ui/define-element.js';
import type { IdleWarning } from './idle-warning.js';
import type { SessionNotes } from './session-notes.js';
import { PortalSessionEndedEvent, PortalSessionStartedEvent } from './portal-session.events.js';

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
 * @attr {string} allowed-origins - Other sites that links of the widgets may lead to, and pages after
 *   signing in: `https://help.example.org https://visits.example.org`. Without it, only pages of the same site.
 * @slot - The page's widgets, if they are to stand inside.
 * @csspart idle-warning - The dialog that warns before the idle limit.
 * @csspart note - What shows when the portal is not set up properly: a backend that is not encrypted, say
 *   (`session.encrypted`), or a policy that cannot be used. Also that a sign-out has no answer yet, and who has
 *   signed in elsewhere in this browser.
 * @fires {PortalSessionStartedEvent} portal-session-started - Somebody has signed in, or was when the page loaded.
 * @fires {PortalSessionEndedEvent} portal-session-ended - The session is over; says why.
 */
export class PortalSession extends LitElement {
  static override styles = baseStyles;

  static override properties = {
    baseUrl: { attribute: 'base-url' },
    policy: {},
    locale: {},
    faqHref: { attribute: 'faq-href' },
    signInHref: { attribute: 'sign-in-href' },
    allowedOrigins: { attribute: 'allowed-origins' },
    fetch: { attribute: false },
    early: { attribute: false },
    misconfigured: { state: true },
  };

  static define(tag = 'portal-session', registry = customElements): void {
    defineElement(this, tag, registry);
  }

  readonly #provider = new ContextProvider(this, { context: portalContext });

  baseUrl = '';
  /** A preset's name, the address of a policy file, or the policy itself. */
  policy: PolicySource = '';
  locale = '';
  faqHref: string | null = null;
  signInHref: string | null = null;
  allowedOrigins = '';
  /** What carries the requests; by default the page's `fetch`. */
  fetch: typeof fetch | undefined;
  /**
   * The answer to `GET /session`, where the page has asked for it before this element was there, as `autoload`
   * does; used once, in place of the first request.
   */
  early: Promise<EarlyAnswer> | undefined;
  /** Where the time comes from; by default the system's clock. Set it before the element is connected. */
  timers: Timers = systemTimers;
  /**
   * Keeps which record is open in this tab, and which message was being written as the session idled: ids
   * only. By default the tab's `sessionStorage`. Set it as `timers`.
   */
  tabStorage: TabStorage | undefined;

  private misconfigured = false;

  #session: SharedSession | undefined;
  #setting = 0;
  #wasSignedIn = false;
  #unsubscribe: (() => void) | undefined;
  /** Fetched once somebody is signed in. */
  #idleWarning: IdleWarning | undefined;
  #notes: SessionNotes | undefined;

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
    const settings = [
      'baseUrl',
      'policy',
      'locale',
      'faqHref',
      'signInHref',
      'allowedOrigins',
      'fetch',
    ] as const;
    if (settings.some((name) => changed.has(name))) void this.#setUp();
  }

  /** What the widgets get; undefined until policy and language are there. */
  get context(): PortalContext | undefined {
    return this.#provider.value;
  }

  /** Ends the session in the whole browser and empties all widgets. */
  async signOut(): Promise<void> {
    await this.#session?.store.dispatch({ type: 'sign-out' });
  }

  protected override render() {
    return html`
      ${
        this.misconfigured
          ? noteView({
              heading: msg('This page isn’t set up correctly.'),
              text: msg('Please call us.'),
              tone: 'danger',
            })
          : nothing
      }
      ${this.#notes?.view()}
      <slot></slot>
      ${this.#idleWarning?.view(this.context?.locale ?? 'en')}
    `;
  }

  /** Settings may change while earlier ones are still being fetched: only the latest count. */
  async #setUp(): Promise<void> {
    this.#takeDown();
    const setting = this.#setting;
    if (!this.isConnected) return;
    try {
      const baseUrl = checkedBaseUrl(this.baseUrl, document.baseURI);
      const locale = localeFor(this.locale || document.documentElement.lang);
      const [policy] = await Promise.all([
        loadPolicy(this.policy, this.fetch, this.allowedOrigins),
        useLocale(locale),
      ]);
      if (setting !== this.#setting) return;
      this.misconfigured = false;
      const { timers, fetch, early, tabStorage, allowedOrigins } = this;
      this.early = undefined;
      const faqHref = pageHref(this.faqHref, allowedOrigins) ?? null;
      const signInHref = pageHref(this.signInHref, allowedOrigins) ?? null;
      this.#session = SharedSession.join(
        { baseUrl, policy, timers, fetch, early, tabStorage },
        this,
      );
      const { client, store } = this.#session;
      const now = () => timers.now();
      const after: Timers['after'] = (...wait) => timers.after(...wait);
      const links = { faqHref, signInHref, allowedOrigins };
      this.#provide({ client, store, policy, locale, now, after, ...links });
    } catch (error) {
      if (setting !== this.#setting) return;
      this.misconfigured = true;
      console.error(`<${this.localName}>`, error instanceof Error ? error.message : error);
    }
  }

  #provide(context: PortalContext): void {
    this.#unsubscribe = context.store.subscribe(() => {
      this.#onChange();
    });
    this.#provider.setValue(context);
    const page = providerOfPage();
    if (!page.value) page.setValue(context);
    this.#onChange();
  }

  #takeDown(): void {
    this.#setting += 1;
    this.#unsubscribe?.();
    const session = this.#session;
    this.#session = undefined;
    session?.leave(this);
    const heir = session?.leader instanceof PortalSession ? session.leader : undefined;
    if (heir) heir.#onChange();
    const page = providerOfPage();
    if (this.context && page.value === this.context) page.setValue(heir?.context);
    this.#provider.setValue(undefined);
    this.#idleWarning?.warn(undefined);
  }

  #onChange(): void {
    const now = this.#session?.store.getState();
    const leads = this.#session?.leader === this;
    this.#idleWarning?.warn(leads && now?.status === 'signed-in' ? now.warning?.endsAt : undefined);
    this.#notes?.follow(leads ? now : undefined);
    if (now && 'leaving' in now) void this.#fetchIdleWarning();
    if (now?.status === 'signed-in' && !this.#wasSignedIn) {
      this.#wasSignedIn = true;
      void this.#fetchIdleWarning();
      this.dispatchEvent(new PortalSessionStartedEvent());
    }
    if (now?.status === 'signed-out' && this.#wasSignedIn) {
      this.#wasSignedIn = false;
      this.dispatchEvent(new PortalSessionEndedEvent(now.ended ?? 'sign-out'));
    }
  }

  async #fetchIdleWarning(): Promise<void> {
    if (this.#idleWarning) return;
    const { IdleWarning, SessionNotes } = await importAgain(
      () => import('./idle-warning.js'),
      this.timers,
    );
    this.#notes ??= new SessionNotes(this);
    this.#idleWarning ??= new IdleWarning(this, {
      now: () => this.#session?.now() ?? 0,
      onStay: () => this.#session?.stay(),
      onSignOut: () => void this.signOut(),
    });
    this.#onChange();
  }
}
