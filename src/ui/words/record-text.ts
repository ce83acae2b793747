import { html } from 'lit';
import { recordLanguage } from '../../locales/localization.js';

/** Words of the record, told to be English where the rest of the page is not (WCAG 3.1.2). */
export const recordText = (words: string) => {
  const language = recordLanguage();
  return language ? html`<span lang=${language}>${words}</span>` : words;
};
