/**
 * What patients ask for: answered as the rules decide. `account` and `record` have a file for each area of the
 * contract, `queries` what several of them read, `http` all that is about requests and not about patients.
 */
import { http, type HttpHandler } from 'msw';
import type { RequestOf } from '../../src/contract/endpoint.js';
import { contract, type Contract, type EndpointId } from '../../src/contract/index.js';
import type { Host } from '../host.js';
import { notFound, type Refusal } from '../rules/decision.js';
import { readOnlyRecord } from '../rules/record/record.js';
import { checkActivationCode, signUp } from './account/activation.js';
import {
  requestAppointment,
  searchAppointmentRequests,
  withdrawAppointmentRequest,
} from './record/appointment-requests.js';
import { cancelAppointment, searchAppointments } from './record/appointments.js';
import { searchAuditEvents } from './account/audit.js';
import { addAttachment, getAttachment, removeAttachment } from './record/attachments.js';
import type { Answer, RecordAnswer } from './http/call.js';
import { getCareTeam } from './record/care-team.js';
import type { CookieJar } from './http/cookies.js';
import { getFamily, giveUpAccess } from './account/family.js';
import { getDemographics, saveDemographics } from './record/demographics.js';
import { routesOf, type Route } from './http/handle.js';
import { getMedication, requestRenewal, searchMedications } from './record/medications.js';
import { acceptInvitation, shareRecord, withdrawInvitation } from './account/invitations.js';
import { searchNotifications } from './account/notifications.js';
import { deleteDraft, getDraft, saveDraft, searchDrafts } from './record/drafts.js';
import { getWritingRules, replyToThread, sendMessage } from './record/messages.js';
import {
  addPasskey,
  getPasskeys,
  removePasskey,
  renamePasskey,
  signInWithPasskey,
  startPasskey,
  startPasskeySignIn,
} from './account/passkeys.js';
import { portalGuard, recordGuard } from './http/portal-guard.js';
import {
  changeContact,
  changeEmail,
  changePassword,
  changeSecurityQuestion,
  getPreferences,
} from './account/preferences.js';
import { getHealthSummary, searchHealthSummary, searchVitals } from './record/record.js';
import {
  readPasswordReset,
  recoverUsername,
  requestPasswordReset,
  resetPassword,
} from './account/recovery.js';
import { refuseWith } from './http/respond.js';
import { routerOf } from './http/router.js';
import { searchObservations } from './record/observations.js';
import { exportResults, getResult, searchResults } from './record/results.js';
import {
  addAuthenticatorApp,
  finishSignIn,
  getSecondStep,
  makeRecoveryCodes,
  removeAuthenticatorApp,
  startAuthenticatorApp,
} from './account/second-step.js';
import {
  chooseNewPassword,
  getSession,
  keepSessionAlive,
  signIn,
  signOut,
} from './account/session.js';
import { changeAccess, getSharing, takeBackAccess } from './account/sharing.js';
import {
  archiveThread,
  getThread,
  getUnreadCount,
  markThreadRead,
  searchThreads,
} from './record/threads.js';

/** Endpoints about a patient's record. */
type RecordEndpointId = {
  [Id in EndpointId]: RequestOf<Contract[Id]> extends {
    readonly params: { readonly subject: string };
  }
    ? Id
    : never;
}[EndpointId];

/** Every endpoint of the contract has its answer here, or among those about a record. */
const answers: {
  readonly [Id in Exclude<EndpointId, RecordEndpointId>]: Answer<Contract[Id]>;
} = {
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
  getFamily,
  acceptInvitation,
  giveUpAccess,
  searchNotifications,
};

const recordAnswers: { readonly [Id in RecordEndpointId]: RecordAnswer<Contract[Id]> } = {
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
  getSharing,
  shareRecord,
  withdrawInvitation,
  changeAccess,
  takeBackAccess,
  searchAuditEvents,
  getHealthSummary,
  searchHealthSummary,
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
export const portalRoutes = (host: Host, jar?: CookieJar): Route[] => [
  ...routesOf(contract, answers, host, portalGuard(host, jar)),
  ...routesOf(contract, recordAnswers, host, recordGuard(host, jar)),
];

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
