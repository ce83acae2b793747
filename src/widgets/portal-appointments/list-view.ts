import { html, nothing } from 'lit';
import { msg, str } from '../../locales/localize.js';
import { failureNote } from '../../ui/failure-note.js';
import { formatNumber } from '../../ui/format.js';
import { loading } from '../../ui/on-demand.js';
import type { RecordList } from './record-list.js';

export interface ListView<Entry> {
  /** Of the button that fetches more. */
  readonly moreId: string;
  /** The list itself, with what the entries of one of its pages are. */
  readonly list: Pick<RecordList<never>, 'error' | 'isPending' | 'hasMore' | 'readOn'>;
  readonly entries: readonly Entry[];
  /** Undefined: nothing has come yet. */
  readonly total: number | undefined;
  /** How many others cannot be shown: where there are any, nothing says that there are none. */
  readonly notShown?: number | undefined;
  readonly locale: string;
  /** What is said of an empty list. */
  readonly empty: string;
  readonly card: (entry: Entry) => unknown;
}

/** A list of cards with how many there are, and the button for more; or why there is none. */
export const listView = <Entry>({
  moreId,
  list,
  entries,
  total,
  notShown,
  locale,
  empty,
  card,
}: ListView<Entry>) => {
  const failure =
    list.error === undefined
      ? nothing
      : failureNote(
          list.error,
          entries.length === 0
            ? () => {
                list.readOn();
              }
            : undefined,
        );
  if (total === undefined) return list.error === undefined ? loading() : failure;
  return html`
    ${total === 0 && notShown === undefined ? html`<p class="muted">${empty}</p>` : nothing}
    ${
      entries.length === 0
        ? nothing
        : html`<ul class="cards" role="list">
            ${entries.map((entry) => html`<li>${card(entry)}</li>`)}
          </ul>`
    }
    ${
      total > entries.length
        ? html`<p role="status">
            ${msg(
              str`Showing ${formatNumber(entries.length, locale)} of ${formatNumber(total, locale)}`,
            )}
          </p>`
        : nothing
    }
    ${failure}
    ${
      list.hasMore
        ? html`<button
            id=${moreId}
            part="more"
            type="button"
            aria-disabled=${String(list.isPending)}
            @click=${() => {
              list.readOn();
            }}
          >
            ${
              list.isPending
                ? msg('Loading…')
                : list.error === undefined
                  ? msg('Load more')
                  : msg('Try again')
            }
          </button>`
        : nothing
    }
  `;
};
