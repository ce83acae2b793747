import { html, LitElement, nothing } from 'lit';
import { elements } from '../../.storybook/manifest.js';
import { guideStyles } from './guide-styles.js';

/** All elements take the same tokens. */
const tokens = elements.get('portal-session')?.cssProperties ?? [];

const sheet = `:root {\n${tokens.map(({ name, default: byDefault }) => `  /* ${name}: …; by default: ${byDefault ?? ''} */`).join('\n')}\n}\n`;

const json = JSON.stringify(
  Object.fromEntries(
    tokens.map(({ name, description, default: byDefault }) => [
      name,
      { $description: `${description ?? ''}. By default: ${byDefault ?? ''}` },
    ]),
  ),
  null,
  2,
);

/**
 * Every public token: what it is for, what it is where nobody sets it, and what it is now; to copy for a colleague.
 * @element token-table
 */
export class TokenTable extends LitElement {
  static override properties = { said: { state: true } };

  static override styles = guideStyles;

  private said = '';

  protected override render() {
    return html`
      <div class="tools">
        <button type="button" @click=${() => this.#copy(sheet)}>Copy as a style sheet</button>
        <button type="button" @click=${() => this.#copy(json)}>Copy as JSON</button>
        <span role="status">${this.said}</span>
      </div>
      <table>
        <thead>
          <tr>
            <th>Token</th>
            <th>For</th>
            <th>By default</th>
            <th>In the chosen theme</th>
          </tr>
        </thead>
        <tbody>
          ${tokens.map(
            ({ name, description, default: byDefault }) => html`
              <tr>
                <td><code>${name}</code></td>
                <td>${description}</td>
                <td>${byDefault}</td>
                <td>
                  ${
                    name.includes('-color')
                      ? html`<svg class="swatch" aria-hidden="true" viewBox="0 0 44 24">
                          <rect width="44" height="24" fill="var(${name}, transparent)" />
                        </svg>`
                      : nothing
                  }
                  <code>${valueOf(name)}</code>
                </td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    `;
  }

  async #copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.said = `${tokens.length} tokens copied.`;
    } catch {
      this.said = 'Your browser didn’t let us copy. Select the table and copy it.';
    }
  }
}

const valueOf = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim() || 'not set';

customElements.define('token-table', TokenTable);
