import type { DraftRecord } from '../db/records/index.js';

type Version = Pick<DraftRecord, 'writer' | 'sequence'>;

/**
 * What becomes of a save: a page overtakes only itself, and replaces what another page has saved only
 * by naming it.
 * @param stored undefined: nothing
 * @param replaces the save of another page that the writer has seen
 */
export const decideSave = (
  stored: Version | undefined,
  save: Version,
  replaces: Version | null,
): 'saved' | 'late' | 'conflict' => {
  if (!stored) return 'saved';
  if (stored.writer === save.writer) return save.sequence > stored.sequence ? 'saved' : 'late';
  const seen = stored.writer === replaces?.writer && stored.sequence === replaces.sequence;
  return seen ? 'saved' : 'conflict';
};
