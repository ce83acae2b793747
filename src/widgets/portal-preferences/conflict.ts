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
    heading: msg('Someone changed this while you were typing.'),
    text: msg('It may have been you in another tab, or our staff. Choose which version to save.'),
    yours: {
      name: msg('What you typed'),
      lines: yours,
      choice: msg('Save what I typed'),
      onChoose: onSaveYours,
    },
    other: {
      name: msg('On file now'),
      lines: onFile,
      choice: msg('Keep what’s on file'),
      onChoose: onKeepOther,
    },
  });
