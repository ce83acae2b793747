import { _installMsgImplementation } from '@lit/localize/init/install.js';
import { LOCALE_STATUS_EVENT } from '@lit/localize/internal/locale-status-event.js';
import { runtimeMsg } from '@lit/localize/internal/runtime-msg.js';
import { languageOf, texts, type Locale } from './registered-texts.js';

/*
 * Fetched only where a page says something else than the English that the words are written in: in Spanish, in a language
 * that the host has registered, or in the host's own words.
 */

type Runtime = Parameters<typeof runtimeMsg>;
type Template = Runtime[1];

let locale: Locale = 'en';
let templates: Runtime[0];
let own: ReadonlyMap<string, string> | undefined;
let latest = 0;

/** The English text, with `{0}`, `{1}` … for what is filled in. */
const sourceOf = (template: Template): string =>
  typeof template === 'string'
    ? template
    : template.strings.reduce((text, piece, index) => `${text}{${index - 1}}${piece}`);

const translate = (template: Template, options: Runtime[2]): unknown => {
  if (own) {
    const source = sourceOf(template);
    const text = own.get(source);
    if (text !== undefined) {
      const values = typeof template === 'string' ? [] : template.values;
      return text.replace(/\{(\d+)\}/g, (_, index) => String(values[Number(index)]));
    }
    if (!templates && languageOf(locale) !== 'en') texts().missing.add(source);
  }
  return runtimeMsg(templates, template, options);
};

_installMsgImplementation(translate as Parameters<typeof _installMsgImplementation>[0]);

/**
 * Of several languages asked for at once, the last counts. Elements hear of it as `updateWhenLocaleChanges` listens.
 * @returns the one that they speak now
 */
export const setLocale = async (next: Locale): Promise<Locale> => {
  const request = (latest += 1);
  const fetched =
    languageOf(next) === 'es' ? (await import('./generated/es.js')).templates : undefined;
  if (request !== latest) return locale;
  [locale, templates, own] = [next, fetched, texts().registered.get(next)];
  const detail = { status: 'ready', readyLocale: next };
  window.dispatchEvent(new CustomEvent(LOCALE_STATUS_EVENT, { detail }));
  return locale;
};
