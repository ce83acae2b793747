import type { Message, ThreadRecord } from '../db/records/index.js';
import type { Facts } from './facts.js';
import { day, promisedDay } from './dates.js';
import { opaqueId } from '../../src/fhir/opaque-id.js';

/** A message: by whom, how many days ago (fractions are hours), what. */
export type MessageSpec = readonly [from: 'patient' | 'care-team', daysAgo: number, text: string];

export interface ThreadSpec {
  readonly title: string;
  readonly topic: ThreadRecord['topic'];
  /** Of the care team, by name. */
  readonly with: string;
  /** Who writes for the patient's side; absent: the patient. */
  readonly writer?: string;
  /** Oldest first. */
  readonly messages: readonly [MessageSpec, ...MessageSpec[]];
  /** How many of the last messages have not been read. Absent: none. */
  readonly unread?: number;
  readonly archived?: boolean;
  readonly closed?: boolean;
}

/** @throws Error where nobody of that name is in the care team */
export const threadRecord = (spec: ThreadSpec, facts: Facts): ThreadRecord => {
  const { patient, careTeam } = facts;
  const member = careTeam.find(({ name }) => name === spec.with);
  if (!member) throw new Error(`${spec.with} is not in the care team.`);
  const [[, firstDaysAgo]] = spec.messages;
  const id = opaqueId('thread', patient.id, spec.title, String(firstDaysAgo));
  const message = ([side, daysAgo, text]: MessageSpec, index: number): Message => {
    const sentAt = Math.floor(facts.now - daysAgo * day);
    return {
      id: opaqueId(id, String(index)),
      sentAt,
      from: { side, name: side === 'patient' ? (spec.writer ?? facts.name) : member.name },
      text,
      attachmentIds: [],
      expectedBy: side === 'patient' ? promisedDay(sentAt) : null,
    };
  };
  const [first, ...rest] = spec.messages;
  return {
    id,
    patientId: patient.id,
    title: spec.title,
    topic: spec.topic,
    careTeamMember: { id: member.id, name: member.name, role: member.role },
    messages: [message(first, 0), ...rest.map((each, index) => message(each, index + 1))],
    readCount: spec.messages.length - (spec.unread ?? 0),
    archived: spec.archived ?? false,
    closed: spec.closed ?? false,
  };
};
