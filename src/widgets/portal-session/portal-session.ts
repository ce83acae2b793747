import { ContextProvider } from '@lit/context';
import { updateWhenLocaleChanges } from '../../locales/localize.js';
import { html, LitElement, type PropertyValues } from 'lit';
import { checkedBaseUrl } from '../../client/base-url.js';
import { languageOf, localeFor, useLocale } from '../../locales/localization.js';
import { loadPolicy } from '../../policy/load-policy.js';
import type { PolicySource } from '../../policy/policy-source.js';
import type { PortalPolicy } from '../../policy/portal-policy.js';
import {
  contextIn,
  portalContext,
  providerOfPage,
  type PortalContext,
} from '../../session/portal-context.js';
import type { EarlyAnswer } from '../../session/early-answer.js';
import type { TabStorage } from '../../session/remembered-record.js';
import { SharedSession } from '../../session/shared-session.js';
import { importAgain } from '../../session/import-again.js';
import { systemTimers, type Timers } from '../../client/timers.js';
import { pageHref } from '../../shape/address.js';
import { tellAuthor, type SetupFault } from '../../shape/setup-problem.js';
import { baseStyles } from '../../ui/styles/base-styles.js';
import { defineElement } from '../../ui/define-element.js';
import { PortalErrorEvent } from '../../ui/host/error.events.js';
import { navigate } from '../../ui/host/navigate.js';
import type { Authorize } from '../../client/with-token.js';
import type { SessionNews } from '../../session/session-store.js';
import type { PortalError, RefusedError } from '../../client/portal-errors.js';
import { changeIn, toldOf, type HostState, type Told } from '../../session/host-state.js';
import type { IdleWarning } from './idle-warning.js';
import type { SessionNotes } from './session-notes.js';
import type { UnreadCount } from './host-part.js';
import {
  PortalSessionChangedEvent,
  PortalSessionEndedEvent,
  PortalSessionStartedEvent,
  PortalSignInFailedEvent,
} from './portal-session.events.js';

