import { TaskStatus } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ClientEndpoint } from '../contract/client-endpoint.js';
import type { OpenRecord } from '../session/open-record.js';
import type { SessionController } from '../session/session-controller.js';
import { recordTask } from './record-task.js';

/**
 * Reads what one answer tells of the record that is open. Whenever the record changes, what is under way is
 * aborted and what there was is forgotten.
 */
export class ValueReader<Value> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #session: SessionController;
  readonly #answer;
  #record: OpenRecord | undefined;
  #value: Value | undefined;

  constructor(
    host: ReactiveControllerHost,
    session: SessionController,
    endpoint: ClientEndpoint<{ readonly params: { readonly subject: string } }, Value>,
  ) {
    this.#host = host;
    this.#session = session;
    host.addController(this); // before the task, whose arguments depend on it
    this.#answer = recordTask(
      host,
      session,
      () => [],
      ({ client, subject, signal }) => client.call(endpoint, { params: { subject } }, { signal }),
      (value) => {
        this.#value = value;
      },
    );
  }

  hostUpdate(): void {
    const { record } = this.#session;
    if (record === this.#record) return;
    this.#record = record;
    this.#value = undefined;
  }

  /** Whose it is; undefined: nobody's. */
  get record(): OpenRecord | undefined {
    return this.#record;
  }

  /** Who reads whose record; empty while no record is open. */
  get key(): string {
    return this.#record?.key ?? '';
  }

  /** Undefined: not read yet. */
  get value(): Value | undefined {
    return this.#value;
  }

  /** Why it could not be read. */
  get error(): unknown {
    return this.#answer.status === TaskStatus.ERROR ? this.#answer.error : undefined;
  }

  /** It is so now. */
  replace(value: Value): void {
    this.#value = value;
    this.#host.requestUpdate();
  }

  /** What was read may not be so any more. */
  readAnew(): void {
    this.#value = undefined;
    void this.reload();
  }

  /** Reads it again; until then what is known stays. */
  reload(): Promise<void> {
    return this.#answer.run();
  }
}
