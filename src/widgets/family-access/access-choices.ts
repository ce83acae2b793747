import { msg } from '../../locales/localize.js';
import type { Choice } from '../../ui/form/choice-view.js';
import { accessWords } from '../../ui/words/family-words.js';

/** What somebody may be allowed in the record. */
export const accessChoices = (): readonly Choice[] => [
  {
    value: 'view',
    label: `${accessWords('view')}: ${msg('look, and send or change nothing')}`,
  },
  {
    value: 'full',
    label: `${accessWords('full')}: ${msg('everything that you may do here, but not share it')}`,
  },
];
