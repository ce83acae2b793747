import type { CareTeamMemberRecord, PatientRecord } from '../db/records/index.js';

/** Whose record is written, and when. */
export interface Facts {
  readonly patient: PatientRecord;
  /** "Rosa Delgado" */
  readonly name: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Epoch milliseconds. */
  readonly born: number;
  readonly careTeam: readonly CareTeamMemberRecord[];
}
