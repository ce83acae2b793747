import { Task } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';
import type { OpenRecord } from '../session/open-record.js';
import type { SessionController } from '../session/session-controller.js';

/**
 * Asks the backend about the record that is open, and anew whenever that or one of `args` has changed.
 * @param ask gets the record with a signal that is aborted as soon as it is asked anew, too
 * @returns a task whose value is undefined while no record is open
 */
export const recordTask = <Args extends readonly unknown[], Answer>(
  host: ReactiveControllerHost,
  session: SessionController,
  args: () => readonly [...Args],
  ask: (record: OpenRecord, args: NoInfer<Args>) => Promise<Answer>,
  onComplete?: (answer: Answer | undefined) => void,
) =>
  new Task<readonly [OpenRecord | undefined, ...Args], Answer | undefined>(host, {
    args: () => [session.record, ...args()],
    task: async ([record, ...rest], { signal }) =>
      record && ask({ ...record, signal: AbortSignal.any([record.signal, signal]) }, rest),
    ...(onComplete && { onComplete }),
  });
