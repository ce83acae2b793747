import type { DocumentType } from '../../contract/record/results.js';
import type { FhirBundle } from '../bundle/bundle.js';
import type { Entry } from '../bundle/entry.js';
import type { DocumentRecord } from '../records/index.js';
import { binarySchema, type FhirAttachment } from '../schemas.js';
import { textOfHtml } from './html-text.js';
import { textOfRtf } from './text.js';

/** What an Attachment holds: words that can be read here, or a file that the browser opens or saves. */
export type Content =
  { readonly text: string } | { readonly document: Pick<DocumentRecord, 'type' | 'size' | 'data'> };

/** Undefined: neither, not in the file, or in letters that are not known. */
export function contentOf(
  bundle: FhirBundle,
  from: Entry,
  form: FhirAttachment,
): Content | undefined {
  const binary = form.url === undefined ? undefined : bundle.resolve({ reference: form.url }, from);
  const source =
    form.data === undefined && binary?.resource.resourceType === 'Binary'
      ? bundle.read(binary, binarySchema)
      : form;
  const data = source?.data?.replace(/\s+/g, '');
  if (!data || !isBase64(data)) return undefined;
  const type = documentTypeOf(data);
  if (type) return { document: { type, size: sizeOf(data), data } };
  const text = textOf(data, form.contentType ?? source?.contentType ?? '');
  return text === undefined ? undefined : { text };
}

const isBase64 = (data: string): boolean =>
  data.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(data);

/** How many bytes base64 stands for (RFC 4648, 4). */
const sizeOf = (data: string): number =>
  (data.length / 4) * 3 - (/=*$/.exec(data.slice(-2))?.[0].length ?? 0);

/** What files of each type begin with. */
const signatures: readonly (readonly [DocumentType, string])[] = [
  ['application/pdf', '%PDF-'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/gif', 'GIF87a'],
  ['image/gif', 'GIF89a'],
  ['image/tiff', 'II*\0'],
  ['image/tiff', 'MM\0*'],
];

/** By the content alone: a browser must not be told that something is an image that is none. */
function documentTypeOf(data: string): DocumentType | undefined {
  // Some printers put a mark of UTF-8 or an empty line before a PDF.
  const start = atob(data.slice(0, 32)).replace(/^(?:\xef\xbb\xbf)?\s*/, '');
  return signatures.find(([, signature]) => start.startsWith(signature))?.[0];
}

const readers: Readonly<Record<string, (text: string) => string | undefined>> = {
  'text/plain': (text) => text,
  'text/html': textOfHtml,
  'application/xhtml+xml': textOfHtml,
  'text/rtf': textOfRtf,
  'application/rtf': textOfRtf,
};

function textOf(data: string, contentType: string): string | undefined {
  const [type = '', ...parameters] = contentType.toLowerCase().split(';');
  const charset = parameters
    .map((each) => /^\s*charset="?([^"\s]+)"?/.exec(each)?.[1])
    .find(Boolean);
  const read = readers[type.trim()];
  const text = read && decoded(data, charset ?? 'utf-8');
  return text === undefined ? undefined : read?.(text);
}

/** Base64 of text in these letters; undefined if it is not. */
function decoded(data: string, charset: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
