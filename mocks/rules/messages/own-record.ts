import type { NextStep } from '../../../src/contract/problems.js';
import type { PatientRecord } from '../../db/records/index.js';
import { allowed, refused, type Decision } from '../decision.js';
import { namingIn } from './given-names.js';
import { wordsOf } from '../words.js';
import type { WrittenMessage } from './written-message.js';

/** Somebody whose record the writer may open besides. */
interface Other {
  readonly patient: PatientRecord;
  /** Whether the writer may write there. */
  readonly canWrite: boolean;
}

/** Who writes in whose record, and whose the writer may open besides. */
export interface Writing {
  /** Whose record the message is written in. */
  readonly subject: PatientRecord;
  readonly writer: PatientRecord;
  readonly others: readonly Other[];
}

/**
 * Whether a message is about the record that it is written in (`messages.own-record`). One that names
 * somebody else of the writer's family in its title is about them. In its text it may be so, and in the
 * title too where the name is also a word ("our trip in June"): then the writer says that it is not.
 * Names of the patient themself and of the writer, who signs, tell nothing.
 */
export const decideOwnRecord = (
  { title = '', text, confirmed }: WrittenMessage,
  { subject, writer, others }: Writing,
): Decision<null> => {
  const expected = wordsOf(
    [subject.givenName, subject.familyName, writer.givenName, writer.familyName].join(' '),
  );
  const namingBy =
    (written: string) =>
    ({ patient: { givenName } }: Other) =>
      namingIn(written, givenName, expected);

  const namedInTitle = namingBy(title);
  const surely = others.filter((other) => namedInTitle(other) === 'name');
  if (surely.length > 0) return aboutOther('certain', '/body/title', waysOn(surely));
  if (confirmed.includes('own-record')) return allowed(null);
  for (const [pointer, namedIn] of [
    ['/body/title', namedInTitle],
    ['/body/text', namingBy(text)],
  ] as const) {
    const named = others.filter((other) => namedIn(other) !== null);
    if (named.length > 0)
      return aboutOther('possible', pointer, [...waysOn(named), { action: 'confirm' }]);
  }
  return allowed(null);
};

/** To each record that may be meant; where the writer may only look, whoever it is about writes. */
const waysOn = (named: readonly Other[]): NextStep[] => [
  ...named
    .filter(({ canWrite }) => canWrite)
    .map(({ patient }): NextStep => ({ action: 'switch-subject', subject: patient.id })),
  ...(named.every(({ canWrite }) => canWrite) ? [] : [{ action: 'ask-patient' } as const]),
];

const aboutOther = (
  ruleCase: 'certain' | 'possible',
  pointer: string,
  next: readonly NextStep[],
) => {
  const detail = 'This names another person whose record can be opened.';
  return refused(`messages.own-record/${ruleCase}`, {
    detail,
    next,
    errors: [{ pointer, detail }],
  });
};
