/** What is stored: a file for each part of the portal. */
export type * from './account.js';
export type * from './patient.js';
export type * from './person.js';
export type * from './results.js';
export type * from './session.js';
export type * from './settings.js';