/**
 * Connects the widgets of a page with the hospital's backend: who is signed in, the policy, the
 * language, the idle limit. Put the widgets into it, or put it anywhere on the page. Several of
 * them for one backend share one session.
 *
 * @element portal-session
 * @attr {string} base-url - Where the backend is: an https address, or one relative to the page.
 * @attr {string} policy - Name of a preset (`mychart`, `mycooper`) or address of a policy file.
 * @attr {string} locale - `en`, `es`, or a language that the page has registered (`registerTranslation`). Default: the
 *   page's language if it is one of these, else English.
 * @attr {string} faq-href - Page of the FAQ, to which refusals link.
 * @attr {string} sign-in-href - Page with the sign-in form, for widgets on other pages.
 * @attr {string} sign-out-href - Page to go on to once somebody has signed out here, or was signed out for being idle:
 *   where the hospital's server ends the session at its identity provider, too.
 * @attr {string} allowed-origins - Other sites that links of the widgets may lead to, and pages after
 *   signing in: `https://help.example.org https://visits.example.org`. Without it, only pages of the same site.
 * @slot - The page's widgets, if they are to stand inside.
 * @csspart idle-warning - The dialog that warns before the idle limit.
 * @csspart note - That a sign-out has no answer yet, and who has signed in elsewhere in this browser.
 * @fires {PortalSessionStartedEvent} portal-session-started - Somebody has signed in, or was when the page loaded.
 * @cssState signed-in - Somebody is signed in: `portal-session:state(signed-in)`.
 * @cssState signed-out - Nobody is.
 * @fires {PortalSessionEndedEvent} portal-session-ended - The session is over; says why.
 * @fires {PortalSessionChangedEvent} portal-session-changed - `state`, who is signed in or `recordId` is another
 *   now; says why.
 * @fires {PortalSignInFailedEvent} portal-sign-in-failed - Signing in did not succeed; carries a code only.
 * @fires {PortalUnreadChangedEvent} portal-unread-changed - `unread` is another now; comes once a page has read it.
 * @fires {PortalNavigateEvent} portal-navigate - It is about to go to another page; cancel it to go there another way.
 * @fires {PortalErrorEvent} portal-error - It cannot be set up (`kind` is `set-up`): an address that is not
 *   encrypted (`session.encrypted`), say, or a policy that cannot be used. The elements show that they cannot work.
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
    signOutHref: { attribute: 'sign-out-href' },
    fetch: { attribute: false },
    authorize: { attribute: false },
    early: { attribute: false },
    timers: { attribute: false },
    tabStorage: { attribute: false },
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
  signOutHref: string | null = null;
  allowedOrigins = '';
  /** What carries the requests; by default the page's `fetch`. */
  fetch: typeof fetch | undefined;
  /**
   * Gives a bearer token for each request to the backend; by default a cookie says who is signed in. Set it before the
   * element is connected, and call `refresh` whenever somebody else is signed in.
   */
  authorize: Authorize | undefined;
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

  #session: SharedSession | undefined;
  #context: PortalContext | undefined;
  #setting = 0;
  #wasSignedIn = false;
  #told: Told | undefined;
  #unsubscribe: (() => void) | undefined;
  readonly #internals = this.attachInternals();
  /** Why it cannot be set up. */
  #failure: Error | undefined;
  /** Who waits for `ready`. */
  readonly #waiting: ((failure: Error | undefined) => void)[] = [];
  #unread: UnreadCount | 'coming' | undefined;
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
      'authorize',
    ] as const;
    if (settings.some((name) => changed.has(name))) void this.#setUp();
  }

  /** What the widgets get; undefined until policy and language are there. */
  get context(): PortalContext | undefined {
    return this.#context;
  }

  /** Whether somebody is signed in. Each change is told by `portal-session-changed`, and by `:state()` in styles. */
  get state(): HostState {
    const status = this.#session?.store.getState().status ?? 'unknown';
    return status === 'unknown' ? 'starting' : status;
  }

  /** Opaque id of whose record is open; undefined: nobody is signed in, or it is not known yet. */
  get recordId(): string | undefined {
    return this.#session?.store.record?.subject;
  }

  /**
   * Resolves once policy, language and the backend's first answer about who is signed in are there. Asked for again, it
   * tells how it is then.
   * @throws TypeError or PolicyError (rejects) for settings that cannot be used; PortalError where the backend could
   *   not say who is signed in: `refresh` asks again
   */
  get ready(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push((failure) => {
        if (failure) reject(failure);
        else resolve();
      });
      this.#settle();
    });
  }

  /**
   * How many messages of the open record are unread; undefined: not known now. The first time that it is read begins
   * the counting, so that a page without a count asks nothing; `portal-unread-changed` tells the rest.
   */
  get unread(): number | undefined {
    if (!this.#unread) void this.#fetchUnread();
    return typeof this.#unread === 'object' ? this.#unread.messages : undefined;
  }

  /**
   * Asks the backend again who is signed in: after signing in or out elsewhere, as at an identity provider. Resolves
   * when it has answered, or could not; `state` has what is known then. Before the first answer it is `ready`.
   */
  async refresh(): Promise<void> {
    if (this.#session) await this.#session.store.dispatch({ type: 'refresh' });
    else await this.ready;
  }

  /**
   * Opens the record of another subject, as `<proxy-switcher>` does.
   * @param id opaque id of the subject, as `recordId` and `portal-record-opened` have it
   * @throws RangeError (rejects) where nobody is signed in who may open a record with this id; what `ready` rejects with
   */
  async openRecord(id: string): Promise<void> {
    await this.ready;
    const { openRecord } = await this.#fetchHostPart();
    await openRecord(this.#session?.store, id);
  }

  /** Ends the session in the whole browser and empties all widgets. */
  async signOut(): Promise<void> {
    await this.#session?.store.dispatch({ type: 'sign-out' });
  }

  protected override render() {
    return html`
      ${this.#notes?.view()}
      <slot></slot>
      ${this.#idleWarning?.view(this.context?.locale ?? 'en')}
    `;
  }

  /** Settings may change while earlier ones are still being fetched: only the latest count. */
  async #setUp(): Promise<void> {
    this.#takeDown();
    const setting = this.#setting;
    this.#failure = undefined;
    if (!this.isConnected) return;
    let policy: PortalPolicy | undefined;
    try {
      const locale = localeFor(this.locale || document.documentElement.lang);
      // Only what was asked for here: a page in a language that the elements lack may mean to show them in English.
      if (this.locale && languageOf(locale) !== languageOf(this.locale).toLowerCase())
        tellAuthor('locale-unknown', `<${this.localName}>`, this.locale);
      const [loaded, fetch] = await Promise.all([
        loadPolicy(this.policy, this.fetch, this.allowedOrigins),
        this.#carrier(),
        useLocale(locale),
      ]);
      if (setting !== this.#setting) return;
      policy = loaded;
      const baseUrl = checkedBaseUrl(this.baseUrl, document.baseURI);
      const { timers, tabStorage, allowedOrigins } = this;
      const early = this.authorize ? undefined : this.early;
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
      this.#failure = error instanceof Error ? error : new Error(String(error));
      this.#settle();
      this.dispatchEvent(new PortalErrorEvent('set-up'));
      void this.#fail(error, policy);
    }
  }

  /** Gives the widgets what they work with, or why they cannot; those outside of all sessions get the first's. */
  #give(value: PortalContext | SetupFault | undefined, valueOfPage = value): void {
    const page = providerOfPage();
    if (page.value === this.#provider.value || !contextIn(page.value)) page.setValue(valueOfPage);
    this.#provider.setValue(value);
  }

  /** What is set up wrong is said where the widgets are, and to the page's author; the rest they say by themselves. */
  async #fail(error: unknown, policy?: PortalPolicy): Promise<void> {
    const setting = this.#setting;
    const { setupFaultOf } = await this.#fetchFaults();
    if (setting !== this.#setting) return;
    const store = this.#session?.store;
    const state = store?.getState();
    if (store && (state?.status !== 'unknown' || state.error !== error)) return;
    const fault = setupFaultOf(error, this, policy);
    const onRetry = store && (() => void store.dispatch({ type: 'refresh' }));
    this.#give(fault ? { ...fault, onRetry } : this.#context);
  }

  #fetchFaults() {
    return importAgain(() => import('./setup-fault.js'), this.timers);
  }

  /** What carries requests to the backend. */
  async #carrier(): Promise<typeof fetch | undefined> {
    const { authorize, fetch } = this;
    if (!authorize) return fetch;
    return (await import('../../client/with-token.js')).withToken(authorize, fetch);
  }

  #provide(context: PortalContext): void {
    this.#unsubscribe = context.store.subscribe((news) => {
      if (news) this.#onNews(news);
      else this.#onChange();
    });
    this.#context = context;
    const first = contextIn(providerOfPage().value);
    if (first) {
      void this.#fetchFaults().then(({ compareSessions }) => {
        compareSessions(first, context, this);
      });
    }
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
    this.#context = undefined;
    this.#give(undefined, heir?.context);
    this.#idleWarning?.warn(undefined);
  }

  #onChange(): void {
    const now = this.#session?.store.getState();
    const leads = this.#session?.leader === this;
    if (now?.status === 'unknown') void this.#fail(now.error, this.context?.policy);
    else if (this.context) this.#give(this.context);
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
    this.#tellHost();
  }

  #tellHost(): void {
    const states = this.#internals.states as CustomStateSet | undefined; // not in Chrome before 125
    states?.clear();
    states?.add(this.state);
    if (this.#unread) this.requestUpdate();
    this.#settle();
    const now = this.#session?.store.getState();
    const change = now && changeIn(now, this.#told);
    if (!change) return;
    this.#told = toldOf(now);
    this.dispatchEvent(new PortalSessionChangedEvent(change));
  }

  #onNews(news: SessionNews): void {
    if (news.type === 'sign-in-failed') {
      const { kind, refusal } = news.error as PortalError & Partial<RefusedError>;
      this.dispatchEvent(new PortalSignInFailedEvent(refusal ?? kind));
    } else if (this.#session?.leader === this) {
      const href = pageHref(this.signOutHref, this.allowedOrigins);
      if (href !== undefined) navigate(this, href);
    }
  }

  #settle(): void {
    const now = this.#session?.store.getState();
    const failure = now?.status === 'unknown' ? now.error : this.#failure;
    if (!failure && this.state === 'starting') return;
    for (const tell of this.#waiting.splice(0)) tell(failure);
  }

  #fetchHostPart() {
    return importAgain(() => import('./host-part.js'), this.timers);
  }

  async #fetchUnread(): Promise<void> {
    this.#unread = 'coming';
    try {
      const { UnreadCount } = await this.#fetchHostPart();
      this.#unread = new UnreadCount(this);
      this.requestUpdate();
    } catch {
      this.#unread = undefined; // the next who reads it tries again
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
