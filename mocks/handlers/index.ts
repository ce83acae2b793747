import { http, type HttpHandler } from 'msw';
import { contract, type Contract, type EndpointId } from '../../src/contract/index.js';
import { notFound, type Refusal } from '../rules/decision.js';
import { checkActivationCode, signUp } from './activation.js';
import { addAttachment, getAttachment, removeAttachment } from './attachments.js';
import type { Answer } from './call.js';
import type { CookieJar } from './cookies.js';
import { deleteDraft, getDraft, saveDraft, searchDrafts } from './drafts.js';
import { handle, matchedPath, type Host } from './handle.js';
import { getWritingRules, replyToThread, sendMessage } from './messages.js';
import {
  changeContact,
  changeEmail,
  changePassword,
  changeSecurityQuestion,
  getPreferences,
} from './preferences.js';
import {
  readPasswordReset,
  recoverUsername,
  requestPasswordReset,
  resetPassword,
} from './recovery.js';
import { refuseWith } from './respond.js';
import { getResult, searchResults } from './results.js';
import { getSession, keepSessionAlive, signIn, signOut } from './session.js';
import {
  archiveThread,
  getThread,
  getUnreadCount,
  markThreadRead,
  searchThreads,
} from './threads.js';

/** Every endpoint of the contract has its answer here. */
const answers: { readonly [Id in EndpointId]: Answer<Contract[Id]> } = {
  getSession,
  signIn,
  keepSessionAlive,
  signOut,
  checkActivationCode,
  signUp,
  recoverUsername,
  requestPasswordReset,
  readPasswordReset,
  resetPassword,
  getPreferences,
  changeEmail,
  changePassword,
  changeSecurityQuestion,
  changeContact,
  searchResults,
  getResult,
  searchThreads,
  getUnreadCount,
  getThread,
  markThreadRead,
  archiveThread,
  getWritingRules,
  sendMessage,
  replyToThread,
  addAttachment,
  getAttachment,
  removeAttachment,
  saveDraft,
  searchDrafts,
  getDraft,
  deleteDraft,
};

/** MSW handlers of the whole contract, and of what else is asked under its base URL. */
export const createHandlers = (host: Host, jar?: CookieJar): HttpHandler[] => {
  const { baseUrl } = host;
  const ids = Object.keys(contract) as EndpointId[];
  const paths = new Set(ids.map((id) => contract[id].path));
  return [
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- ties row to answer
    ...ids.map(<Id extends EndpointId>(id: Id) => handle(contract[id], answers[id], host, jar)),
    ...[...paths].map((path) =>
      http.all(matchedPath(path, baseUrl), () => methodNotAllowed(path, host)),
    ),
    http.all(`${baseUrl}/*`, () => refuse(notFound, host)),
  ];
};

const methodNotAllowed = (path: string, host: Host): Response => {
  const rows = Object.values(contract).filter((row) => row.path === path);
  const response = refuse(wrongMethod, host);
  response.headers.set('Allow', rows.map(({ method }) => method).join(', '));
  return response;
};

const refuse = (refusal: Refusal, { policy, clock }: Host): Response =>
  refuseWith(refusal, { policy, now: clock.now() });

const wrongMethod: Refusal = {
  ok: false,
  kind: 'method-not-allowed',
  detail: 'This address does not know the method; `Allow` lists those it knows.',
  next: [],
};
