import type { TemplateResult } from 'lit';
import type { DeskPatient } from '../../mocks/desk/patients.js';
import type { DeskClient } from './desk-client.js';

/** What a panel works with. */
export interface Desk {
  readonly client: DeskClient;
  /** How many pages of its list a panel shows; `showMore` adds one. */
  readonly pages: number;
  readonly showMore: () => void;
  /** Id of what somebody has opened in the panel; null: nothing. */
  readonly opened: string | null;
  readonly open: (id: string | null) => void;
  /** Does something, says what came of it, and reads what every panel shows once more. */
  readonly run: <T>(work: () => Promise<T>, said: string | ((value: T) => string)) => Promise<void>;
  /** Tells the page what other tabs have to follow. */
  readonly tell: (change: DeskChange) => void;
  /** An instant in words, in the portal's time zone. */
  readonly time: (instant: string) => string;
  /** The other way round: the instant at which it is this local time there (`2026-03-16T10:30`). */
  readonly instantOf: (localTime: string) => string;
}

/** `policy`: another one is in force. `data`: everything was replaced. */
export type DeskChange = 'policy' | 'data';

/** One concern of the desk, under a heading of its own: reads what it shows, and shows it. */
export interface Panel<Subject> {
  readonly heading: string;
  readonly read: (desk: Desk, subject: Subject) => Promise<TemplateResult>;
}

/** About the patient who was picked. */
export type PatientPanel = Panel<DeskPatient>;

interface Page {
  readonly nextCursor: string | null;
}

/** The first pages of a list, one after the other. */
export const readPages = async <P extends Page>(
  count: number,
  read: (cursor: string | null) => Promise<P>,
): Promise<readonly [P, ...P[]]> => {
  const first = await read(null);
  const pages: [P, ...P[]] = [first];
  for (let last = first; last.nextCursor !== null && pages.length < count;) {
    last = await read(last.nextCursor);
    pages.push(last);
  }
  return pages;
};

/** What was typed into a form's fields, by their names; and the button that sent it, if it has one. */
export const typedIn = (event: SubmitEvent): ReadonlyMap<string, string> => {
  event.preventDefault();
  const form = event.currentTarget as HTMLFormElement;
  return new Map(
    [...new FormData(form, event.submitter)].map(([name, value]) => [
      name,
      typeof value === 'string' ? value : '',
    ]),
  );
};

/**
 * What the JSON file holds that somebody has chosen; null: none was.
 * @throws Error for another kind of file
 */
export const chosenJson = async (input: HTMLInputElement): Promise<object | null> => {
  const text = await input.files?.[0]?.text();
  input.value = ''; // so that the same file, put right, can be chosen again
  if (text === undefined) return null;
  const content = parsed(text);
  if (typeof content !== 'object' || content === null) {
    throw new Error('This file isn’t a JSON object.');
  }
  return content;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
