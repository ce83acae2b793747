import {
  checkActivationCode,
  readPasswordReset,
  recoverUsername,
  requestPasswordReset,
  resetPassword,
  signUp,
} from './account.js';
import { getDemographics, saveDemographics } from './demographics.js';
import { keepSessionAlive } from './idle.js';
import {
  changeContact,
  changeEmail,
  changePassword,
  changeSecurityQuestion,
  getPreferences,
} from './preferences.js';
import { getHealthSummary, searchVitals } from './record.js';
import { getResult } from './result.js';
import { searchResults } from './results.js';
import { getSession, signIn, signOut } from './session.js';

/** The rows by area; an area is a file here and a module of `generated/`. */
export const contractAreas = {
  session: { getSession, signIn, signOut },
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
  results: { searchResults },
  result: { getResult },
  record: { getHealthSummary, searchVitals },
  demographics: { getDemographics, saveDemographics },
} as const;

/** The whole contract: one row an endpoint, by its id. */
export const contract = {
  ...contractAreas.session,
  ...contractAreas.idle,
  ...contractAreas.account,
  ...contractAreas.preferences,
  ...contractAreas.results,
  ...contractAreas.result,
  ...contractAreas.record,
  ...contractAreas.demographics,
} as const;

export type Contract = typeof contract;
export type EndpointId = keyof Contract;
