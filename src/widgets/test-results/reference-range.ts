import type { ReferenceRange } from '../../contract/record/results.js';
import { msg, str } from '../../locales/localize.js';
import { numberWords, withUnit } from './value-words.js';

/**
 * A reference range as people read it: "3.5 to 5.1 mmol/L", "199 mg/dL or lower", "Negative". Its
 * limits belong to it (FHIR Observation.referenceRange.low, .high), so it never says "below 199".
 */
export const rangeWords = (
  range: ReferenceRange | null,
  unit: string | null,
  locale: string,
): string => {
  const numbers = range && limitsWords(range, unit, locale);
  const { text = null } = range ?? {};
  if (numbers && text) return `${numbers} (${text})`;
  return (numbers ?? text) || msg('No range from the lab');
};

const limitsWords = (
  { low, high }: ReferenceRange,
  unit: string | null,
  locale: string,
): string | null => {
  const amount = (limit: number) => withUnit(numberWords(limit, locale), unit);
  if (low !== null && high !== null) {
    return msg(str`${numberWords(low, locale)} to ${amount(high)}`);
  }
  if (high !== null) return msg(str`${amount(high)} or lower`);
  return low === null ? null : msg(str`${amount(low)} or higher`);
};
