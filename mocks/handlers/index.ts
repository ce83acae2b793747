import { http, type HttpHandler } from 'msw';
import type { Endpoint } from '../../src/contract/endpoint.js';
import { contract, type Contract, type EndpointId } from '../../src/contract/index.js';
import { notFound, type Refusal } from '../rules/decision.js';
import { readOnlyRecord } from '../rules/record.js';
import { checkActivationCode, signUp } from './activation.js';
import {
  requestAppointment,
  searchAppointmentRequests,
  withdrawAppointmentRequest,
} from './appointment-requests.js';
import { cancelAppointment, searchAppointments } from './appointments.js';
import { searchAuditEvents } from './audit.js';
import { addAttachment, getAttachment, removeAttachment } from './attachments.js';
import type { Answer } from './call.js';
import { getCareTeam } from './care-team.js';
import type { CookieJar } from './cookies.js';
import { getFamily, giveUpAccess } from './family.js';
import { getDemographics, saveDemographics } from './demographics.js';
import { handleAll, matchedPath, type Host } from './handle.js';
import { getMedication, requestRenewal, searchMedications } from './medications.js';
import { acceptInvitation, shareRecord, withdrawInvitation } from './invitations.js';
import { searchNotifications } from './notifications.js';
import { deleteDraft, getDraft, saveDraft, searchDrafts } from './drafts.js';
import { getWritingRules, replyToThread, sendMessage } from './messages.js';
import {
  addPasskey,
  getPasskeys,
  removePasskey,
  renamePasskey,
  signInWithPasskey,
  startPasskey,
  startPasskeySignIn,
} from './passkeys.js';
import { portalGuard } from './portal-guard.js';
import {
  changeContact,
  changeEmail,
  changePassword,
  changeSecurityQuestion,
  getPreferences,
} from './preferences.js';
import { getHealthSummary, searchVitals } from './record.js';
import {
  readPasswordReset,
  recoverUsername,
  requestPasswordReset,
  resetPassword,
} from './recovery.js';
import { refuseWith } from './respond.js';
import { searchObservations } from './observations.js';
import { exportResults, getResult, searchResults } from './results.js';
import {
  addAuthenticatorApp,
  finishSignIn,
  getSecondStep,
  makeRecoveryCodes,
  removeAuthenticatorApp,
  startAuthenticatorApp,
} from './second-step.js';
import { chooseNewPassword, getSession, keepSessionAlive, signIn, signOut } from './session.js';
import { changeAccess, getSharing, takeBackAccess } from './sharing.js';
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
  chooseNewPassword,
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
  finishSignIn,
  getSecondStep,
  startAuthenticatorApp,
  addAuthenticatorApp,
  removeAuthenticatorApp,
  makeRecoveryCodes,
  startPasskeySignIn,
  signInWithPasskey,
  getPasskeys,
  startPasskey,
  addPasskey,
  renamePasskey,
  removePasskey,
  searchResults,
  getResult,
  exportResults,
  searchObservations,
  searchMedications,
  getMedication,
  requestRenewal,
  getCareTeam,
  searchAppointments,
  cancelAppointment,
  searchAppointmentRequests,
  requestAppointment,
  withdrawAppointmentRequest,
  getFamily,
  acceptInvitation,
  giveUpAccess,
  getSharing,
  shareRecord,
  withdrawInvitation,
  changeAccess,
  takeBackAccess,
  searchAuditEvents,
  searchNotifications,
  getHealthSummary,
  searchVitals,
  getDemographics,
  saveDemographics,
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
  const guard = portalGuard(host, jar);
  return [
    ...handleAll(contract, answers, host, guard),
    ...otherMethods(Object.values(contract), host),
    http.all(`${host.baseUrl}/*`, () => refuse(notFound, host)),
  ];
};

/** What rows of a contract answer to methods that they do not have. */
export const otherMethods = (rows: readonly Endpoint[], host: Host): HttpHandler[] => {
  const paths = new Set(rows.map(({ path }) => path));
  return [...paths].map((path) => {
    const known = rows.filter((row) => row.path === path);
    const isRecord = known.some(({ refusals }) => refusals.includes('record.read-only'));
    return http.all(matchedPath(path, host.baseUrl), () => {
      const response = refuse(isRecord ? readOnlyRecord : wrongMethod, host);
      response.headers.set('Allow', known.map(({ method }) => method).join(', '));
      return response;
    });
  });
};

const refuse = (refusal: Refusal, { policy, clock }: Host): Response =>
  refuseWith(refusal, { policy, now: clock.now() });

const wrongMethod: Refusal = {
  ok: false,
  kind: 'method-not-allowed',
  detail: 'This address does not know the method; `Allow` lists those it knows.',
  next: [],
};
