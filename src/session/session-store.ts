import type { PortalClient } from '../client/portal-client.js';
import { PortalError } from '../client/portal-errors.js';
import { getSession, signIn, signOut } from '../contract/generated/session.js';
import type { SessionAnswer, SignedIn } from '../contract/session.js';
import type {
  Ending,
  SessionRequest,
  SessionState,
  SignedInState,
  SignInCall,
} from './session-state.js';
import { openTabChannel, type OpenTabChannel, type TabChannel } from './tab-channel.js';

export interface SessionStoreOptions {
  readonly client: PortalClient;
  /** Milliseconds since 1970. Default: the system's clock. */
  readonly now?: () => number;
  /** Default: a BroadcastChannel. */
  readonly openChannel?: OpenTabChannel;
}

/** What the tabs of one session tell each other. */
type TabNews =
  { readonly type: 'signed-in' } | { readonly type: 'signed-out'; readonly ended: Ending };

/**
 * The session of this browser: who is signed in and whose record is open. Requests go up by
 * `dispatch`, the state comes down by `subscribe`; there is no DOM in it.
 */
export class SessionStore {
  readonly #client: PortalClient;
  readonly #now: () => number;
  readonly #channel: TabChannel<TabNews>;
  readonly #listeners = new Set<() => void>();
  #state: SessionState = { status: 'starting' };
  /** Answers to what was asked before a sign-in, sign-out or expiry say nothing about what came after. */
  #epoch = 0;

  constructor({ client, now = Date.now, openChannel = openTabChannel }: SessionStoreOptions) {
    this.#client = client;
    this.#now = now;
    this.#channel = openChannel(`portal-session ${client.baseUrl}`, (news) => {
      if (news.type === 'signed-out') this.#end(news.ended);
      else void this.#restart();
    });
    client.onSignedOut = (error) => {
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
      case 'sign-in': {
        const { username, password } = request;
        return this.#signIn((client) => client.call(signIn, { body: { username, password } }));
      }
      case 'sign-in-with':
        return this.#signIn(request.ask);
      case 'sign-out':
        return this.#finish('sign-out');
      case 'expire':
        return this.#finish('idle');
      case 'open-record': {
        this.#openRecord(request.subject);
        return;
      }
      case 'warn': {
        this.#warn(request.warning);
        return;
      }
    }
  }

  /** Leaves the other tabs; the session itself goes on. */
  close(): void {
    this.#epoch += 1;
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

  /** Another tab has signed in: maybe as somebody else, so nothing of before may stay. */
  #restart(): Promise<void> {
    this.#epoch += 1;
    this.#set({ status: 'starting' });
    return this.#refresh();
  }

  async #signIn(ask: SignInCall): Promise<void> {
    if (!this.#client.csrfToken) await this.#refresh();
    const answer = await ask(this.#client);
    this.#epoch += 1;
    this.#accept(answer);
    this.#channel.post({ type: 'signed-in' });
  }

  /** Empties the page first: nobody who signs out should wait for the network. */
  async #finish(ended: Ending): Promise<void> {
    if (this.#state.status !== 'signed-in') return;
    this.#end(ended);
    this.#channel.post({ type: 'signed-out', ended });
    try {
      // After an idle end the backend has ended it too, unless the clocks disagree: then it must follow.
      const answer = ended === 'idle' ? await this.#readToken() : undefined;
      if (answer?.status === 'signed-out') return;
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
    if (answer.status === 'signed-in') return this.#set(this.#signedIn(answer));
    if (answer.status === 'second-step-required') {
      return this.#set({ status: 'signed-out', ended: null, secondStep: true });
    }
    const before = this.#state.status === 'signed-out' ? this.#state.ended : null;
    this.#set({ status: 'signed-out', ended: answer.ended ?? before });
  }

  #signedIn({ account, subjects, idle }: SignedIn): SignedInState {
    const before = this.#state.status === 'signed-in' ? this.#state : undefined;
    // Subject ids belong to one person whoever is signed in, so the same id may stay open.
    const stays = subjects.find((each) => each.id === before?.subject.id);
    return {
      status: 'signed-in',
      account,
      subjects,
      subject: stays ?? (subjects[0] as SignedIn['subjects'][number]), // the contract has at least one
      idle: {
        limit: idle.limitSeconds * 1000,
        endsAt: this.#now() + idle.remainingSeconds * 1000,
      },
      warning: null,
    };
  }

  /** @param id of one that the account may open; any other changes nothing */
  #openRecord(id: string): void {
    if (this.#state.status !== 'signed-in') return;
    const subject = this.#state.subjects.find((each) => each.id === id);
    if (subject) this.#set({ ...this.#state, subject });
  }

  #warn(warning: SignedInState['warning']): void {
    if (this.#state.status === 'signed-in') this.#set({ ...this.#state, warning });
  }

  #end(ended: Ending): void {
    this.#epoch += 1;
    this.#set({ status: 'signed-out', ended });
  }

  #set(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
