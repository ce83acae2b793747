import { msg } from '../locales/localize.js';
import { versionsView, type VersionLine } from '../ui/versions.js';

/** Which of two versions of a draft shall stay. */
interface Choice {
  readonly keepYours: () => void;
  readonly takeOther: () => void;
}

/** Somebody has typed into the same form in two places: both versions, and the choice. */
export const draftConflict = (
  { keepYours, takeOther }: Choice,
  yours: readonly VersionLine[],
  other: readonly VersionLine[],
) =>
  versionsView({
    heading: msg('You also typed in this form somewhere else.'),
    text: msg(
      'It was in another tab or on another device. We can’t save what you type here until you choose.',
    ),
    yours: {
      name: msg('Here'),
      lines: yours,
      choice: msg('Keep what’s here'),
      onChoose: keepYours,
    },
    other: {
      name: msg('There'),
      lines: other,
      choice: msg('Use what’s there'),
      onChoose: takeOther,
    },
  });
