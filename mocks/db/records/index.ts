/**
 * What is stored: a file for each part of the portal. Types only, of plain data; a change of one counts
 * `schemaVersion` up.
 */
export type * from './account.js';
export type * from './appointments.js';
export type * from './audit.js';
export type * from './care-team.js';
export type * from './family.js';
export type * from './health-summary.js';
export type * from './medications.js';
export type * from './messages.js';
export type * from './patient.js';
export type * from './person.js';
export type * from './results.js';
export type * from './second-step.js';
export type * from './session.js';
export type * from './settings.js';
