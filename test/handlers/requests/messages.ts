import {
  idempotent,
  missing,
  noCursor,
  noLimit,
  wrongId,
  wrongIdOrNull,
  wrongText,
  type Samples,
} from './sample.js';

const record = { subject: 'ann' };
const thread = { subject: 'ann', thread: 'thread' };
const attachment = { subject: 'ann', attachment: 'a-file-of-this-id' };
const draft = { subject: 'ann', draft: 'a-draft' };

const writing = { text: 'When is my next visit?', attachmentIds: [], confirmed: [], draft: null };
const wrongWriting = {
  text: [...wrongText(8000), ' \n'],
  attachmentIds: [missing, null, 'x', {}, Array.from({ length: 21 }, (_, n) => `file-${n}`)],
  confirmed: [missing, null, 'not-urgent', Array.from({ length: 3 }, () => 'not-urgent')],
  draft: wrongIdOrNull,
};

export const messages: Samples = {
  searchThreads: {
    right: {
      params: record,
      body: { folder: 'inbox', text: 'visit', unreadOnly: false, cursor: null, limit: 20 },
    },
    wrong: {
      folder: [missing, null, '', 'drafts', ['inbox']],
      text: [null, 5, [], {}, 'x'.repeat(101)],
      unreadOnly: [null, 'true', 1],
      cursor: noCursor,
      limit: noLimit,
    },
  },
  getUnreadCount: { right: { params: record } },
  getThread: { right: { params: thread } },
  markThreadRead: {
    right: { params: thread, body: { through: 'message' } },
    wrong: { through: wrongId },
  },
  archiveThread: {
    right: { params: thread, body: { archived: true } },
    wrong: { archived: [missing, null, 'true', 1] },
  },
  getWritingRules: { right: { params: record } },
  sendMessage: {
    right: {
      ...idempotent,
      params: record,
      body: { recipient: 'dr-lee', topic: 'question', title: 'My next visit', ...writing },
    },
    wrong: {
      recipient: wrongId,
      topic: [missing, null, '', 'billing', 5],
      title: [...wrongText(120), ' \t'],
      ...wrongWriting,
    },
  },
  replyToThread: {
    right: { ...idempotent, params: thread, body: writing },
    wrong: wrongWriting,
  },
  addAttachment: {
    right: { params: attachment, body: { name: 'a.txt', draft: 'a-draft', data: btoa('text') } },
    wrong: {
      name: wrongText(255),
      draft: wrongId,
      data: [missing, null, 5, {}, '', 'A', 'AAAAA', '====', 'AA-_', 'AA AA', 'A==='],
    },
  },
  getAttachment: { right: { params: attachment } },
  removeAttachment: { right: { params: attachment } },
  saveDraft: {
    right: {
      params: draft,
      body: {
        form: 'message',
        writer: 'a-page',
        sequence: 1,
        content: { text: 'Hel' },
        replaces: null,
      },
    },
    wrong: {
      form: [missing, null, '', 'password', 5],
      writer: wrongId,
      sequence: [missing, null, '1', -1, 1.5, 1e300],
      content: [missing, 5, 'text', []],
      replaces: [missing, 5, 'a-page', []],
    },
  },
  searchDrafts: {
    right: { params: record, body: { forms: ['message'], cursor: null, limit: 20 } },
    wrong: { forms: [null, 'message', [], {}], cursor: noCursor, limit: noLimit },
  },
  getDraft: { right: { params: draft } },
  deleteDraft: { right: { params: draft } },
};
