import type { NextStep } from '../../src/contract/problems.js';
import type { PatientRecord } from '../db/records/index.js';
import { allowed, refused, type Decision } from './decision.js';
import { hasPhrase, wordsOf } from './words.js';
import type { WrittenMessage } from './written-message.js';

/** Who writes in whose record, and whose the writer may open besides. */
export interface Writing {
  /** Whose record the message is written in. */
  readonly subject: PatientRecord;
  readonly writer: PatientRecord;
  readonly others: readonly {
    readonly patient: PatientRecord;
    /** Whether the writer may write there. */
    readonly canWrite: boolean;
  }[];
}

/**
 * Whether a message is about the record that it is written in (`messages.own-record`). One that names
 * somebody else of the writer's family in its title is about them. In its text it may be so: then the
 * writer says that it is not. Names of the patient themself and of the writer, who signs, tell nothing.
 */
export const decideOwnRecord = (
  { title = '', text, confirmed }: WrittenMessage,
  { subject, writer, others }: Writing,
): Decision<null> => {
  const expected = wordsOf(
    [subject.givenName, subject.familyName, writer.givenName, writer.familyName].join(' '),
  );
  const namedIn = (written: string) => {
    const words = wordsOf(written);
    return others.filter(
      ({ patient: { givenName } }) =>
        !hasPhrase(expected, givenName) && hasPhrase(words, givenName),
    );
  };

  const inTitle = namedIn(title);
  if (inTitle.length > 0) return aboutOther('/body/title', waysOn(inTitle));
  const inText = confirmed.includes('own-record') ? [] : namedIn(text);
  if (inText.length === 0) return allowed(null);
  return aboutOther('/body/text', [...waysOn(inText), { action: 'confirm' }]);
};

/** To each record that may be meant; where the writer may only look, whoever it is about writes. */
const waysOn = (named: Writing['others']): NextStep[] => [
  ...named
    .filter(({ canWrite }) => canWrite)
    .map(({ patient }): NextStep => ({ action: 'switch-subject', subject: patient.id })),
  ...(named.every(({ canWrite }) => canWrite) ? [] : [{ action: 'ask-patient' } as const]),
];

const aboutOther = (pointer: string, next: readonly NextStep[]) => {
  const detail = 'This names another person whose record can be opened.';
  return refused('messages.own-record', { detail, next, errors: [{ pointer, detail }] });
};
