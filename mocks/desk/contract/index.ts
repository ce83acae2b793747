import { readOutbox } from './outbox.js';
import { getPatient, issueCode, searchPatients, takeOverEmail, unlockAccount } from './patients.js';
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

/** The hospital's side, apart from the patients' contract: one row an endpoint, by its id. */
export const deskContract = {
  searchPatients,
  getPatient,
  issueCode,
  unlockAccount,
  takeOverEmail,
  searchPatientResults,
  getDeskResult,
  reviewResult,
  correctResult,
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
} as const;

export type DeskContract = typeof deskContract;
export type DeskEndpointId = keyof DeskContract;
