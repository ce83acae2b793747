import type { DraftController } from './draft-controller.js';
import { msg } from '../locales/localize.js';
import { versionsView, type VersionLine } from '../ui/versions.js';

/** Somebody has typed into the same form in two places: both versions, and the choice. */
export const draftConflict = (
  draft: DraftController,
  yours: readonly VersionLine[],
  other: readonly VersionLine[],
) =>
  versionsView({
    heading: msg('You also typed into this form somewhere else.'),
    text: msg(
      'It was in another tab or on another device. What you type here is not saved until you choose.',
    ),
    yours: {
      name: msg('Here'),
      lines: yours,
      choice: msg('Keep what is here'),
      onChoose: () => {
        draft.keepYours();
      },
    },
    other: {
      name: msg('There'),
      lines: other,
      choice: msg('Take what is there'),
      onChoose: () => {
        draft.takeOther();
      },
    },
  });
