import { msg } from '../../locales/localize.js';
import { accountRefusal, lockWarning } from './account-refusal.js';
import { refusalNote } from './refusal-note.js';
import type { RefusalView } from './refusal-view.js';

/** @param help to find out why a code is refused; all else is refused as elsewhere */
const codeRefusal =
  (help: () => string): RefusalView =>
  (refusal, context, links) =>
    refusal.rule === 'login.no-hints'
      ? refusalNote(
          {
            heading: msg('This code does not work.'),
            text: `${help()} ${lockWarning(refusal.attemptsLeft)}`,
          },
          refusal,
          context,
          links,
        )
      : accountRefusal(refusal, context, links);

/** A refused code of the second step. */
export const secondStepRefusal = codeRefusal(() =>
  msg('Each code works once, and for a short time. Wait for the next one.'),
);

/** A refused recovery code: there is no next one to wait for. */
export const recoveryCodeRefusal = codeRefusal(() =>
  msg('Check it letter by letter. Each code works once: if you have used it, try another.'),
);
