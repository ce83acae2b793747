import type { DeskEndpointId } from '../contract/index.js';
import type { DeskAnswer } from './answer.js';
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

/** Every row of the desk's contract has its answer here. */
export const deskAnswers: { readonly [Id in DeskEndpointId]: DeskAnswer<Id> } = {
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
};
