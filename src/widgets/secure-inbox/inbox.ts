import { TaskStatus, type Task } from '@lit/task';
import type { LitElement } from 'lit';
import type { SessionController } from '../../session/session-controller.js';
import type { UnreadMessages } from '../../reading/unread-messages.js';
import type { InboxReader } from './inbox-reader.js';

/** What the parts of the inbox share. */
export interface Inbox {
  readonly host: LitElement;
  readonly session: SessionController;
  readonly reader: InboxReader;
  readonly unread: UnreadMessages;
  /** Gives the focus to what matches, as soon as it is there. */
  readonly focus: (selector: string) => void;
  readonly print: () => void;
}

/** What a task has brought, unless it is at something else by now: nothing of before may show. */
export const broughtBy = <T>(task: Task<readonly unknown[], T>): T | undefined =>
  task.status === TaskStatus.COMPLETE ? task.value : undefined;
