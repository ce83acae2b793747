import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PortalClient } from '../../../src/client/portal-client.js';
import type { OpenRecord } from '../../../src/session/open-record.js';
import type { SessionController } from '../../../src/session/session-controller.js';

/** A host that updates when it is told to. */
export class ManualHost implements ReactiveControllerHost {
  readonly updateComplete = Promise.resolve(true);
  readonly #controllers = new Set<ReactiveController>();
  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
  }
  removeController(controller: ReactiveController): void {
    this.#controllers.delete(controller);
  }
  requestUpdate(): void {
    // Not before `update`.
  }
  update(): void {
    for (const controller of this.#controllers) controller.hostUpdate?.();
  }
}

/** A question to the backend, which answers when it is told to. */
export interface Call {
  readonly input: unknown;
  readonly signal: AbortSignal;
  readonly answer: (answer: unknown) => void;
  readonly fail: (error: Error) => void;
}

/** A host and a session in which Rosa has her own record open. */
export const openSession = () => {
  const calls: Call[] = [];
  const call = (_: unknown, input: unknown, { signal }: { signal: AbortSignal }) =>
    new Promise((answer, fail) => void calls.push({ input, signal, answer, fail }));
  const session: { record: OpenRecord | undefined } = { record: undefined };
  let closing = new AbortController();
  /** Undefined: none. */
  const openRecord = (subject: string | undefined, account = 'account'): void => {
    closing.abort();
    closing = new AbortController();
    session.record =
      subject === undefined
        ? undefined
        : {
            client: { call } as unknown as PortalClient,
            subject,
            key: `${account} ${subject}`,
            signal: closing.signal,
          };
  };
  openRecord('rosa');
  const host = new ManualHost();
  return { host, session: session as unknown as SessionController, openRecord, calls };
};

/** After whatever follows from promises that are settled. */
export const settled = () => new Promise((resolve) => setTimeout(resolve));
