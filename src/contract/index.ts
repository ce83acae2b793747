import * as results from './results.js';
import * as session from './session.js';

/** The whole contract: one row an endpoint. */
export const contract = {
  getSession: session.getSession,
  signIn: session.signIn,
  keepSessionAlive: session.keepSessionAlive,
  signOut: session.signOut,
  searchResults: results.searchResults,
  getResult: results.getResult,
} as const;

export type Contract = typeof contract;
export type EndpointId = keyof Contract;
