import type { LitElement, ReactiveController } from 'lit';
import { PortalError } from '../../client/portal-errors.js';
import { searchDrafts } from '../../contract/generated/drafts.js';
import { getPreferences } from '../../contract/generated/preferences.js';
import type { Preferences } from '../../contract/account/preferences.js';
import type { SessionController } from '../../session/session-controller.js';

/**
 * What is on file for the account that is signed in. Whenever that changes, what there was is
 * forgotten; it looks again whenever the page comes into view.
 */
export class PreferencesReader implements ReactiveController {
  /** Undefined: not read yet. */
  current: Preferences | undefined;
  /** The names of the drafts that there are of its forms. */
  drafts: ReadonlySet<string> = new Set();
  /** Why it could not be read. */
  error: unknown;
  readonly #host: LitElement;
  readonly #session: SessionController;
  readonly #onForget: () => void;
  #account: string | undefined;
  #reading = new AbortController();

  /** @param onForget called when somebody else, or nobody, is signed in */
  constructor(host: LitElement, session: SessionController, onForget: () => void) {
    this.#host = host;
    this.#session = session;
    this.#onForget = onForget;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisible);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisible);
    this.#follow(undefined);
  }

  hostUpdate(): void {
    const { state } = this.#session;
    this.#follow(state.status === 'signed-in' ? state.account.id : undefined);
  }

  /** Reads it again, and tells in `error` why that failed. */
  async load(): Promise<void> {
    const { signal } = this.#reading;
    try {
      await Promise.all([this.#searchDrafts(), this.reload()]);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof PortalError)) throw error;
      this.error = error;
      this.#host.requestUpdate();
    }
  }

  /** @throws PortalError */
  async reload(): Promise<Preferences | undefined> {
    const { signal } = this.#reading;
    const client = this.#session.context?.client;
    if (!client || this.#account === undefined) return undefined;
    const preferences = await client.call(getPreferences, {}, { signal });
    signal.throwIfAborted();
    this.accept(preferences);
    return preferences;
  }

  /** This is on file now for the person who is signed in: an answer for somebody else never gets here. */
  accept(preferences: Preferences): void {
    if (this.#account === undefined) return;
    this.current = preferences;
    this.error = undefined;
    this.#host.requestUpdate();
  }

  /** A form in which something was typed opens by itself. One that was not found opens by hand. */
  async #searchDrafts(): Promise<void> {
    const { signal } = this.#reading;
    const { state, context } = this.#session;
    const subjects = state.status === 'signed-in' ? state.subjects : [];
    const own = subjects.find(({ relationship }) => relationship === 'self');
    if (!context || !own) return;
    try {
      const { drafts } = await context.client.call(
        searchDrafts,
        { params: { subject: own.id }, body: { forms: ['preferences'] } },
        { signal },
      );
      this.drafts = new Set(drafts.map(({ id }) => id));
      this.#host.requestUpdate();
    } catch (error) {
      if (!signal.aborted && !(error instanceof PortalError)) throw error;
    }
  }

  #follow(account: string | undefined): void {
    if (account === this.#account) return;
    this.#account = account;
    this.#reading.abort();
    this.#reading = new AbortController();
    this.current = this.error = undefined;
    this.drafts = new Set();
    this.#onForget();
    if (account !== undefined) void this.load();
  }

  /** Something may have been changed in another tab. What cannot be read now is found out on saving. */
  readonly #onVisible = () => {
    if (document.visibilityState === 'visible' && this.current) {
      this.reload().catch(() => undefined);
    }
  };
}
