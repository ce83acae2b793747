import type { AttachmentLimits, AttachmentType } from '../../../src/policy/portal-policy.js';
import type { AttachmentRecord } from '../../db/records/index.js';
import { allowed, type Decision, type Refusal } from '../decision.js';

const megabyte = 1024 * 1024;
const day = 86_400_000;

/** Days after which a file that was not sent is dropped. */
const unsentDays = 30;

/** The limits of a policy in bytes. */
export const bytesOf = ({ maxFileMegabytes, maxTotalMegabytes }: AttachmentLimits) => ({
  maxFileBytes: maxFileMegabytes * megabyte,
  maxTotalBytes: maxTotalMegabytes * megabyte,
});

/** Whether a file that was not sent has waited long enough. */
export const isForgotten = ({ addedAt }: AttachmentRecord, now: number): boolean =>
  now >= addedAt + unsentDays * day;

const hour = 3_600_000;

/** Whether no draft has had it for so long that none will: its page saves that within a second. */
export const isOrphan = (
  { addedAt }: Pick<AttachmentRecord, 'addedAt'>,
  hasDraft: boolean,
  now: number,
): boolean => !hasDraft && now >= addedAt + hour;

/** How many bytes base64 stands for (RFC 4648, 4). */
export const sizeOf = (base64: string): number =>
  (base64.length / 4) * 3 - (/=*$/.exec(base64.slice(-2))?.[0].length ?? 0);

/** What files of each type begin with; text begins with anything. */
const signatures: readonly (readonly [AttachmentType, string])[] = [
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['application/pdf', '%PDF-'],
];

/** The media type of a file by its content, whatever it is called; null: none of those that can go with a message. */
export const mediaTypeOf = (base64: string): AttachmentType | null => {
  const start = atob(base64.slice(0, 16));
  const [type] = signatures.find(([, signature]) => start.startsWith(signature)) ?? [];
  return type ?? (isText(base64) ? 'text/plain' : null);
};

/** UTF-8 without control characters, but for tabs and line ends. */
const isText = (base64: string): boolean => {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  try {
    return !/[^\P{Cc}\t\n\r]/u.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
};

/** Whether a file may go with a message, as far as can be told of it alone. */
export const decideFile = (base64: string, limits: AttachmentLimits): Decision<AttachmentType> => {
  if (limits.maxFiles === 0) return tooLarge('/body/data', 'No files go with messages here.');
  if (sizeOf(base64) > bytesOf(limits).maxFileBytes) {
    return tooLarge('/body/data', 'The file has more bytes than one may have.');
  }
  const type = mediaTypeOf(base64);
  return type && limits.types.includes(type) ? allowed(type) : wrongType;
};

/** Whether files may go with one message together. */
export const decideFiles = <File extends Pick<AttachmentRecord, 'size'>>(
  files: readonly File[],
  limits: AttachmentLimits,
): Decision<readonly File[]> => {
  if (files.length > limits.maxFiles) {
    return tooLarge('/body/attachmentIds', 'These are more files than may go with a message.');
  }
  const total = files.reduce((sum, { size }) => sum + size, 0);
  return total > bytesOf(limits).maxTotalBytes
    ? tooLarge('/body/attachmentIds', 'The files have more bytes than may go with a message.')
    : allowed(files);
};

const tooLarge = (pointer: string, detail: string): Refusal => ({
  ok: false,
  kind: 'too-large',
  detail,
  next: [{ action: 'try-again' }],
  errors: [{ pointer, detail }],
});

const wrongType: Refusal = {
  ok: false,
  kind: 'unsupported-media-type',
  detail: 'By its content the file is of no type that may go with a message.',
  next: [{ action: 'try-again' }],
  errors: [{ pointer: '/body/data', detail: 'Not of a type that may go with a message.' }],
};
