import { html, type TemplateResult } from 'lit';

/** A heading of the level that fits the host's page; it can take focus. */
export const headingView = (level: number, content: unknown, id?: string): TemplateResult => {
  switch (level) {
    case 3:
      return html`<h3 part="heading" tabindex="-1" id=${id ?? 'heading'}>${content}</h3>`;
    case 4:
      return html`<h4 part="heading" tabindex="-1" id=${id ?? 'heading'}>${content}</h4>`;
    default:
      return html`<h2 part="heading" tabindex="-1" id=${id ?? 'heading'}>${content}</h2>`;
  }
};
