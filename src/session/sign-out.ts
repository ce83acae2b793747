import { holderOf, type PortalClient } from '../client/portal-client.js';
import { PortalError, SignedOutError } from '../client/portal-errors.js';
import { getSession, signOut } from '../contract/generated/session.js';
import type { SessionAnswer } from '../contract/account/session.js';
import type { TabStorage } from './remembered-record.js';
import type { Ending } from './session-state.js';
import type { Timers } from '../client/timers.js';

/** A session that is to end at the backend. */
export interface EndingSession {
  /** Id of the account. */
  readonly account: string;
  readonly ended: Ending;
  /** Absent: not known any more. */
  readonly token?: string;
}

export interface SignOutOptions {
  readonly client: PortalClient;
  readonly storage: TabStorage;
  readonly after: Timers['after'];
  /** Whether the backend has confirmed that the session is over; if not, it is asked again. */
  readonly onAnswer: (isOver: boolean) => void;
}

/** Milliseconds before it is asked again the first time; then twice as long each time, up to a minute. */
const firstWait = 5_000;
const longestWait = 60_000;

/** Ends a session at the backend, and goes on until that is confirmed: over reloads of the tab, too. */
export class SignOut {
  readonly #options: SignOutOptions;
  readonly #key: string;
  #stopping: AbortController | undefined;
  #cancelTimer: (() => void) | undefined;
  #trying = Promise.resolve();

  constructor(options: SignOutOptions) {
    this.#options = options;
    this.#key = `portal-sign-out ${options.client.baseUrl}`;
  }

  /** What has not been confirmed yet, here or on the page before. Two words are all that is kept. */
  get pending(): EndingSession | undefined {
    const [account, ended] = this.#options.storage.getItem(this.#key)?.split(' ') ?? [];
    return account ? { account, ended: ended as Ending } : undefined; // as it was kept
  }

  get isUnderWay(): boolean {
    return this.#stopping !== undefined;
  }

  /** Settles once nothing is on its way to the backend. */
  get settled(): Promise<void> {
    return this.#trying;
  }

  /** @returns when the first answer is there, or none is to be had */
  start(session: EndingSession): Promise<void> {
    const signal = this.#begin(session);
    return (this.#trying = this.#try(session, signal));
  }

  /** Another tab has begun it; this one goes on, should that tab be gone. */
  join(session: EndingSession): void {
    const signal = this.#begin(session);
    this.#tryLater(session, signal);
  }

  /** There is nothing to end any more. */
  forget(): void {
    this.pause();
    this.#options.storage.removeItem(this.#key);
  }

  /** The page is left: the next one goes on with it. */
  pause(): void {
    this.#stopping?.abort();
    this.#cancelTimer?.();
    this.#stopping = undefined;
  }

  #begin({ account, ended }: EndingSession): AbortSignal {
    this.pause();
    this.#options.storage.setItem(this.#key, `${account} ${ended}`);
    this.#stopping = new AbortController();
    return this.#stopping.signal;
  }

  #tryLater(session: EndingSession, signal: AbortSignal, failures = 0): void {
    const wait = Math.min(firstWait * 2 ** failures, longestWait);
    this.#cancelTimer = this.#options.after(wait, () => {
      this.#trying = this.#try(session, signal, failures + 1);
    });
  }

  async #try(session: EndingSession, signal: AbortSignal, failures = 0): Promise<void> {
    // Whoever signs out may leave the page at once, so it is asked without a look at what there is.
    const isFirst = failures === 0 && session.ended === 'sign-out' && session.token;
    const isOver =
      (isFirst && (await this.#attempt(() => this.#end(), signal))) ||
      (await this.#attempt(() => this.#endIfOpen(session, signal), signal));
    // Whoever signs in next needs the token of what there is now.
    if (isOver) await this.#attempt(() => this.#look(signal), signal);
    if (signal.aborted) return;
    if (isOver) this.forget();
    else this.#tryLater(session, signal, failures);
    this.#options.onAnswer(isOver);
  }

  /** Whether it is done. */
  async #attempt(work: () => Promise<unknown>, signal: AbortSignal): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (!signal.aborted && !(error instanceof PortalError)) throw error;
      return error instanceof SignedOutError;
    }
  }

  /** Never one that has begun since, in another tab. */
  async #end(): Promise<void> {
    await this.#options.client.call(signOut, {}, { keepalive: true, thisSessionOnly: true });
  }

  async #look(signal: AbortSignal): Promise<SessionAnswer> {
    const { client } = this.#options;
    const now = await client.call(getSession, {}, { signal });
    client.use(now);
    return now;
  }

  async #endIfOpen({ account, token }: EndingSession, signal: AbortSignal): Promise<void> {
    const now = await this.#look(signal);
    // A session of somebody else, or with another token, has begun since, in another tab, and goes on.
    if (holderOf(now) !== account || (token !== undefined && now.csrfToken !== token)) return;
    this.#options.client.leave();
    await this.#end();
  }
}
