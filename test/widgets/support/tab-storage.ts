import type { TabStorage } from '../../../src/session/opened-record.js';

/** What a new tab keeps: nothing yet. A page that is given it again is that tab after a reload. */
export const newTabStorage = (): TabStorage => {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
};
