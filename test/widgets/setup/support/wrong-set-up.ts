import { expect, fixture } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { systemTimers } from '../../../../src/client/timers.js';
import type { SetupProblem } from '../../../../src/shape/setup-words.js';
import { eventually } from '../../../../stories/fixtures/support/eventually.js';
import { textOf } from '../../../../stories/fixtures/support/query.js';
import { consoleLines } from '../../../support/console-errors.js';

/** Forgets what was written to the console: each test is a page of its own. */
export const forgetWritten = (): void => {
  Reflect.deleteProperty(globalThis, Symbol.for('portal-widgets.written'));
};

/** Has what waits by the system's clock wait no time, until it is undone. */
export const withoutPatience = (): (() => void) => {
  const { after } = systemTimers;
  systemTimers.after = (_, callback) => after(0, callback);
  return () => {
    systemTimers.after = after;
  };
};

/** A set-up that cannot work. */
export interface WrongSetUp {
  readonly page: TemplateResult;
  /** The one thing that the console says. */
  readonly problem: SetupProblem;
  /** Where it begins, and what it says. */
  readonly says: readonly [element: string, ...words: string[]];
  /** All that a patient reads. Absent: the page works all the same. */
  readonly sees?: string | RegExp;
}

/** The page says it once, and nothing else, but that one can try again. */
const wholly = (words: string | RegExp) =>
  new RegExp(`^${words instanceof RegExp ? words.source : words}( Try again)?$`);

/** Shows such a page; returns it, once the author and the patient have been told. */
export const setUpWrong = async ({
  page,
  problem,
  says: [element, ...words],
  sees,
}: WrongSetUp): Promise<HTMLElement> => {
  let place: HTMLElement | undefined;
  const lines = await consoleLines(async () => {
    const shown = (place = await fixture<HTMLElement>(page));
    await eventually(() => {
      if (sees !== undefined) expect(textOf(shown).trim()).to.match(wholly(sees));
      expect(textOf(shown)).not.to.contain('Loading…');
    });
  });
  expect(lines, lines.join('\n')).to.have.length(1);
  const [line = ''] = lines;
  expect(line.startsWith(element), line).to.equal(true);
  for (const each of words) expect(line).to.contain(each);
  expect(line.endsWith(`docs/troubleshooting.md#${problem}`), line).to.equal(true);
  if (!place) throw new Error('There is no page.');
  return place;
};
