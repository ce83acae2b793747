import type { SetupProblem } from './setup-words.js';

export type { SetupProblem };

/**
 * Tells the page's author, once, in the console: what is wrong, and how to mend it. The words are fetched
 * only then, so that a page that is set up right never loads them.
 * @param where what it is about: `<portal-login>`
 * @param detail the value that is wrong; nothing about a person
 */
export const tellAuthor = (problem: SetupProblem, where: string, detail = ''): void => {
  import('./setup-words.js').then(
    ({ write }) => {
      write(problem, where, detail);
    },
    () => {
      console.error(where, problem, detail);
    },
  );
};

/** Why an element cannot work, for as long as that lasts. */
export interface SetupFault {
  readonly problem: SetupProblem;
  /** Whom a patient can call, where the policy is known. */
  readonly phone?: string | undefined;
  /** Tries again, where the page may be right and the network wrong. */
  readonly onRetry?: (() => void) | undefined;
}

/** By element. */
export const faults = new WeakMap<object, SetupFault | undefined>();
