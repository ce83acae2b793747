import type { Message, ThreadRecord } from '../db/records/index.js';
import type { Facts } from './facts.js';
import { day, promisedDay } from './dates.js';
import { opaqueId } from '../../src/fhir/opaque-id.js';

/** A message: by whom, how many days ago (fractions are hours), what. */
export type MessageDraft = readonly [from: 'patient' | 'care-team', daysAgo: number, text: string];

export interface ThreadDraft {
  readonly title: string;
  readonly topic: ThreadRecord['topic'];
  /** Of the care team, by name. */
  readonly with: string;
  /** Who writes for the patient's side; absent: the patient. */
  readonly writer?: string;
  /** Oldest first. */
  readonly messages: readonly [MessageDraft, ...MessageDraft[]];
  /** How many of the last messages have not been read. Absent: none. */
  readonly unread?: number;
  readonly archived?: boolean;
  readonly closed?: boolean;
}

/** @throws Error where nobody of that name is in the care team */
export function threadRecord(draft: ThreadDraft, facts: Facts): ThreadRecord {
  const { patient, careTeam } = facts;
  const member = careTeam.find(({ name }) => name === draft.with);
  if (!member) throw new Error(`${draft.with} is not in the care team.`);
  const [[, firstDaysAgo]] = draft.messages;
  const id = opaqueId('thread', patient.id, draft.title, String(firstDaysAgo));
  const message = ([side, daysAgo, text]: MessageDraft, index: number): Message => {
    const sentAt = Math.floor(facts.now - daysAgo * day);
    return {
      id: opaqueId(id, String(index)),
      sentAt,
      from: { side, name: side === 'patient' ? (draft.writer ?? facts.name) : member.name },
      text,
      attachmentIds: [],
      expectedBy: side === 'patient' ? promisedDay(sentAt) : null,
    };
  };
  const [first, ...rest] = draft.messages;
  return {
    id,
    patientId: patient.id,
    title: draft.title,
    topic: draft.topic,
    careTeamMember: { id: member.id, name: member.name, role: member.role },
    messages: [message(first, 0), ...rest.map((each, index) => message(each, index + 1))],
    readCount: draft.messages.length - (draft.unread ?? 0),
    archived: draft.archived ?? false,
    closed: draft.closed ?? false,
  };
}
