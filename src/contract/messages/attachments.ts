import * as z from 'zod/mini';
import { largestFileMegabytes } from '../../policy/portal-policy.js';
import { endpoint } from '../endpoint.js';
import { id, typed } from '../fields.js';
import { attachmentSummary } from './threads.js';

/** Characters of base64 (RFC 4648, 4) that so many bytes take. */
const base64Length = (bytes: number) => Math.ceil(bytes / 3) * 4;

const largestData = base64Length(largestFileMegabytes * 1024 * 1024);

/** Bytes in base64, at least one (FHIR Attachment.data). */
const base64 = z.string().check(
  z.maxLength(largestData),
  z.regex(/^[A-Za-z0-9+/]+={0,2}$/),
  z.refine((text) => text.length % 4 === 0, 'Base64 comes in groups of four.'),
);

const ofAttachment = z.object({ subject: id, attachment: id });

export const addAttachment = endpoint({
  id: 'addAttachment',
  summary:
    'Bring a file, to be sent with a message later. What is not sent within 30 days is dropped.',
  method: 'PUT',
  path: '/patients/{subject}/attachments/{attachment}',
  request: {
    params: z.object({
      subject: id,
      /** Made up by the sender, at random: sending the same file again under it changes nothing. */
      attachment: z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/)),
    }),
    body: z.object({
      /** As the file is called; what is kept is without paths, and ends as its content says. */
      name: typed(255),
      /** The draft that it is for: dropping that drops the file. */
      draft: id,
      data: base64,
    }),
  },
  response: attachmentSummary,
  access: 'session',
  acts: true,
  safe: false,
  activity: true,
  bodyLimit: largestData + 4096, // with its name and the JSON around it
  refusals: ['proxy.friends-and-family/view-only', 'messages.unsent-limit'],
});

export const getAttachment = endpoint({
  id: 'getAttachment',
  summary: 'A file that was sent in this record, or one of one’s own that is not sent yet.',
  method: 'GET',
  path: '/patients/{subject}/attachments/{attachment}',
  request: { params: ofAttachment },
  response: z.extend(attachmentSummary, {
    /** Base64. */
    data: z.string(),
  }),
  access: 'session',
  safe: true,
  activity: true,
  refusals: [],
});

export const removeAttachment = endpoint({
  id: 'removeAttachment',
  summary: 'Drop a file of one’s own that is not sent. One that is not there is dropped already.',
  method: 'DELETE',
  path: '/patients/{subject}/attachments/{attachment}',
  request: { params: ofAttachment },
  response: null,
  access: 'session',
  safe: false,
  activity: true,
  refusals: ['record.read-only'],
});
