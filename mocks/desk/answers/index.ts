import type { DeskEndpointId } from '../contract/index.js';
import type { DeskAnswer } from './answer.js';
import {
  bookAppointment,
  cancelPatientAppointment,
  declineAppointmentRequest,
  searchPatientAppointmentRequests,
  searchPatientAppointments,
} from './appointments.js';
import {
  endProxy,
  handInConsentForm,
  processConsentForm,
  searchPatientConsentForms,
  searchPatientProxies,
} from './family.js';
import {
  decideRenewal,
  documentMedication,
  searchRenewals,
  searchUndocumentedMedications,
} from './medications.js';
import {
  answerMessage,
  closeThread,
  getDeskThread,
  listCareTeam,
  searchPatientThreads,
  writeMessage,
} from './messages.js';
import { readOutbox } from './outbox.js';
import {
  getPatient,
  givePassword,
  issueCode,
  processReleaseOfInformation,
  searchPatients,
  takeOverEmail,
  turnOffSecondStep,
  unlockAccount,
} from './patients.js';
import { importPerson } from './people.js';
import { correctResult, getDeskResult, reviewResult, searchPatientResults } from './results.js';
import {
  clearFault,
  clearFaults,
  listFaults,
  loadSnapshot,
  moveClock,
  readClock,
  readPolicy,
  setFault,
  startOver,
  takeSnapshot,
  usePolicy,
} from './simulation.js';

/** Every row of the desk's contract has its answer here. */
export const deskAnswers: { readonly [Id in DeskEndpointId]: DeskAnswer<Id> } = {
  searchPatients,
  getPatient,
  issueCode,
  unlockAccount,
  givePassword,
  turnOffSecondStep,
  takeOverEmail,
  processReleaseOfInformation,
  searchPatientResults,
  getDeskResult,
  reviewResult,
  correctResult,
  searchRenewals,
  decideRenewal,
  searchUndocumentedMedications,
  documentMedication,
  listCareTeam,
  searchPatientThreads,
  getDeskThread,
  writeMessage,
  answerMessage,
  closeThread,
  searchPatientAppointments,
  searchPatientAppointmentRequests,
  bookAppointment,
  cancelPatientAppointment,
  declineAppointmentRequest,
  searchPatientConsentForms,
  handInConsentForm,
  processConsentForm,
  searchPatientProxies,
  endProxy,
  readOutbox,
  importPerson,
  readClock,
  moveClock,
  listFaults,
  setFault,
  clearFault,
  clearFaults,
  readPolicy,
  usePolicy,
  takeSnapshot,
  loadSnapshot,
  startOver,
};
