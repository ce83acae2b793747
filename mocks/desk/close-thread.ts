import type { Hospital } from './hospital.js';
import { recordStaffAction } from './staff-audit.js';

/**
 * Closes a thread: nobody of the care team reads on, so that nothing can be answered in it.
 * @throws Error for an unknown thread
 */
export const closeThread = ({ db, clock, policy }: Hospital, threadId: string): Promise<void> =>
  db.transact((tables) => {
    const thread = tables.threads.get(threadId);
    if (!thread) throw new Error('There is no such thread.');
    tables.threads.put({ ...thread, closed: true });
    recordStaffAction(tables, {
      patientId: thread.patientId,
      action: 'closed-message',
      at: clock.now(),
      by: policy.portal.organization,
    });
  });
