import type { PortalClient } from '../client/portal-client.js';
import type { SessionState, SignedInState } from './session-state.js';

/**
 * The record that is open, for whoever reads or writes in it. Another object for each time that one is opened:
 * what hangs on it ends, or is forgotten, with it.
 */
export interface OpenRecord {
  readonly client: PortalClient;
  /** Id of whose record it is. */
  readonly subject: string;
  /** Who has opened whose record: the same whenever the same account opens it. */
  readonly key: string;
  /** Aborted as soon as another record is open, or none: of another person, account or session. */
  readonly signal: AbortSignal;
}

/** Opens and closes records as the session goes on. */
export class RecordOpener {
  readonly #client: PortalClient;
  #open: OpenRecord | undefined;
  #closing = new AbortController();

  constructor(client: PortalClient) {
    this.#client = client;
  }

  /** Undefined: nobody is signed in. */
  get open(): OpenRecord | undefined {
    return this.#open;
  }

  /** Keeps the record that is open if it is the one of this state still. */
  follow(state: SessionState): void {
    const { account, subject: { id: subject } = {} } = state as Partial<SignedInState>;
    const key = account && subject && `${account.id} ${subject}`;
    if (key === this.#open?.key) return;
    const closing = this.#closing;
    this.#closing = new AbortController();
    const { signal } = this.#closing;
    this.#open = subject && key ? { client: this.#client, subject, key, signal } : undefined;
    closing.abort();
  }
}
