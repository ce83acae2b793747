import type { PortalClient } from '../client/portal-client.js';
import { PortalError } from '../client/portal-errors.js';
import { getSession, keepSessionAlive, signIn, signOut } from '../contract/generated/session.js';
import type { SessionAnswer, SignedIn } from '../contract/session.js';
import type { PortalPolicy } from '../policy/portal-policy.js';
import { IdleTimer, systemTimers, type Timers } from './idle-timer.js';
import type { SessionRequest, SessionState, SignedInState } from './session-state.js';
import { openTabChannel, type TabChannel, type TabMessage } from './tab-channel.js';

export interface SessionStoreOptions {
  readonly client: PortalClient;
  readonly policy: PortalPolicy;
  /** Default: the system's clock. */
  readonly timers?: Timers;
  /** Default: a BroadcastChannel. */
  readonly openChannel?: typeof openTabChannel;
}

const second = 1000;
const minute = 60 * second;

/**
 * The session of this browser: who is signed in, whose record is open, and when it ends. Requests
 * go up by `dispatch`, the state comes down by `subscribe`; there is no DOM in it.
 */
export class SessionStore {
  readonly #client: PortalClient;
  readonly #policy: PortalPolicy;
  readonly #timers: Timers;
  readonly #channel: TabChannel;
  readonly #listeners = new Set<() => void>();
  #state: SessionState = { status: 'starting' };
  #idle: IdleTimer | undefined;
  #keptAliveAt = 0;
  #cancelKeepAlive: (() => void) | undefined;
  /** Answers to what was asked before a sign-in, sign-out or expiry say nothing about what came after. */
  #epoch = 0;

