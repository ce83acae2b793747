import type { PatientRecord, ThreadRecord } from '../../db/records/index.js';
import { day, promisedDay } from '../dates.js';
import { opaqueId } from '../../../src/fhir/opaque-id.js';

/** How many threads June has: one a day or so, over almost 14 years. */
const threadCount = 5_000;

interface Matter {
  readonly title: string;
  readonly topic: ThreadRecord['topic'];
  /** Which of the care team. */
  readonly member: number;
  /** In turn the patient's and the team's. A number comes where `#` stands. */
  readonly texts: readonly [string, string, string, string];
  /** The least number, and how many there are. */
  readonly numbers: readonly [least: number, count: number];
}

const matters: readonly Matter[] = [
  {
    title: 'INR at home',
    topic: 'result',
    member: 1,
    texts: [
      'My INR at home today: 2.#.',
      'Thank you. Please go on with the same dose.',
      'And when do I test again?',
      'In one week.',
    ],
    numbers: [2, 8],
  },
  {
    title: 'Blood pressure at home',
    topic: 'question',
    member: 0,
    texts: [
      'This morning it was # over 74.',
      'That is good for you. Please go on measuring.',
      'I sat still for five minutes before.',
      'Exactly right.',
    ],
    numbers: [122, 20],
  },
  {
    title: 'Sugar before breakfast',
    topic: 'question',
    member: 4,
    texts: [
      'My sugar before breakfast: #.',
      'Within your goal. No change.',
      'I had rice for dinner yesterday.',
      'Then try a smaller portion next time.',
    ],
    numbers: [104, 60],
  },
  {
    title: 'Weight and ankles',
    topic: 'question',
    member: 2,
    texts: [
      'I weigh # pounds today. My ankles are slim.',
      'Very good. Call us if you gain three pounds in a day.',
      'I will.',
      'Thank you, June.',
    ],
    numbers: [158, 14],
  },
  {
    title: 'Which pain reliever?',
    topic: 'medication',
    member: 3,
    texts: [
      'My back hurts at # of 10. What may I take?',
      'Acetaminophen only. Never ibuprofen: your kidneys and warfarin do not allow it.',
      'Two tablets a day?',
      'Up to four of 500 mg are fine.',
    ],
    numbers: [3, 4],
  },
  {
    title: 'Ride to the appointment',
    topic: 'appointment',
    member: 0,
    texts: [
      'My neighbor can bring me at # o’clock. Does that work?',
      'It does. See you then.',
      'Which entrance?',
      'The one on Harbor Street.',
    ],
    numbers: [9, 3],
  },
];

/** The few that are not simply answered: the latest come first. */
const openOnes = 3;
const daysUntilClosed = 700;
const daysUntilArchived = 2_000;

/**
 * June's messages. Made without specs and in one go: 5,000 threads must not hold up the start.
 * @param careTeam at least as many as the matters name
 */
export const juneThreads = (
  { id: patientId, givenName, familyName }: PatientRecord,
  careTeam: readonly ThreadRecord['careTeamMember'][],
  now: number,
): ThreadRecord[] => {
  const name = `${givenName} ${familyName}`;
  return Array.from({ length: threadCount }, (_, index) => {
    const matter = matters[(index * 7 + (index >> 4)) % matters.length] ?? matters[0];
    const member = matter && careTeam[matter.member];
    if (!matter || !member) throw new Error('June has no such matter, or nobody to write to.');
    const id = opaqueId('thread', 'june', String(index));
    const daysAgo = 1 + index;
    const [least, count] = matter.numbers;
    const number = String(least + ((index * 31) % count));
    const messages = matter.texts.slice(0, messageCount(index)).map((text, at) => {
      const isPatient = at % 2 === 0;
      const sentAt = now - daysAgo * day + at * 5 * 3_600_000 - (index % 97) * 60_000;
      return {
        id: opaqueId(id, String(at)),
        sentAt,
        from: isPatient
          ? ({ side: 'patient', name } as const)
          : ({ side: 'care-team', name: member.name } as const),
        text: text.replace('#', number),
        attachmentIds: [],
        expectedBy: isPatient ? promisedDay(sentAt) : null,
      };
    });
    const [first, ...rest] = messages;
    if (!first) throw new Error('A thread without a message.');
    return {
      id,
      patientId,
      title: matter.title,
      topic: matter.topic,
      careTeamMember: { id: member.id, name: member.name, role: member.role },
      messages: [first, ...rest],
      readCount: index > 0 && index < openOnes ? messages.length - 1 : messages.length,
      archived: daysAgo > daysUntilArchived,
      closed: daysAgo > daysUntilClosed,
    };
  });
};

/** The latest waits for its answer, the next ones have it; then one to four. */
const messageCount = (index: number): number =>
  index < openOnes ? Math.min(index + 1, 2) : 1 + (index % 4);
