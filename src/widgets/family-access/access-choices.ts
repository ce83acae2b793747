import { msg } from '../../locales/localize.js';
import type { Choice } from '../../ui/form/choice-view.js';
import { accessWords } from '../../ui/words/family-words.js';

/** What somebody may be allowed in the record. */
export const accessChoices = (): readonly Choice[] => [
  {
    value: 'view',
    label: `${accessWords('view')}: ${msg('can see but not send or change anything')}`,
  },
  {
    value: 'full',
    label: `${accessWords('full')}: ${msg('can do everything you can, except share your record')}`,
  },
];
