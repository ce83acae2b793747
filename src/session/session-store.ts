import type { PortalClient } from '../client/portal-client.js';
import { PortalError } from '../client/portal-errors.js';
import { getSession, signIn, signOut } from '../contract/generated/session.js';
import type { SessionAnswer, SignedIn, Subject } from '../contract/session.js';
import { lenientStorage, OpenedRecord, storageOfTab, type TabStorage } from './opened-record.js';
import type {
  Ending,
  SessionRequest,
  SessionState,
  SignedInState,
  SignInCall,
} from './session-state.js';
import { openTabChannel, type Heard, type OpenTabChannel, type TabChannel } from './tab-channel.js';

export interface SessionStoreOptions {
  readonly client: PortalClient;
  /** Milliseconds since 1970. Default: the system's clock. */
  readonly now?: () => number;
  /** Default: a BroadcastChannel. */
  readonly openChannel?: OpenTabChannel;
  /** Keeps which record is open. Default: the tab's `sessionStorage`. */
  readonly tabStorage?: TabStorage | undefined;
}

/** What the tabs of one session tell each other. */
type TabNews =
  | { readonly type: 'signed-in' }
  | { readonly type: 'signed-out'; readonly ended: Ending }
  | { readonly type: 'records-changed' };

/**
 * The session of this browser: who is signed in and whose record is open. Requests go up by
 * `dispatch`, the state comes down by `subscribe`; there is no DOM in it.
 */
export class SessionStore {
  /** What this tab keeps over a reload, if it can. Opaque ids only. */
  readonly tabStorage: TabStorage;
  readonly #client: PortalClient;
  readonly #now: () => number;
  readonly #channel: TabChannel<TabNews>;
  readonly #listeners = new Set<() => void>();
  readonly #opened: OpenedRecord;
  #state: SessionState = { status: 'starting' };
  /** Answers to what was asked before a sign-in, sign-out or expiry say nothing about what came after. */
  #epoch = 0;
  /** Settles once the backend has been told of the last session's end. */
  #finishing = Promise.resolve();

  constructor({
    client,
    now = Date.now,
    openChannel = openTabChannel,
    tabStorage = storageOfTab(),
  }: SessionStoreOptions) {
    this.#client = client;
    this.#now = now;
    this.tabStorage = lenientStorage(tabStorage);
    this.#opened = new OpenedRecord(client.baseUrl, this.tabStorage);
    this.#channel = openChannel(`portal-session ${client.baseUrl}`, (news) => {
      this.#hear(news);
    });
    client.onSignedOut = (error) => {
      this.#end(error.idle ? 'idle' : 'sign-out');
    };
    client.onNotFound = (subject) => {
      // Maybe only something of the record; maybe the access to it has ended.
      if (this.#isActingFor(subject)) void this.#refresh();
    };
  }

  getState(): SessionState {
    return this.#state;
  }

  /** Whether other tabs tell this one at once of what they do. */
  get hearsOtherTabs(): boolean {
    return this.#channel.isOpen;
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
      case 'records-changed':
        this.#channel.post(request);
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
    this.#client.onSignedOut = this.#client.onNotFound = undefined;
  }

  #hear({ type, ended }: Heard): void {
    if (type === 'signed-out') this.#end(ended === 'idle' ? 'idle' : 'sign-out');
    else if (type === 'signed-in') void this.#restart();
    else if (type === 'records-changed') void this.#refresh();
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
    // A late answer would end what has only begun, or take its cookie away.
    await this.#finishing;
    if (!this.#client.csrfToken) await this.#refresh();
    const answer = await ask(this.#client);
    this.#epoch += 1;
    this.#accept(answer);
    this.#channel.post({ type: 'signed-in' });
  }

  /** Empties the page first: nobody who signs out should wait for the network. */
  async #finish(ended: Ending): Promise<void> {
    if (this.#state.status !== 'signed-in') return;
    const { csrfToken } = this.#client;
    this.#end(ended);
    this.#channel.post({ type: 'signed-out', ended });
    this.#finishing = this.#finishOnBackend(ended, csrfToken);
    await this.#finishing;
  }

  /** @param token of the session that has ended */
  async #finishOnBackend(ended: Ending, token: string): Promise<void> {
    const isIdle = ended === 'idle';
    try {
      // After an idle end the backend has ended it too, unless the clocks disagree: then it must follow.
      // A session with another token has begun since, in another tab, and goes on.
      if (isIdle) {
        const { status, csrfToken } = await this.#readToken();
        if (status !== 'signed-in' || csrfToken !== token) return;
      }
      // Whoever signs out may leave the page at once.
      await this.#client.call(signOut, {}, { keepalive: true, thisSessionOnly: isIdle });
      await this.#readToken();
    } catch (error) {
      if (!(error instanceof PortalError)) throw error;
      // Out of reach: the backend's own idle limit ends the session there.
    }
  }

  async #readToken(): Promise<SessionAnswer> {
    const epoch = this.#epoch;
    const answer = await this.#client.call(getSession, {});
    if (epoch === this.#epoch) this.#client.csrfToken = answer.csrfToken;
    return answer;
  }

  #accept(answer: SessionAnswer): void {
    this.#client.csrfToken = answer.csrfToken;
    if (answer.status === 'signed-in') return this.#set(this.#signedIn(answer));
    if (answer.status === 'second-step-required') {
      return this.#set({ status: 'signed-out', ended: null, secondStep: true });
    }
    if (answer.status === 'new-password-required') {
      return this.#set({ status: 'signed-out', ended: null, newPassword: true });
    }
    const before = this.#state.status === 'signed-out' ? this.#state.ended : null;
    this.#set({ status: 'signed-out', ended: answer.ended ?? before });
  }

  #signedIn({ account, subjects, idle }: SignedIn): SignedInState {
    const state = this.#state;
    const before = state.status === 'signed-in' && state.account.id === account.id && state;
    const wanted = before ? before.subject.id : this.#opened.of(account.id);
    const open = subjects.find(({ id }) => id === wanted);
    let lost = before ? before.lost : null;
    if (wanted !== undefined && !open) {
      lost = wanted.replace('~', '');
      // The page after signing in has to say it, too. No id begins so: it never opens by itself again.
      this.#opened.keep(account.id, `~${lost}`);
    }
    return {
      status: 'signed-in',
      account,
      subjects,
      subject: open ?? (subjects[0] as Subject), // the contract has at least one
      lost: subjects.some(({ id }) => id === lost) ? null : lost,
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
    const { account, subjects } = this.#state;
    const subject = subjects.find((each) => each.id === id);
    if (!subject) return;
    if (subject.relationship === 'self') this.#opened.forget();
    else this.#opened.keep(account.id, id);
    this.#set({ ...this.#state, subject, lost: null });
  }

  #isActingFor(id: string): boolean {
    const state = this.#state;
    return (
      state.status === 'signed-in' &&
      state.subject.id === id &&
      state.subject.relationship !== 'self'
    );
  }

  #warn(warning: SignedInState['warning']): void {
    if (this.#state.status === 'signed-in') this.#set({ ...this.#state, warning });
  }

  #end(ended: Ending): void {
    this.#epoch += 1;
    if (ended === 'sign-out') this.#opened.forget();
    this.#set({ status: 'signed-out', ended });
  }

  #set(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
