import { http, type HttpHandler } from 'msw';
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
import { routesOf, type Host, type Route } from './handle.js';
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
import { routerOf } from './router.js';
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

/** The routes of the whole contract. */
export const portalRoutes = (host: Host, jar?: CookieJar): Route[] =>
  routesOf(contract, answers, host, portalGuard(host, jar));

/** The handler for MSW of all that is asked under the base URL. */
export const createHandler = (host: Host, routes: readonly Route[]): HttpHandler => {
  const find = routerOf(routes);
  return http.all(`${host.baseUrl}/*`, ({ request }) => {
    const { pathname } = new URL(request.url);
    const base = new URL(host.baseUrl, request.url).pathname.replace(/\/$/, '');
    const found = find(request.method, pathname.slice(base.length));
    if (!found) return refuse(notFound, host);
    return found.route
      ? found.route.answer(request, found.params)
      : refuseMethod(found.others, host);
  });
};

/** A method that none of the rows of a path has. */
const refuseMethod = (routes: readonly Route[], host: Host): Response => {
  const isRecord = routes.some(({ row }) => row.refusals.includes('record.read-only'));
  const response = refuse(isRecord ? readOnlyRecord : wrongMethod, host);
  response.headers.set('Allow', routes.map(({ row }) => row.method).join(', '));
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
