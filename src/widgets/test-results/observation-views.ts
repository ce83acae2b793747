import { html, nothing } from 'lit';
import type { Interpretation, Observation, ResultValue } from '../../contract/record/results.js';
import { msg } from '../../locales/localize.js';
import { chipView } from '../../ui/chip.js';
import { rangeWords } from './reference-range.js';
import { flagWords, valueWords } from './value-words.js';
import { recordText } from '../../ui/words/record-text.js';

/** The value as the laboratory printed it, or why there is none; with what stood there before a correction. */
export const valueView = ({ value, absentReason, previousValue }: Observation, locale: string) => {
  const words = (each: ResultValue) =>
    html`<span class=${lookOf(each)}
      >${each.kind === 'text' ? recordText(each.text) : valueWords(each, locale)}</span
    >`;
  return html`
    ${value ? words(value) : (absentReason ?? msg('No value'))}
    ${
      previousValue
        ? html`<div class="pw-muted">${msg('Before the correction:')} ${words(previousValue)}</div>`
        : nothing
    }
  `;
};

/** What is short is as large as a number. */
const lookOf = (value: ResultValue): string => {
  if (hasColumns(value)) return 'narrative columns';
  return value.kind === 'quantity' || /^.{0,23}$/.test(value.text) ? 'amount' : 'narrative';
};

/** What a laboratory has lined up with spaces lines up in letters of one width only. */
const hasColumns = (value: ResultValue): boolean =>
  value.kind === 'text' && /\S(?: {3,}|\t)\S/.test(value.text);

export const rangeOf = ({ value, referenceRange }: Observation, locale: string): string =>
  rangeWords(referenceRange, value?.kind === 'quantity' ? value.unit : null, locale);

export const flagView = ({ interpretation }: Observation) => {
  if (interpretation === null) return nothing;
  const { words, mark } = flagWords(interpretation);
  if (interpretation === 'normal') return html`<span class="normal">${words}</span>`;
  return chipView(html`<span aria-hidden="true">${mark}</span> ${words}`, toneOf(interpretation));
};

const toneOf = (interpretation: Interpretation) => {
  if (interpretation === 'positive') return undefined;
  return interpretation.startsWith('critical') ? 'danger' : 'warning';
};
