import { html, nothing } from 'lit';
import type { ListEntry } from '../../reading/list-reading.js';
import type { ListView } from '../../reading/list-view.js';
import { loading } from '../../ui/lazy-part.js';

/**
 * A list of cards, how many there are, and the button for more; or why there is none.
 * @param empty what is said of an empty list
 */
export const cardList = <Entry extends ListEntry>(
  list: ListView<Entry>,
  locale: string,
  empty: string,
  card: (entry: Entry) => unknown,
) => {
  const { entries, total, error } = list.reader;
  if (total === undefined && error === undefined) return loading();
  return html`
    ${total === 0 && empty ? html`<p class="pw-muted">${empty}</p>` : nothing}
    ${
      entries.length === 0
        ? nothing
        : html`<ul class="cards" role="list">
            ${entries.map((entry) => html`<li>${card(entry)}</li>`)}
          </ul>`
    }
    ${
      total !== undefined && total > entries.length
        ? html`<p role="status">${list.countWords(locale, '')}</p>`
        : nothing
    }
    ${list.renderMore()}
  `;
};
