import { msg } from '../../locales/localize.js';
import { refusalNote, type RefusalWords } from './refusal-note.js';
import type { Refusal, RefusalView } from './refusal-view.js';

/** Why the record cannot be changed in the portal, and who corrects it. */
export const recordRefusal: RefusalView = (refusal, context, links) => {
  const isReadOnly = refusal.rule === 'record.read-only';
  // To ask at the next visit is what its words say; what cannot wait is for the phone.
  const next = isReadOnly ? [{ action: 'call-office' } as const] : refusal.next;
  return refusalNote(wordsFor(refusal), { ...refusal, next }, context, links);
};

const wordsFor = ({ rule }: Refusal): RefusalWords =>
  rule === 'record.read-only'
    ? {
        heading: msg('Your doctor can correct it.'),
        text: msg(
          'All of this comes from your doctor’s record, and nobody can change it here. Your doctor goes through it with you at each visit. Say then what is wrong. If it could harm you, such as an allergy that is missing, do not wait for the visit.',
        ),
      }
    : {
        heading: msg('This cannot be done right now.'),
        text: msg('Call us. We will help you.'),
      };