  constructor(options: SessionStoreOptions) {
    this.#client = options.client;
    this.#policy = options.policy;
    this.#timers = options.timers ?? systemTimers;
    const openChannel = options.openChannel ?? openTabChannel;
    this.#channel = openChannel(options.client.baseUrl, (message) => {
      this.#hear(message);
    });
    options.client.onSignedOut = (error) => {
      this.#end(error.idle ? 'idle' : 'sign-out');
    };
  }

  getState(): SessionState {
    return this.#state;
  }

  /** Calls back after each change; returns what ends that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** @throws PortalError for a sign-in that does not succeed; all else ends in the state. */
  async dispatch(request: SessionRequest): Promise<void> {
    switch (request.type) {
      case 'refresh':
        return this.#refresh();
      case 'sign-in':
        return this.#signIn(request.username, request.password);
      case 'sign-out':
        return this.#signOut();
      case 'activity':
        return this.#activity('activity');
      case 'stay':
        return this.#activity('stay');
      case 'wake':
        return this.#idle?.look();
    }
  }

  /** Stops timers and leaves the other tabs; the session itself goes on. */
  close(): void {
    this.#epoch += 1;
    this.#stopCounting();
    this.#channel.close();
    this.#listeners.clear();
    this.#client.onSignedOut = undefined;
  }

  async #refresh(): Promise<void> {
    const epoch = this.#epoch;
    try {
      const answer = await this.#client.call(getSession, {});
      if (epoch === this.#epoch) this.#accept(answer);
    } catch (error) {
      if (!(error instanceof PortalError)) throw error;
      // Somebody already signed in stays so: what they do next will tell.
      if (epoch === this.#epoch && this.#state.status !== 'signed-in') {
        this.#set({ status: 'unknown', error });
      }
    }
  }

  async #signIn(username: string, password: string): Promise<void> {
    if (!this.#client.csrfToken) await this.#refresh();
    const answer = await this.#client.call(signIn, { body: { username, password } });
    this.#epoch += 1;
    this.#accept(answer);
    this.#channel.post({ type: 'signed-in' });
  }

  /** Empties the page first: nobody who signs out should wait for the network. */
  async #signOut(): Promise<void> {
    this.#end('sign-out');
    this.#channel.post({ type: 'signed-out', ended: 'sign-out' });
    await this.#endOnServer();
  }

  async #endOnServer(): Promise<void> {
    try {
      await this.#client.call(signOut, {});
      await this.#readToken();
    } catch (error) {
      if (!(error instanceof PortalError)) throw error;
      // Out of reach: the backend's own idle limit ends the session there.
    }
  }

  async #readToken(): Promise<SessionAnswer> {
    const answer = await this.#client.call(getSession, {});
    this.#client.csrfToken = answer.csrfToken;
    return answer;
  }

  #accept(answer: SessionAnswer): void {
    this.#client.csrfToken = answer.csrfToken;
    if (answer.status === 'signed-out') {
      const ended = this.#state.status === 'signed-out' ? this.#state.ended : null;
      this.#stopCounting();
      this.#set({ status: 'signed-out', ended: answer.ended ?? ended });
    } else {
      this.#startCounting(answer.idle);
      this.#set(this.#signedInState(answer));
    }
  }

  #signedInState({ account, subjects }: SignedIn): SignedInState {
    const before = this.#state.status === 'signed-in' ? this.#state : undefined;
    const stays =
      before?.account.id === account.id
        ? subjects.find((each) => each.id === before.subject.id)
        : undefined;
    // The contract has at least one subject.
    const subject = stays ?? (subjects[0] as SignedInState['subject']);
    return { status: 'signed-in', account, subjects, subject, warning: null };
  }

  #startCounting(idle: SignedIn['idle']): void {
    this.#stopCounting();
    const limit = idle.limitSeconds * second;
    this.#keptAliveAt = this.#timers.now();
    this.#idle = new IdleTimer(
      {
        limit,
        warning: Math.min(this.#policy.session.warnMinutes * minute, limit / 2),
        timers: this.#timers,
        onWarn: (endsAt) => {
          this.#warn({ endsAt });
        },
        onEnd: () => void this.#expire(),
      },
      limit - idle.remainingSeconds * second,
    );
  }

  #stopCounting(): void {
    this.#idle?.stop();
    this.#idle = undefined;
    this.#cancelKeepAlive?.();
    this.#cancelKeepAlive = undefined;
  }

  #warn(warning: SignedInState['warning']): void {
    if (this.#state.status !== 'signed-in') return;
    if (this.#state.warning?.endsAt === warning?.endsAt) return;
    this.#set({ ...this.#state, warning });
  }

  #activity(kind: 'activity' | 'stay'): void {
    const at = this.#timers.now();
    if (!this.#count(kind, at)) return;
    this.#channel.post({ type: kind, at });
    this.#keepAlive();
  }

  /** Whether it counted: nothing does after the end, nor mere movement during the warning. */
  #count(kind: 'activity' | 'stay', at: number): boolean {
    this.#idle?.[kind](at);
    if (this.#idle?.lastActivity !== at) return false;
    this.#warn(null);
    return true;
  }

  /** Tells the backend of activity, at most once a minute, so that its idle limit counts from the same moment. */
  #keepAlive(): void {
    if (this.#cancelKeepAlive) return;
    const due = this.#keptAliveAt + minute - this.#timers.now();
    if (due <= 0) return void this.#sendKeepAlive();
    this.#cancelKeepAlive = this.#timers.after(due, () => {
      this.#cancelKeepAlive = undefined;
      void this.#sendKeepAlive();
    });
  }

  async #sendKeepAlive(): Promise<void> {
    const idle = this.#idle;
    const now = this.#timers.now();
    // Another tab may have told it meanwhile.
    if (!idle || idle.lastActivity <= this.#keptAliveAt) return;
    this.#keptAliveAt = now;
    this.#channel.post({ type: 'kept-alive', at: now });
    const idleSeconds = Math.floor((now - idle.lastActivity) / second);
    try {
      const { csrfToken } = await this.#client.call(keepSessionAlive, { body: { idleSeconds } });
      this.#client.csrfToken = csrfToken;
    } catch (error) {
      if (!(error instanceof PortalError)) throw error;
      // A session that ended has been handled; a network that failed is tried with the next activity.
    }
  }

  async #expire(): Promise<void> {
    this.#end('idle');
    this.#channel.post({ type: 'signed-out', ended: 'idle' });
    const epoch = this.#epoch;
    try {
      const answer = await this.#readToken();
      // The clocks disagree: the page has been emptied, so the backend must follow.
      if (answer.status === 'signed-in' && epoch === this.#epoch) await this.#endOnServer();
    } catch (error) {
      if (!(error instanceof PortalError)) throw error;
    }
  }

  #end(ended: 'idle' | 'sign-out'): void {
    this.#epoch += 1;
    this.#stopCounting();
    this.#set({ status: 'signed-out', ended });
  }

  #hear(message: TabMessage): void {
    switch (message.type) {
      case 'activity':
      case 'stay':
        // What counted there counts here, even where the warning began a moment earlier.
        return void this.#count('stay', message.at);
      case 'kept-alive':
        this.#keptAliveAt = Math.max(this.#keptAliveAt, message.at);
        return;
      case 'signed-in':
        this.#epoch += 1;
        return void this.#refresh();
      case 'signed-out':
        return this.#end(message.ended);
    }
  }

  #set(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
