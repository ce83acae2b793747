import type { SettingsRecord } from './db/records/index.js';
import type { ReadonlyTables } from './db/tables.js';

/** Nobody has chosen anything yet. */
export const unchanged: SettingsRecord = {
  id: 'current',
  policy: null,
  clockOffset: 0,
  faults: {},
};

export const settingsIn = ({ settings }: Pick<ReadonlyTables, 'settings'>): SettingsRecord =>
  settings.get('current') ?? unchanged;
