import type { ThreadRecord } from '../db/records/index.js';
import { notifyOfNewInformation } from '../emails.js';
import { randomToken } from '../random.js';
import { DeskError } from './desk-error.js';
import type { Hospital } from './hospital.js';
import { recordStaffAction } from './staff-action.js';

/**
 * Begins a thread for a member of the care team, and tells the patient by e-mail that there is
 * something new, not what (`messages.signed-in-only`).
 * @param message `by`: id of the member
 * @returns the id of the thread
 * @throws DeskError for somebody who is not of the patient's care team
 */
export const writeMessage = (
  { db, clock, policy }: Hospital,
  patientId: string,
  message: Pick<ThreadRecord, 'topic' | 'title'> & { readonly by: string; readonly text: string },
): Promise<string> =>
  db.transact((tables) => {
    const member = tables.careTeamMembers.get(message.by);
    if (member?.patientId !== patientId) {
      throw new DeskError('not-found', 'There is no such member of the care team.');
    }
    const now = clock.now();
    const { id, name, role } = member;
    const thread: ThreadRecord = {
      id: randomToken(),
      patientId,
      title: message.title,
      topic: message.topic,
      careTeamMember: { id, name, role },
      messages: [
        {
          id: randomToken(),
          sentAt: now,
          from: { side: 'care-team', name },
          text: message.text,
          attachmentIds: [],
          expectedBy: null,
        },
      ],
      readCount: 0,
      archived: false,
      closed: false,
    };
    tables.threads.put(thread);
    recordStaffAction(tables, { patientId, action: 'sent-message', by: name, now, policy });
    notifyOfNewInformation(tables, patientId, policy, now);
    return thread.id;
  });
