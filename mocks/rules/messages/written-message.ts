import type { Confirmation } from '../../../src/contract/messages/messages.js';

/** What somebody wants to send. */
export interface WrittenMessage {
  /** Absent: it answers in a thread that has one. */
  readonly title?: string;
  readonly text: string;
  readonly confirmed: readonly Confirmation[];
}
