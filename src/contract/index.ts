/**
 * What pages and backend say to each other: a row for each endpoint, in rooms by area. Only schemas and plain
 * values come in here; what a page needs to run stands in files without zod, or is made (`generated`).
 */
import {
  checkActivationCode,
  readPasswordReset,
  recoverUsername,
  requestPasswordReset,
  resetPassword,
  signUp,
} from './account/account.js';
import {
  cancelAppointment,
  requestAppointment,
  searchAppointmentRequests,
  searchAppointments,
  withdrawAppointmentRequest,
} from './record/appointments.js';
import { getCareTeam } from './record/care-team.js';
import { getDemographics, saveDemographics } from './record/demographics.js';
import {
  keepSessionAlive,
  chooseNewPassword,
  getSession,
  signIn,
  signOut,
} from './account/session.js';
import { getMedication, requestRenewal, searchMedications } from './record/medications.js';
import { searchAuditEvents } from './family/audit.js';
import { acceptInvitation, getFamily, giveUpAccess } from './family/family.js';
import { searchNotifications } from './account/notifications.js';
import { addAttachment, getAttachment, removeAttachment } from './messages/attachments.js';
import { deleteDraft, getDraft, saveDraft, searchDrafts } from './messages/drafts.js';
import { getWritingRules, replyToThread, sendMessage } from './messages/messages.js';
import {
  addPasskey,
  getPasskeys,
  removePasskey,
  renamePasskey,
  signInWithPasskey,
  startPasskey,
  startPasskeySignIn,
} from './account/passkeys.js';
import {
  changeContact,
  changeEmail,
  changePassword,
  changeSecurityQuestion,
  getPreferences,
} from './account/preferences.js';
import { getHealthSummary, searchHealthSummary, searchVitals } from './record/record.js';
import {
  getResult,
  getResultDocument,
  exportResults,
  searchResults,
  searchObservations,
} from './record/results.js';
import {
  addAuthenticatorApp,
  finishSignIn,
  getSecondStep,
  makeRecoveryCodes,
  removeAuthenticatorApp,
  startAuthenticatorApp,
} from './account/second-step.js';
import {
  changeAccess,
  getSharing,
  shareRecord,
  takeBackAccess,
  withdrawInvitation,
} from './family/sharing.js';
import {
  archiveThread,
  getThread,
  markThreadRead,
  getUnreadCount,
  searchThreads,
} from './messages/threads.js';

/**
 * The rows by area; an area is a module of `generated/`. What an element asks first stands apart from what it asks
 * once something is opened: a page fetches the checks of that later.
 */
export const contractAreas = {
  session: { getSession, signIn, chooseNewPassword, signOut, keepSessionAlive },
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
  'second-step': {
    finishSignIn,
    getSecondStep,
    startAuthenticatorApp,
    addAuthenticatorApp,
    removeAuthenticatorApp,
    makeRecoveryCodes,
  },
  passkeys: {
    startPasskeySignIn,
    signInWithPasskey,
    getPasskeys,
    startPasskey,
    addPasskey,
    renamePasskey,
    removePasskey,
  },
  results: { searchResults },
  'details/results': { getResult, getResultDocument, exportResults, searchObservations },
  medications: { searchMedications, getMedication, requestRenewal },
  'care-team': { getCareTeam },
  appointments: {
    searchAppointments,
    cancelAppointment,
    searchAppointmentRequests,
    requestAppointment,
    withdrawAppointmentRequest,
  },
  family: { getFamily, acceptInvitation, giveUpAccess },
  sharing: { getSharing, shareRecord, withdrawInvitation, changeAccess, takeBackAccess },
  audit: { searchAuditEvents },
  notifications: { searchNotifications },
  record: { getHealthSummary, searchHealthSummary, searchVitals },
  demographics: { getDemographics, saveDemographics },
  threads: { searchThreads, getUnreadCount },
  'details/threads': { getThread, markThreadRead, archiveThread },
  messages: { getWritingRules, sendMessage, replyToThread },
  attachments: { addAttachment, getAttachment, removeAttachment },
  drafts: { searchDrafts },
  'details/drafts': { saveDraft, getDraft, deleteDraft },
} as const;

/** The whole contract: one row an endpoint, by its id. */
export const contract = {
  ...contractAreas.session,
  ...contractAreas.account,
  ...contractAreas.preferences,
  ...contractAreas['second-step'],
  ...contractAreas.passkeys,
  ...contractAreas.results,
  ...contractAreas['details/results'],
  ...contractAreas.medications,
  ...contractAreas['care-team'],
  ...contractAreas.appointments,
  ...contractAreas.family,
  ...contractAreas.sharing,
  ...contractAreas.audit,
  ...contractAreas.notifications,
  ...contractAreas.record,
  ...contractAreas.demographics,
  ...contractAreas.threads,
  ...contractAreas['details/threads'],
  ...contractAreas.messages,
  ...contractAreas.attachments,
  ...contractAreas.drafts,
  ...contractAreas['details/drafts'],
} as const;

export type Contract = typeof contract;
export type EndpointId = keyof Contract;
