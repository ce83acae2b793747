import { msg } from '../locales/localize.js';
import { html, nothing, type TemplateResult } from 'lit';

export interface Note {
  readonly heading: string;
  readonly text?: string | TemplateResult;
  /** What to do now, best first. */
  readonly steps?: readonly TemplateResult[];
  /** The answer in the FAQ that explains it. */
  readonly faqHref?: string | null | undefined;
  /** `problem`: something went wrong or was refused. */
  readonly tone?: 'problem';
}

/** A note, with what to do next: no refusal is a dead end. It can take focus. */
export const noteView = ({ heading, text, steps = [], faqHref, tone }: Note) => html`
  <div class="note ${tone ?? ''}" part="note" tabindex="-1" role=${tone ? 'alert' : nothing}>
    <p><strong>${heading}</strong></p>
    ${text ? html`<p>${text}</p>` : nothing} ${steps.map((step) => html`<p>${step}</p>`)}
    ${faqHref ? html`<p><a href=${faqHref}>${msg('Why is this so?')}</a></p>` : nothing}
  </div>
`;
