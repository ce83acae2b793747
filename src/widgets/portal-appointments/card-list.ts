import { html, nothing } from 'lit';
import type { ListEntry } from '../../reading/list-reading.js';
import type { ListView } from '../../reading/list-view.js';
import { skeletonView } from '../../ui/skeleton.js';

/** How a list looks. */
export interface CardList<Entry> {
  readonly locale: string;
  /** What is said of an empty list. */
  readonly empty: unknown;
  readonly card: (entry: Entry) => unknown;
  /** Rows of one box instead of cards. */
  readonly rows?: boolean;
}

/** Cards, or rows, as tall as most of them are. */
export const pending = (rows = false) => (rows ? skeletonView(3, 72) : skeletonView(3, 240));

/** A list of cards, how many there are, and the button for more; or why there is none. */
export const cardList = <Entry extends ListEntry>(
  list: ListView<Entry>,
  { locale, empty, card, rows = false }: CardList<Entry>,
) => {
  const { entries, total, error } = list.reader;
  if (total === undefined && error === undefined) return pending(rows);
  return html`
    ${total === 0 ? empty : nothing}
    ${
      entries.length === 0
        ? nothing
        : html`<ul class=${rows ? 'pw-rows' : 'pw-cards'} role="list">
            ${entries.map((entry) => html`<li>${card(entry)}</li>`)}
          </ul>`
    }
    ${
      total !== undefined && total > entries.length
        ? html`<p class="pw-muted" role="status" .textContent=${list.countWords(locale, '')}></p>`
        : nothing
    }
    ${list.renderMore()}
  `;
};
