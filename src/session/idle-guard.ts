import type { PortalClient } from '../client/portal-client.js';
import { PortalError } from '../client/portal-errors.js';
import { keepSessionAlive } from '../contract/generated/session.js';
import { IdleTimer } from './idle-timer.js';
import type { SessionStore } from './session-store.js';
import { openTabChannel, type Heard, type OpenTabChannel, type TabChannel } from './tab-channel.js';
import type { Timers } from '../client/timers.js';

export interface IdleGuardOptions {
  readonly store: SessionStore;
  readonly client: PortalClient;
  /** Milliseconds before the end at which to warn. */
  readonly warning: number;
  /** What is told to other tabs goes by the computer's clock, which they share. */
  readonly timers: Timers;
  /** What counts: never less than before (`steadyClock`). */
  readonly now: () => number;
  /** Default: a BroadcastChannel. */
  readonly openChannel?: OpenTabChannel;
}

/** What the tabs of one session tell each other. Times are milliseconds since 1970, by the computer’s clock. */
type IdleNews =
  /** Someone used the page, or answered its warning. */
  | { readonly type: 'used'; readonly at: number }
  /** The backend has been told of it, so the others need not. */
  | { readonly type: 'kept-alive'; readonly at: number };

const minute = 60_000;

/**
 * Watches over `session.idle-logout` while somebody is signed in: warns, ends the session, and tells
 * the backend of activity, at most once a minute, so that both count from the same moment.
 */
export class IdleGuard {
  readonly #options: IdleGuardOptions;
  readonly #channel: TabChannel<IdleNews>;
  readonly #unsubscribe: () => void;
  #timer: IdleTimer | undefined;
  #keptAliveAt = 0;
  #cancelKeepAlive: (() => void) | undefined;

  constructor(options: IdleGuardOptions) {
    this.#options = options;
    const { store, client, openChannel = openTabChannel } = options;
    this.#channel = openChannel(`portal-idle ${client.baseUrl}`, (news) => {
      this.#hear(news);
    });
    this.#unsubscribe = store.subscribe(() => {
      this.#follow();
    });
    this.#follow();
  }

  /** Something was typed, touched or moved. Does not count during the warning: see `stay`. */
  activity(): void {
    if (this.#use((timer, at) => timer.activity(at))) this.#keepAlive();
  }

  /** The warning was answered: "Stay signed in". */
  stay(): void {
    // So near to the end the backend must hear of it at once.
    if (this.#use((timer, at) => timer.stay(at))) void this.#sendKeepAlive();
  }

  /** The page woke up or came into view. */
  look(): void {
    this.#timer?.look();
  }

  /** Stops watching; the session itself goes on. */
  close(): void {
    this.#unsubscribe();
    this.#stop();
    this.#channel.close();
  }

  /** The idle state object is a new one with each answer of the backend about the session. */
  #follow(): void {
    const state = this.#options.store.getState();
    if (state.status !== 'signed-in') return this.#stop();
    if (this.#timer?.idle === state.idle) return;
    this.#stop();
    const { store, timers, now, warning } = this.#options;
    this.#keptAliveAt = now();
    this.#timer = new IdleTimer({
      idle: state.idle,
      warning: Math.min(warning, state.idle.limit / 2),
      after: (...when) => timers.after(...when),
      now,
      onWarn: (endsAt) => void store.dispatch({ type: 'warn', warning: { endsAt } }),
      onEnd: () => void store.dispatch({ type: 'expire' }),
    });
    this.#timer.look();
  }

  #stop(): void {
    this.#timer?.stop();
    this.#timer = undefined;
    this.#cancelKeepAlive?.();
    this.#cancelKeepAlive = undefined;
  }

  /** Says whether it counts. */
  #use(count: (timer: IdleTimer, at: number) => boolean): boolean {
    const { timers, now } = this.#options;
    if (!this.#timer || !count(this.#timer, now())) return false;
    this.#settle();
    this.#channel.post({ type: 'used', at: timers.now() });
    return true;
  }

  /** Takes the warning back. */
  #settle(): void {
    const { store } = this.#options;
    const state = store.getState();
    if (state.status === 'signed-in' && state.warning) {
      void store.dispatch({ type: 'warn', warning: null });
    }
  }

  #keepAlive(): void {
    if (this.#cancelKeepAlive) return;
    const { timers, now } = this.#options;
    const due = this.#keptAliveAt + minute - now();
    this.#cancelKeepAlive = timers.after(Math.max(due, 0), () => {
      this.#cancelKeepAlive = undefined;
      void this.#sendKeepAlive();
    });
  }

  async #sendKeepAlive(): Promise<void> {
    const { client, timers } = this.#options;
    const now = this.#options.now();
    // Another tab may have told it meanwhile.
    if (!this.#timer || this.#timer.lastActivity <= this.#keptAliveAt) return;
    this.#keptAliveAt = now;
    this.#channel.post({ type: 'kept-alive', at: timers.now() });
    const idleSeconds = Math.floor((now - this.#timer.lastActivity) / 1000);
    try {
      const { csrfToken } = await client.call(keepSessionAlive, { body: { idleSeconds } });
      client.csrfToken = csrfToken;
    } catch (error) {
      if (!(error instanceof PortalError)) throw error;
      // That a session has ended is handled by the store; a network that failed is tried again with the next activity.
    }
  }

  #hear({ type, at }: Heard): void {
    if (typeof at !== 'number' || !Number.isFinite(at)) return;
    const { timers, now } = this.#options;
    // How long ago: a tab that slept hears of it late. Nothing happens in the future.
    const here = now() - Math.max(0, timers.now() - at);
    if (type === 'kept-alive') {
      this.#keptAliveAt = Math.max(this.#keptAliveAt, here);
    } else if (type === 'used' && this.#timer?.stay(here)) {
      // What counted there counts here, even where the warning began a moment earlier.
      this.#settle();
    }
  }
}
