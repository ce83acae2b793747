import { noChange, nothing, type TemplateResult } from 'lit';

const isTemplate = (value: unknown): value is TemplateResult =>
  typeof value === 'object' && value !== null && 'strings' in value && 'values' in value;

/** What only a page can render. */
const isDirective = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && '_$litDirective$' in value;

/** What a template would put on a page, without a page to put it on: `?checked=true`, `@click=`. */
export const markupOf = (value: unknown): string => {
  if (value === nothing || value === noChange || value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(markupOf).join('');
  if (isTemplate(value)) {
    return value.strings.map((text, at) => `${text}${markupOf(value.values[at])}`).join('');
  }
  if (typeof value === 'function' || isDirective(value)) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** What can be read of a template, in one line. */
export const wordsOf = (value: unknown): string =>
  markupOf(value)
    .replace(/ \.textContent=([^<>]*)>/g, '>$1')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,:;)])/g, '')
    .trim();

/** The handlers of events in a template, in order. */
export const handlersIn = (value: unknown): (() => unknown)[] => {
  if (Array.isArray(value)) return value.flatMap(handlersIn);
  if (isTemplate(value)) return value.values.flatMap(handlersIn);
  return typeof value === 'function' ? [value as () => unknown] : [];
};
