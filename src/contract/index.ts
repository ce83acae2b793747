import {
  checkActivationCode,
  readPasswordReset,
  recoverUsername,
  requestPasswordReset,
  resetPassword,
  signUp,
} from './account.js';
import {
  cancelAppointment,
  requestAppointment,
  searchAppointmentRequests,
  searchAppointments,
  withdrawAppointmentRequest,
} from './appointments.js';
import { getCareTeam } from './care-team.js';
import { getDemographics, saveDemographics } from './demographics.js';
import { keepSessionAlive } from './idle.js';
import { getMedication, requestRenewal, searchMedications } from './medications.js';
import { searchAuditEvents } from './audit.js';
import { acceptInvitation, getFamily, giveUpAccess } from './family.js';
import { searchNotifications } from './notifications.js';
import { addAttachment, getAttachment, removeAttachment } from './attachments.js';
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
import {
  changeContact,
  changeEmail,
  changePassword,
  changeSecurityQuestion,
  getPreferences,
} from './preferences.js';
import { getHealthSummary, searchVitals } from './record.js';
import { getResult } from './result.js';
import { exportResults } from './result-export.js';
import { searchResults } from './results.js';
import {
  addAuthenticatorApp,
  finishSignIn,
  getSecondStep,
  makeRecoveryCodes,
  removeAuthenticatorApp,
  startAuthenticatorApp,
} from './second-step.js';
import { chooseNewPassword, getSession, signIn, signOut } from './session.js';
import {
  changeAccess,
  getSharing,
  shareRecord,
  takeBackAccess,
  withdrawInvitation,
} from './sharing.js';
import { archiveThread, getThread, markThreadRead } from './thread.js';
import { getUnreadCount, searchThreads } from './threads.js';
import { searchObservations } from './trend.js';

/** The rows by area; an area is a file here and a module of `generated/`. */
export const contractAreas = {
  session: { getSession, signIn, chooseNewPassword, signOut },
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
  result: { getResult },
  'result-export': { exportResults },
  trend: { searchObservations },
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
  record: { getHealthSummary, searchVitals },
  demographics: { getDemographics, saveDemographics },
  threads: { searchThreads, getUnreadCount },
  thread: { getThread, markThreadRead, archiveThread },
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
  ...contractAreas['second-step'],
  ...contractAreas.passkeys,
  ...contractAreas.results,
  ...contractAreas.result,
  ...contractAreas['result-export'],
  ...contractAreas.trend,
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
  ...contractAreas.thread,
  ...contractAreas.messages,
  ...contractAreas.attachments,
  ...contractAreas.drafts,
} as const;

export type Contract = typeof contract;
export type EndpointId = keyof Contract;
