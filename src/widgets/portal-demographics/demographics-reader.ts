import { Task, TaskStatus } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Demographics } from '../../contract/demographics.js';
import { getDemographics } from '../../contract/generated/demographics.js';
import type { SessionController } from '../../session/session-controller.js';

/**
 * What is known of the record that is open. Whenever person or session change, what is under way is
 * aborted and what there was is forgotten.
 */
export class DemographicsReader implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #session: SessionController;
  readonly #read;
  #key = '';
  #value: Demographics | undefined;

  constructor(host: ReactiveControllerHost, session: SessionController) {
    this.#host = host;
    this.#session = session;
    host.addController(this); // before the task, whose arguments depend on it
    this.#read = new Task(host, {
      args: () => [session.context?.client, session.subject?.id, this.#key] as const,
      task: async ([client, subject, key], { signal }) =>
        client && subject !== undefined
          ? {
              key,
              value: await client.call(getDemographics, { params: { subject } }, { signal }),
            }
          : null,
      onComplete: (answer) => {
        if (answer && answer.key === this.#key) this.#value = answer.value;
      },
    });
  }

  hostUpdate(): void {
    const key = this.#session.record?.key ?? '';
    if (key === this.#key) return;
    this.#key = key;
    this.#value = undefined;
  }

  /** Who reads whose record; empty: nobody any. */
  get key(): string {
    return this.#key;
  }

  /** Undefined: not read yet. */
  get value(): Demographics | undefined {
    return this.#value;
  }

  /** Why it could not be read. */
  get error(): unknown {
    return this.#read.status === TaskStatus.ERROR ? this.#read.error : undefined;
  }

  /** It is so now. */
  replace(value: Demographics): void {
    this.#value = value;
    this.#host.requestUpdate();
  }

  /** What was read may not be so any more. */
  readAnew(): void {
    this.#value = undefined;
    this.retry();
  }

  retry(): void {
    void this.#read.run();
  }
}
