/** A patient's record as a source holds it, released or not: a file for each part. */
export type * from './appointments.js';
export type * from './care-team.js';
export type * from './health-summary.js';
export type * from './medications.js';
export type * from './patient.js';
export type * from './results.js';
