import type { OutputOf } from '../../../contract/endpoint.js';
import type * as contract from '../../../contract/messages/messages.js';
import { msg, str } from '../../../locales/localize.js';
import type { AttachmentType } from '../../../policy/portal-policy.js';
import { sizeWords } from '../../../ui/words/size-words.js';

/** What the backend says of writing in a record. */
export type WritingRules = OutputOf<typeof contract.getWritingRules>;
export type FileLimits = WritingRules['attachments'];

/** What people call files of a type. */
export const typeWords = (type: AttachmentType): string => {
  switch (type) {
    case 'image/jpeg':
      return msg('JPEG photo');
    case 'image/png':
      return msg('PNG picture');
    case 'application/pdf':
      return msg('PDF');
    case 'text/plain':
      return msg('plain text');
  }
};

const typesWords = (types: readonly AttachmentType[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'disjunction' }).format(types.map(typeWords));

/** What may go with a message, before anything is chosen. */
export const limitsWords = (limits: FileLimits, locale: string): string => {
  const { maxFiles, maxFileBytes, maxTotalBytes, types } = limits;
  const kinds = typesWords(types, locale);
  const each = sizeWords(maxFileBytes, locale);
  const all = sizeWords(maxTotalBytes, locale);
  return maxFiles === 1
    ? msg(str`1 file, up to ${each}: ${kinds}.`)
    : msg(str`Up to ${maxFiles} files, ${each} each, ${all} in total: ${kinds}.`);
};

export const tooManyWords = ({ maxFiles }: FileLimits): string =>
  maxFiles === 1
    ? msg('You can attach only 1 file.')
    : msg(str`You can attach up to ${maxFiles} files.`);

export const tooLargeWords = (size: number, { maxFileBytes }: FileLimits, locale: string): string =>
  msg(
    str`This file is too large (${sizeWords(size, locale)}). The limit is ${sizeWords(maxFileBytes, locale)}.`,
  );

export const tooMuchWords = ({ maxTotalBytes }: FileLimits, locale: string): string =>
  msg(str`Attachments can be up to ${sizeWords(maxTotalBytes, locale)} in total.`);

export const wrongTypeWords = ({ types }: FileLimits, locale: string): string => {
  const kinds = typesWords(types, locale);
  return msg(
    str`We can’t accept this type of file. You can attach: ${kinds}. We check what’s in a file, not its name.`,
  );
};
