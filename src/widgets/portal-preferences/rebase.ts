import { textIn, type DraftContent } from '../../forms/draft-fields.js';
import type { Fields } from '../../forms/form-controller.js';

/** What a draft calls the values that were on file when it was typed; no field has this name. */
const baseName = 'onFile';

/** What was on file when this was typed; undefined: an older page has kept it, without that. */
export const baseOf = (content: DraftContent | undefined): DraftContent | undefined => {
  const base = content?.[baseName];
  return typeof base === 'object' && base !== null ? (base as DraftContent) : undefined;
};

/** What was typed, with what was on file then. */
export const withBase = (content: DraftContent, base: DraftContent): DraftContent => ({
  ...content,
  [baseName]: base,
});

/**
 * What was typed, over what is on file now. A field that nobody has touched takes what is on file; what
 * was typed into another one stays. Where that was changed to something else on file, the old base stays
 * too, so that the field is `contested`.
 * @returns `content` itself where there is nothing to do
 */
export const rebased = (
  content: DraftContent,
  fields: Fields,
  onFile: DraftContent,
): DraftContent => {
  const base = baseOf(content);
  if (!base) return withBase(content, onFile);
  const moved = contested(content, onFile).filter((pointer) => {
    const text = textIn(content, pointer);
    const untouched = beginsEmpty(fields, pointer) ? '' : textIn(base, pointer);
    return text === untouched || text.trim() === textIn(onFile, pointer);
  });
  if (moved.length === 0) return content;
  const now = Object.fromEntries(moved.map((pointer) => [pointer, textIn(onFile, pointer)]));
  const taken = Object.entries(now).filter(([pointer]) => !beginsEmpty(fields, pointer));
  return withBase({ ...content, ...Object.fromEntries(taken) }, { ...base, ...now });
};

/** The fields that were changed on file since. After `rebased`: and to something else than was typed. */
export const contested = (content: DraftContent | undefined, onFile: DraftContent): string[] => {
  const base = baseOf(content) ?? onFile;
  return Object.keys(onFile).filter((pointer) => textIn(base, pointer) !== textIn(onFile, pointer));
};

/** Whether a field does not begin with what is on file. */
const beginsEmpty = (fields: Fields, pointer: string): boolean =>
  fields[pointer]?.value === undefined;
