/**
 * The hospital's side: what staff do in records, and in `simulation` what is done to the portal as a whole. A file
 * for each area has its rows, each with what answers it, and refuses by Decisions as `rules` does.
 */
import { routesOf, type Route } from '../handlers/http/handle.js';
import type { Backend } from '../host.js';
import { givePassword, takeOverEmail, turnOffSecondStep, unlockAccount } from './accounts.js';
import { issueCode, processReleaseOfInformation } from './activation.js';
import {
  declineAppointmentRequest,
  searchPatientAppointmentRequests,
} from './appointment-requests.js';
import {
  bookAppointment,
  cancelPatientAppointment,
  searchPatientAppointments,
} from './appointments.js';
import {
  handInConsentForm,
  processConsentForm,
  searchPatientConsentForms,
} from './consent-forms.js';
import { correctResult } from './corrections.js';
import { deskGuard } from './desk-guard.js';
import { documentMedication, searchUndocumentedMedications } from './medications.js';
import { answerMessage, closeThread, writeMessage } from './messages.js';
import { getPatient, searchPatients } from './patients.js';
import { endProxy, searchPatientProxies } from './proxies.js';
import { decideRenewal, searchRenewals } from './renewals.js';
import { getDeskResult, reviewResult, searchPatientResults } from './results.js';
import { moveClock, readClock } from './simulation/clock.js';
import { clearFault, clearFaults, listFaults, setFault } from './simulation/faults.js';
import { readOutbox } from './simulation/outbox.js';
import { importPeople } from './simulation/people.js';
import { readPolicy, usePolicy } from './simulation/policy.js';
import { loadSnapshot, startOver, takeSnapshot } from './simulation/snapshot.js';
import { getDeskThread, listCareTeam, searchPatientThreads } from './threads.js';

/** Everything that can be done at the desk, by the id of its row. */
const acts = {
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
  importPeople,
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
} as const;

type Acts = typeof acts;
export type DeskEndpointId = keyof Acts;

const each = <Part extends 'row' | 'answer'>(part: Part) =>
  Object.fromEntries(Object.entries(acts).map(([id, act]) => [id, act[part]])) as {
    readonly [Id in DeskEndpointId]: Acts[Id][Part];
  };

/** The rows, apart from the patients' contract. */
export const deskContract = each('row');
export type DeskContract = typeof deskContract;

export const deskRoutes = (backend: Backend): Route[] =>
  routesOf(deskContract, each('answer'), backend, deskGuard(backend));
