import { msg } from '../../locales/localize.js';
import { versionsView, type VersionLine } from '../../ui/versions.js';

interface Conflict {
  readonly yours: readonly VersionLine[];
  readonly onFile: readonly VersionLine[];
  readonly onSaveYours: () => void;
  readonly onKeepOther: () => void;
}

/** Somebody else has changed what was about to be changed: both versions, and the choice. */
export const conflictView = ({ yours, onFile, onSaveYours, onKeepOther }: Conflict) =>
  versionsView({
    heading: msg('This was changed in the meantime.'),
    text: msg(
      'It may have been you in another tab, or our staff. What you typed is not saved until you choose.',
    ),
    yours: {
      name: msg('What you typed'),
      lines: yours,
      choice: msg('Save what I typed'),
      onChoose: onSaveYours,
    },
    other: {
      name: msg('On file now'),
      lines: onFile,
      choice: msg('Keep what is on file'),
      onChoose: onKeepOther,
    },
  });
