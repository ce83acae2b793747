import { html, type TemplateResult } from 'lit';
import { tellAuthor } from '../shape/setup-problem.js';

/**
 * A heading of the level that fits the host's page; it can take focus. Without an id of its own it is the one that
 * names the whole element: its part is also `title`, for hosts whose page says the same already.
 */
export const headingView = (level: number, content: unknown, id?: string): TemplateResult => {
  const part = id ? 'heading' : 'heading title';
  id ??= 'heading';
  switch (level) {
    case 3:
      return html`<h3 part=${part} tabindex="-1" id=${id}>${content}</h3>`;
    case 4:
      return html`<h4 part=${part} tabindex="-1" id=${id}>${content}</h4>`;
    default:
      if (level !== 2) tellAuthor('attribute-value', '', `heading-level ${level}: expected 2 to 4`);
      return html`<h2 part=${part} tabindex="-1" id=${id}>${content}</h2>`;
  }
};
