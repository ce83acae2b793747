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
    heading: msg('You also typed into this form somewhere else.'),
    text: msg(
      'It was in another tab or on another device. What you type here is not saved until you choose.',
    ),
    yours: {
      name: msg('Here'),
      lines: yours,
      choice: msg('Keep what is here'),
      onChoose: keepYours,
    },
    other: {
      name: msg('There'),
      lines: other,
      choice: msg('Take what is there'),
      onChoose: takeOther,
    },
  });
