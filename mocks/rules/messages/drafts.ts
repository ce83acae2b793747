import type { DraftRecord } from '../../db/records/index.js';

type Version = Pick<DraftRecord, 'writer' | 'sequence'>;

/**
 * What becomes of a save: a page overtakes only itself, and replaces what another page has saved only
 * by naming it. What a page has dropped is remembered for that: a save that was overtaken on its way would
 * bring it back. It keeps nobody else from saving.
 * @param stored undefined: nothing
 * @param replaces the save of another page that the writer has seen
 */
export const decideSave = (
  stored: (Version & Pick<DraftRecord, 'content'>) | undefined,
  save: Version,
  replaces: Version | null,
): 'saved' | 'late' | 'conflict' => {
  if (!stored) return 'saved';
  if (stored.writer === save.writer) return save.sequence > stored.sequence ? 'saved' : 'late';
  if (stored.content === null) return 'saved';
  const seen = stored.writer === replaces?.writer && stored.sequence === replaces.sequence;
  return seen ? 'saved' : 'conflict';
};

/** Whether what was dropped may be forgotten: no save of then is on its way any more. */
export const isForgotten = ({ content, savedAt }: DraftRecord, now: number): boolean =>
  content === null && now - savedAt >= 86_400_000;
