/**
 * What is stored: a file for each part of the portal. Types only, of plain data; a change of one counts
 * `schemaVersion` up. What a hospital's records hold is told by `src/fhir`.
 */
export type * from '../../../src/fhir/records/index.js';
export type * from './account.js';
export type * from './appointment-requests.js';
export type * from './audit.js';
export type * from './demographics.js';
export type * from './family.js';
export type * from './messages.js';
export type * from './person.js';
export type * from './renewals.js';
export type * from './second-step.js';
export type * from './session.js';
export type * from './settings.js';
