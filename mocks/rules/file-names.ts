import type { DocumentType } from '../../src/contract/record/results.js';
import type { AttachmentType } from '../../src/policy/portal-policy.js';

type FileType = AttachmentType | DocumentType;

/** Characters that the name of a file has at most. */
export const fileNameLength = 120;

/** How names of files of a type end, the usual one first. */
const endings: Readonly<Record<FileType, readonly [string, ...string[]]>> = {
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/gif': ['.gif'],
  'image/tiff': ['.tif', '.tiff'],
  'application/pdf': ['.pdf'],
  'text/plain': ['.txt'],
};

/**
 * A file's name as it is kept: no path, nothing invisible (control characters, those that turn the
 * direction of writing), and an ending that tells the type that the content has.
 */
export const cleanFileName = (name: string, type: FileType): string => {
  const visible = name
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .normalize('NFC') // after that: Firefox makes U+FFFD of half a character
    .replace(/^.*[/\\]/, '')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  const known = endings[type].find((ending) => visible.toLowerCase().endsWith(ending));
  const ending = known ?? endings[type][0];
  const stem = known ? visible.slice(0, -known.length) : visible;
  return (shortened(stem, fileNameLength - ending.length) || 'file') + ending;
};

/** So many UTF-16 units at most, without half of a character at the end. */
const shortened = (text: string, most: number): string =>
  text.slice(0, most).replace(/\p{Cs}$/u, '');
