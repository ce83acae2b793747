import { msg } from '../../locales/localize.js';
import { html, nothing } from 'lit';

/** A field that cannot be sent as it is, by the id of its control. */
export interface FieldProblem {
  readonly controlId: string;
  /** What is wrong, in words that stand beside the field. */
  readonly text: string;
  /** Which field it is, where the text alone does not say so. */
  readonly label?: string | undefined;
}

/**
 * What is wrong with a form, in one place, with links to the fields (WCAG 3.3.1). Give it the focus
 * after a refused submit.
 */
export const errorSummary = (problems: readonly FieldProblem[]) =>
  problems.length === 0
    ? nothing
    : html`
        <div class="pw-note pw-danger" part="error-summary" tabindex="-1" role="alert">
          <p><strong>${msg('There is a problem')}</strong></p>
          <ul>
            ${problems.map(
              ({ controlId, text, label }) =>
                html`<li>
                  <a href="#${controlId}" @click=${focusControl}
                    >${label ? `${label}: ${text}` : text}</a
                  >
                </li>`,
            )}
          </ul>
        </div>
      `;

/** The link's target may stand in a shadow root, where a fragment does not reach. */
const focusControl = (event: Event) => {
  event.preventDefault();
  const link = event.currentTarget as HTMLAnchorElement;
  const root = link.getRootNode() as Document | ShadowRoot;
  root.getElementById(link.hash.slice(1))?.focus();
};
