/**
 * Who is signed in, whose record is open, and for how long: the same in every tab. Elements read it here; nothing
 * of what a record says comes in.
 */
import { holderOf, type PortalClient } from '../client/portal-client.js';
import { PortalError, SessionChangedError } from '../client/portal-errors.js';
import { isText } from '../shape/shape.js';
import { getSession, signIn } from '../contract/generated/session.js';
import type { SessionAnswer, SignedIn, Subject } from '../contract/account/session.js';
import { RecordOpener, type OpenRecord } from './open-record.js';
import {
  lenientStorage,
  RememberedRecord,
  storageOfTab,
  type TabStorage,
} from './remembered-record.js';
import type {
  Ending,
  Leaving,
  SessionRequest,
  SessionState,
  SignedInState,
  SignInCall,
} from './session-state.js';
import { SignOut, type EndingSession } from './sign-out.js';
import { systemTimers, type Timers } from '../client/timers.js';
import { openTabChannel, type Heard, type OpenTabChannel, type TabChannel } from './tab-channel.js';

export interface SessionStoreOptions {
  readonly client: PortalClient;
  /** Milliseconds since 1970. Default: the system's clock. */
  readonly now?: () => number;
  /** What waits before a sign-out is asked for again. Default: the system's timers. */
  readonly after?: Timers['after'];
  /** Default: a BroadcastChannel. */
  readonly openChannel?: OpenTabChannel;
  /** Keeps which record is open. Default: the tab's `sessionStorage`. */
  readonly tabStorage?: TabStorage | undefined;
}

/** What happens in this page, and in no other tab. */
export type SessionNews =
  | { readonly type: 'sign-in-failed'; readonly error: PortalError }
  /** The session that was ended here is over at the backend, too. */
  | { readonly type: 'left' };

