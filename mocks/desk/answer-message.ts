import type { ThreadRecord } from '../db/records/index.js';
import { notifyOfNewInformation } from '../emails.js';
import { randomToken } from '../random.js';
import { DeskError } from './desk-error.js';
import type { Hospital } from './hospital.js';
import { recordStaffAction } from './staff-action.js';

/**
 * Answers a thread for the care team, and tells the patient by e-mail that there is something new, not
 * what (`messages.signed-in-only`). A thread that was archived comes back into the inbox.
 * @param answer `by`: the name of whoever writes
 * @throws DeskError for an unknown thread, or a closed one
 */
export const answerMessage = (
  { db, clock, policy }: Hospital,
  threadId: string,
  { by, text }: { readonly by: string; readonly text: string },
): Promise<void> =>
  db.transact((tables) => {
    const thread = tables.threads.get(threadId);
    if (!thread) throw new DeskError('not-found', 'There is no such thread.');
    if (thread.closed) throw new DeskError('conflict', 'The thread is closed.');
    const now = clock.now();
    const { patientId } = thread;
    const answered: ThreadRecord = {
      ...thread,
      messages: [
        ...thread.messages,
        {
          id: randomToken(),
          sentAt: now,
          from: { side: 'care-team', name: by },
          text,
          attachmentIds: [],
          expectedBy: null,
        },
      ],
      archived: false,
    };
    tables.threads.put(answered);
    recordStaffAction(tables, { patientId, action: 'sent-message', by, now, policy });
    notifyOfNewInformation(tables, patientId, policy, now);
  });
