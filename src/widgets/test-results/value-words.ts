import type { Interpretation, ResultValue } from '../../contract/record/results.js';
import { msg, str } from '../../locales/localize.js';
import { formatNumber } from '../../ui/format.js';
import { unitWords } from './units.js';

/** So many decimals and fewer are as a laboratory prints them; more come from a computer's division. */
const printedDecimals = 4;

/**
 * A measured number for people: as the laboratory sent it where it is short, else to two decimals,
 * or to three digits where it is less than 1: 73.59218735391619 → 73.59, 0.0304517 → 0.0305.
 */
export const numberWords = (value: number, locale: string): string => {
  const sent = String(value).split('.')[1]?.length ?? 0;
  const zeros = value === 0 ? 0 : Math.max(0, -Math.floor(Math.log10(Math.abs(value))));
  const needed = 2 + zeros;
  const decimals = sent > printedDecimals ? needed : Math.max(sent, needed);
  return formatNumber(value, locale, Math.min(decimals, 20));
};

/** With its unit, if it has one: "4.2 mmol/L", "5.8%". */
export const withUnit = (words: string, unit: string | null): string => {
  const unitAsRead = unit === null ? '' : unitWords(unit);
  return `${words}${/^(%|$)/.test(unitAsRead) ? '' : ' '}${unitAsRead}`;
};

/** A value as people read it: "less than 0.01 ng/mL", "Negative". */
export const valueWords = (value: ResultValue, locale: string): string => {
  if (value.kind === 'text') return value.text;
  const amount = withUnit(numberWords(value.value, locale), value.unit);
  switch (value.comparator) {
    case '<':
      return msg(str`less than ${amount}`);
    case '<=':
      return msg(str`${amount} or less`);
    case '>=':
      return msg(str`${amount} or more`);
    case '>':
      return msg(str`more than ${amount}`);
    case null:
      return amount;
  }
};

export interface FlagWords {
  readonly words: string;
  /** For those who look, not for those who listen; the words say the same. */
  readonly mark: string;
}

/** How a value stands to its range, in words (WCAG 1.4.1: never by colour alone). */
export const flagWords = (interpretation: Interpretation): FlagWords => {
  switch (interpretation) {
    case 'normal':
      return { words: msg('Normal'), mark: '' };
    case 'low':
      return { words: msg('Low'), mark: '▼' };
    case 'high':
      return { words: msg('High'), mark: '▲' };
    case 'critical-low':
      return { words: msg('Critically low'), mark: '▼▼' };
    case 'critical-high':
      return { words: msg('Critically high'), mark: '▲▲' };
    case 'abnormal':
      return { words: msg('Abnormal'), mark: '◆' };
    case 'positive':
      return { words: msg('Positive'), mark: '+' };
  }
};