/** What the tabs of one session tell each other. */
type TabNews =
  | { readonly type: 'signed-in' }
  /** Absent account: the backend has confirmed it. */
  | { readonly type: 'signed-out'; readonly ended: Ending; readonly account?: string }
  /** A tab was opened: it has to know of a sign-out that goes on. */
  | { readonly type: 'opened' }
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
  readonly #listeners = new Set<(news?: SessionNews) => void>();
  readonly #remembered: RememberedRecord;
  readonly #record: RecordOpener;
  #state: SessionState = { status: 'starting' };
  /** Answers to what was asked before a sign-in, sign-out or expiry say nothing about what came after. */
  #epoch = 0;
  readonly #signOut: SignOut;
  /** Whether the sign-out under way was begun by another page. */
  #isResumed = false;

  constructor({
    client,
    now = Date.now,
    after = systemTimers.after,
    openChannel = openTabChannel,
    tabStorage = storageOfTab(),
  }: SessionStoreOptions) {
    this.#client = client;
    this.#now = now;
    this.tabStorage = lenientStorage(tabStorage);
    this.#remembered = new RememberedRecord(client.baseUrl, this.tabStorage);
    this.#record = new RecordOpener(client);
    this.#channel = openChannel(`portal-session ${client.baseUrl}`, (news) => {
      this.#hear(news);
    });
    this.#signOut = new SignOut({
      client,
      storage: this.tabStorage,
      after,
      onAnswer: (isOver) => {
        if (isOver) this.#left();
        else this.#leave('unanswered');
      },
    });
    this.#channel.post({ type: 'opened' });
    client.onSignedOut = (error) => {
      this.#end(error.idle ? 'idle' : 'sign-out');
    };
    client.onSessionChanged = () => void this.#restart();
    client.onNotFound = (subject) => {
      // Maybe only something of the record; maybe the access to it has ended.
      if (this.#isActingFor(subject)) void this.#refresh();
    };
  }

  getState(): SessionState {
    return this.#state;
  }

  /** The record that is open; undefined while nobody is signed in. */
  get record(): OpenRecord | undefined {
    return this.#record.open;
  }

  /** Whether other tabs tell this one at once of what they do. */
  get hearsOtherTabs(): boolean {
    return this.#channel.isOpen;
  }

  /** Calls back after each change, and with news that show in no state; returns what ends that. */
  subscribe(listener: (news?: SessionNews) => void): () => void {
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
    this.#signOut.pause();
    const client = this.#client;
    client.onSignedOut = client.onNotFound = client.onSessionChanged = undefined;
  }

  #hear({ type, ended: how, account }: Heard): void {
    const { pending, isUnderWay } = this.#signOut;
    const ended = how === 'idle' ? how : 'sign-out';
    if (type === 'records-changed') void this.#refresh();
    else if (type === 'opened') {
      if (pending) this.#channel.post({ ...pending, type: 'signed-out' });
    } else if (type === 'signed-in') {
      // There the one before came to its end.
      this.#signOut.forget();
      void this.#restart();
    } else if (type === 'signed-out' && !isText(account)) {
      this.#signOut.forget();
      this.#end(ended);
    } else if (type === 'signed-out' && !isUnderWay) {
      this.#end(ended);
      this.#isResumed = true;
      this.#signOut.join({ account: account as string, ended });
      if (ended === 'sign-out') this.#leave('asked');
    }
  }

  async #refresh(): Promise<void> {
    const epoch = this.#epoch;
    try {
      const answer = await this.#client.call(getSession, {});
      if (epoch === this.#epoch) this.#accept(answer);
    } catch (error) {
      if (!(error instanceof PortalError)) throw error;
      // Nobody is told that they are signed out before the backend has said so.
      const { pending } = this.#signOut;
      if (epoch === this.#epoch && pending) {
        this.#resume(pending);
        return;
      }
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
    await this.#signOut.settled;
    if (!this.#client.csrfToken) {
      await this.#refresh();
      // What does not say who is signed in gets no password.
      if (this.#state.status === 'unknown') throw this.#state.error;
    }
    const answer = await this.#askFor(ask).catch((error: unknown) => {
      if (error instanceof PortalError) this.#tell({ type: 'sign-in-failed', error });
      throw error;
    });
    this.#epoch += 1;
    // The session before has come to its end by this one.
    this.#signOut.forget();
    this.#accept(answer);
    this.#channel.post({ type: 'signed-in' });
  }

  async #askFor(ask: SignInCall): Promise<SessionAnswer> {
    try {
      return await ask(this.#client);
    } catch (error) {
      if (!(error instanceof SessionChangedError && this.#signOut.pending)) throw error;
      // That is the session that could not be ended: signing in ends it.
      this.#client.use(await this.#client.call(getSession, {}));
      return ask(this.#client);
    }
  }

  /** Empties the page first: nobody who signs out should wait for the network. */
  async #finish(ended: Ending): Promise<void> {
    if (this.#state.status !== 'signed-in') return;
    const { csrfToken: token } = this.#client;
    const { id: account } = this.#state.account;
    this.#end(ended);
    this.#channel.post({ type: 'signed-out', ended, account });
    this.#isResumed = false;
    const ending = this.#signOut.start({ account, ended, token });
    // By its own count the backend has ended an idle session, too.
    if (ended === 'sign-out') this.#leave('asked');
    await ending;
  }

  /** Goes on with what the page before could not bring to its end: nothing of the record shows here. */
  #resume(session: EndingSession): void {
    if (this.#state.status !== 'signed-out') this.#end(session.ended);
    if (this.#signOut.isUnderWay) return;
    this.#isResumed = true;
    this.#leave('asked');
    void this.#signOut.start(session);
  }

  #leave(leaving: Leaving): void {
    const state = this.#state;
    if (state.status !== 'signed-out' || state.leaving === leaving) return;
    this.#set({ status: state.status, ended: state.ended, leaving });
  }

  /** The backend has confirmed that the session is over. */
  #left(): void {
    const state = this.#state;
    if (state.status !== 'signed-out' || !state.ended) return;
    const { status, ended } = state;
    this.#channel.post({ type: status, ended });
    if (state.leaving) this.#set({ status, ended });
    // It may be over because somebody else has signed in.
    if (this.#isResumed) void this.#refresh();
    else this.#tell({ type: 'left' });
  }

  #tell(news?: SessionNews): void {
    for (const listener of this.#listeners) listener(news);
  }

  #accept(answer: SessionAnswer): void {
    const { pending } = this.#signOut;
    if (pending && holderOf(answer) === pending.account) return this.#resume(pending);
    this.#signOut.forget();
    this.#client.use(answer);
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
    const wanted = before ? before.subject.id : this.#remembered.of(account.id);
    const open = subjects.find(({ id }) => id === wanted);
    let lost = before ? before.lost : null;
    if (wanted !== undefined && !open) {
      lost = wanted.replace('~', '');
      // The page after signing in has to say it, too. No id begins so: it never opens by itself again.
      this.#remembered.keep(account.id, `~${lost}`);
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
    if (subject.relationship === 'self') this.#remembered.forget();
    else this.#remembered.keep(account.id, id);
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
    this.#client.leave();
    if (ended === 'sign-out') this.#remembered.forget();
    this.#set({ status: 'signed-out', ended });
  }

  #set(state: SessionState): void {
    this.#state = state;
    this.#record.follow(state);
    this.#tell();
  }
}
