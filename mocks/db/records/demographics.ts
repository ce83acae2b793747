import type { DemographicsCategory } from '../../../src/contract/record/demographics.js';

/** What a patient has answered about race and ethnicity (`demographics.race-ethnicity`). */
export interface DemographicsRecord {
  /** Of the patient. */
  readonly id: string;
  readonly categories: readonly DemographicsCategory[];
  /** In the patient's own words; null: nothing. */
  readonly details: string | null;
  /** Whether the patient would rather not say. */
  readonly declined: boolean;
  /** Epoch milliseconds. */
  readonly savedAt: number;
}
