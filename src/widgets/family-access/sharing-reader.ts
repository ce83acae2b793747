import { Task, type TaskStatus } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PortalClient } from '../../client/portal-client.js';
import { getSharing } from '../../contract/generated/sharing.js';
import type { Sharing } from '../../contract/sharing.js';
import type { SessionController } from '../../session/session-controller.js';

/** What a request about sharing is made with. */
export interface SharingRequest {
  readonly client: PortalClient;
  readonly subject: string;
  /** Of what was read last (`If-Match`). */
  readonly etag: string;
  readonly signal: AbortSignal;
}

/**
 * Who can open the record that is open, as it was read or answered last. Whenever person or session change,
 * what is under way is aborted and what there was is forgotten.
 */
export class SharingReader implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #session: SessionController;
  readonly #sharing;
  #key = '';
  #current: Sharing | undefined;
  #leaving = new AbortController();

  constructor(host: ReactiveControllerHost, session: SessionController) {
    this.#host = host;
    this.#session = session;
    host.addController(this); // before the task, whose arguments depend on it
    this.#sharing = new Task(host, {
      args: () => [session.context?.client, session.subject?.id, this.#key] as const,
      task: async ([client, subject, key], { signal }) => {
        if (!client || !subject) return;
        const sharing = await client.call(getSharing, { params: { subject } }, { signal });
        if (key === this.#key) this.#current = sharing;
      },
    });
  }

  hostUpdate(): void {
    const key = this.#session.record?.key ?? '';
    if (key === this.#key) return;
    this.#key = key;
    this.#current = undefined;
    this.#leaving.abort();
    this.#leaving = new AbortController();
  }

  /** Who reads whose record; empty: nobody any. */
  get key(): string {
    return this.#key;
  }

  /** Undefined: not read yet, or it could not be. */
  get current(): Sharing | undefined {
    return this.#current;
  }

  get status(): TaskStatus {
    return this.#sharing.status;
  }

  get error(): unknown {
    return this.#sharing.error;
  }

  /** Reads it again; until then what is known stays. */
  reload(): Promise<void> {
    return this.#sharing.run();
  }

  /**
   * Changes something, and takes over the answer: how it stands then.
   * @returns whether the record is open still; if not, the request was aborted
   * @throws PortalError
   */
  async change(send: (request: SharingRequest) => Promise<Sharing>): Promise<boolean> {
    const { signal } = this.#leaving;
    const { context, subject } = this.#session;
    if (!context || !subject) return false;
    try {
      const etag = this.#current?.etag ?? '';
      const sharing = await send({ client: context.client, subject: subject.id, etag, signal });
      if (!signal.aborted) this.#current = sharing;
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    this.#host.requestUpdate();
    return !signal.aborted;
  }
}
