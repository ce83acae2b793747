import { html, LitElement } from 'lit';
import { elements } from '../../.storybook/manifest.js';
import { guideStyles } from './guide-styles.js';

const rows = [...elements.values()].flatMap(({ tagName, events = [] }) =>
  events.map(({ name, description }) => ({ tagName, name, description })),
);

const methods = [...elements.values()].flatMap(({ tagName, members = [] }) =>
  members
    .filter(({ kind, name, description }) => kind === 'method' && name !== 'define' && description)
    .map(({ name, description }) => ({ tagName, name: `${name}()`, description })),
);

/**
 * Every event and method of every element, as the custom-elements manifest has them.
 * @element event-table
 */
export class EventTable extends LitElement {
  static override styles = guideStyles;

  protected override render() {
    return html`${this.#table('Event', rows)} ${this.#table('Method', methods)}`;
  }

  #table(what: string, all: typeof rows) {
    return html`<table>
      <thead>
        <tr>
          <th>${what}</th>
          <th>Of</th>
          <th>What it says</th>
        </tr>
      </thead>
      <tbody>
        ${all.map(
          ({ tagName, name, description }) =>
            html`<tr>
              <td><code>${name}</code></td>
              <td>
                <a href="?path=/docs/${tagName}--docs" target="_top"><code>${tagName}</code></a>
              </td>
              <td>${description}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

customElements.define('event-table', EventTable);
