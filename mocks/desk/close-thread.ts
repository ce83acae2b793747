import { DeskError } from './desk-error.js';
import type { Hospital } from './hospital.js';
import { recordStaffAction } from './staff-action.js';

/**
 * Closes a thread: nobody of the care team reads on, so that nothing can be answered in it.
 * @throws DeskError for an unknown thread
 */
export const closeThread = ({ db, clock, policy }: Hospital, threadId: string): Promise<void> =>
  db.transact((tables) => {
    const thread = tables.threads.get(threadId);
    if (!thread) throw new DeskError('not-found', 'There is no such thread.');
    tables.threads.put({ ...thread, closed: true });
    recordStaffAction(tables, {
      patientId: thread.patientId,
      action: 'closed-message',
      now: clock.now(),
      policy,
    });
  });
