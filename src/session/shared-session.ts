import { PortalClient } from '../client/portal-client.js';
import type { PortalPolicy } from '../policy/portal-policy.js';
import { withEarlyAnswer, type EarlyAnswer } from './early-answer.js';
import type { WatchedGuard } from './watched-guard.js';
import { importAgain } from './import-again.js';
import type { TabStorage } from './remembered-record.js';
import { SessionStore } from './session-store.js';
import { steadyClock } from './steady-clock.js';
import type { Timers } from '../client/timers.js';

export interface SharedSessionOptions {
  /** As `checkedBaseUrl` gives it. */
  readonly baseUrl: string;
  readonly policy: PortalPolicy;
  readonly timers: Timers;
  readonly fetch: typeof fetch | undefined;
  readonly early?: Promise<EarlyAnswer> | undefined;
  readonly tabStorage: TabStorage | undefined;
}

/**
 * One session for all that speak with the same backend on a page: one count of idle minutes, one
 * warning. The first to join leads: it shows the warning.
 */
export class SharedSession {
  static readonly #open = new Map<string, SharedSession>();

  /** The session with this backend; the first to ask for it opens it. */
  static join(options: SharedSessionOptions, member: object): SharedSession {
    let session = this.#open.get(options.baseUrl);
    if (!session) {
      session = new SharedSession(options);
      this.#open.set(options.baseUrl, session);
    }
    session.#members.add(member);
    return session;
  }

  readonly client: PortalClient;
  readonly store: SessionStore;
  /** Counts the idle minutes, whatever happens to the computer's clock. */
  readonly now: () => number;
  readonly #options: SharedSessionOptions;
  readonly #members = new Set<object>();
  #guard: WatchedGuard | undefined;
  #isGuarded = false;
  #closed = false;

  private constructor(options: SharedSessionOptions) {
    const { baseUrl, timers, early, tabStorage } = options;
    const fetch = early ? withEarlyAnswer(early, options.fetch) : options.fetch;
    this.#options = options;
    this.client = new PortalClient({ baseUrl, timers, ...(fetch && { fetch }) });
    this.now = steadyClock(() => timers.now());
    const after: Timers['after'] = (...when) => timers.after(...when);
    this.store = new SessionStore({ client: this.client, now: this.now, after, tabStorage });
    this.store.subscribe(() => {
      if (this.#isGuarded || this.store.getState().status !== 'signed-in') return;
      this.#isGuarded = true;
      void this.#startGuard();
    });
    void this.store.dispatch({ type: 'refresh' });
  }

  get leader(): object | undefined {
    return [...this.#members][0];
  }

  /** "Stay signed in." */
  stay(): void {
    this.#guard?.stay();
  }

  /** The last to leave closes the session's timers and channels; nobody is signed out by it. */
  leave(member: object): void {
    this.#members.delete(member);
    if (this.#members.size > 0) return;
    this.#closed = true;
    SharedSession.#open.delete(this.#options.baseUrl);
    this.#guard?.close();
    this.store.close();
  }

  /** Fetched only once somebody is signed in: a page that nobody signs in to does without. */
  async #startGuard(): Promise<void> {
    const { store, client, now } = this;
    const { policy, timers } = this.#options;
    try {
      const { watchGuard } = await importAgain(() => import('./watched-guard.js'), timers);
      const warning = policy.session.warnMinutes * 60_000;
      if (!this.#closed) this.#guard = watchGuard({ store, client, warning, timers, now });
    } catch (error) {
      // Unwatched, the record would stay on the screen for ever.
      console.error('portal-widgets: no idle limit, so signed out.', error);
      this.#isGuarded = false;
      await store.dispatch({ type: 'sign-out' });
    }
  }
}
