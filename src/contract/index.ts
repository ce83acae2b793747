import {
  checkActivationCode,
  readPasswordReset,
  recoverUsername,
  requestPasswordReset,
  resetPassword,
  signUp,
} from './account.js';
import { addAttachment, getAttachment, removeAttachment } from './attachments.js';
import { deleteDraft, getDraft, saveDraft, searchDrafts } from './drafts.js';
import { keepSessionAlive } from './idle.js';
import { getWritingRules, replyToThread, sendMessage } from './messages.js';
import {
  changeContact,
  changeEmail,
  changePassword,
  changeSecurityQuestion,
  getPreferences,
} from './preferences.js';
import { getResult } from './result.js';
import { searchResults } from './results.js';
import { getSession, signIn, signOut } from './session.js';
import {
  archiveThread,
  getThread,
  getUnreadCount,
  markThreadRead,
  searchThreads,
} from './threads.js';

/** The rows by area; an area is a file here and a module of `generated/`. */
export const contractAreas = {
  session: { getSession, signIn, signOut },
  idle: { keepSessionAlive },
  account: {
    checkActivationCode,
    signUp,
    recoverUsername,
    requestPasswordReset,
    readPasswordReset,
    resetPassword,
  },
  preferences: {
    getPreferences,
    changeEmail,
    changePassword,
    changeSecurityQuestion,
    changeContact,
  },
  results: { searchResults },
  result: { getResult },
  threads: { searchThreads, getUnreadCount, getThread, markThreadRead, archiveThread },
  messages: { getWritingRules, sendMessage, replyToThread },
  attachments: { addAttachment, getAttachment, removeAttachment },
  drafts: { saveDraft, searchDrafts, getDraft, deleteDraft },
} as const;

/** The whole contract: one row an endpoint, by its id. */
export const contract = {
  ...contractAreas.session,
  ...contractAreas.idle,
  ...contractAreas.account,
  ...contractAreas.preferences,
  ...contractAreas.results,
  ...contractAreas.result,
  ...contractAreas.threads,
  ...contractAreas.messages,
  ...contractAreas.attachments,
  ...contractAreas.drafts,
} as const;

export type Contract = typeof contract;
export type EndpointId = keyof Contract;
