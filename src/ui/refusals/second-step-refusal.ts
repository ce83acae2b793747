import { msg } from '../../locales/localize.js';
import { accountRefusal, lockWarning } from './account-refusal.js';
import { refusalNote } from './refusal-note.js';
import type { RefusalView } from './refusal-view.js';

/** A refused code of the second step; all else is refused as elsewhere. */
export const secondStepRefusal: RefusalView = (refusal, context, links) =>
  refusal.rule === 'login.no-hints'
    ? refusalNote(
        {
          heading: msg('This code does not work.'),
          text: `${msg('Each code works once, and for a short time. Wait for the next one.')} ${lockWarning(refusal.attemptsLeft)}`,
        },
        refusal,
        context,
        links,
      )
    : accountRefusal(refusal, context, links);
