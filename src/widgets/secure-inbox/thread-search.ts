import { css, html, nothing, type LitElement } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { msg } from '../../locales/localize.js';
import { fieldStyles } from '../../ui/styles/base-styles.js';
import { choiceStyles } from '../../ui/form/choice-styles.js';
import { addStyles } from '../../ui/lazy-part.js';
import type { InboxReader } from './inbox-reader.js';

const styles = css`
  .fields {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s1) var(--_s3);
    align-items: end;
    margin-bottom: var(--_s2);
  }
  .fields > :first-child {
    flex: 1 1 12em;
  }
  .check {
    display: flex;
    gap: var(--_s2);
    align-items: center;
    min-height: var(--_control);
    margin: 0;
  }
`;

/** The search form. No browser keeps its words for later, and no spelling service gets them. */
export class ThreadSearch {
  readonly #host: LitElement;
  readonly #reader: InboxReader;

  constructor(host: LitElement, reader: InboxReader) {
    this.#host = host;
    this.#reader = reader;
    addStyles(host, fieldStyles, choiceStyles, styles);
  }

  render() {
    const { key, folder, isFiltered } = this.#reader;
    // Nothing that is typed stays for the next record, or in another folder.
    return keyed(
      `${key} ${folder}`,
      html`
        <form
          role="search"
          aria-label=${msg('Search messages')}
          autocomplete="off"
          novalidate
          @submit=${this.#onSubmit}
          @reset=${this.#onReset}
        >
          <div class="fields">
            <div>
              <label for="text">${msg('Words in messages, subjects or names')}</label>
              <input id="text" name="text" type="search" maxlength="100" spellcheck="false" />
            </div>
            <label class="check">
              <input name="unreadOnly" type="checkbox" />
              ${msg('Unread only')}
            </label>
          </div>
          <div class="pw-line">
            <button class="pw-primary" type="submit">${msg('Search')}</button>
            ${isFiltered ? html`<button type="reset">${msg('Clear search')}</button>` : nothing}
          </div>
        </form>
      `,
    );
  }

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    this.#reader.search({
      text: (data.get('text') as string).trim() || undefined,
      unreadOnly: data.has('unreadOnly') || undefined,
    });
  };

  readonly #onReset = async (event: Event) => {
    const form = event.currentTarget as HTMLFormElement;
    this.#reader.search({ text: undefined, unreadOnly: undefined });
    await this.#host.updateComplete;
    form.querySelector<HTMLElement>('#text')?.focus();
  };
}
