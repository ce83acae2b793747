import type { Coding } from '../../src/contract/fields.js';

/** A LOINC code with its long common name. */
export const loinc = (code: string, display: string): Coding => ({
  system: 'http://loinc.org',
  code,
  display,
});
