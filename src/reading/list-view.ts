import { html, nothing, type LitElement } from 'lit';
import { msg, str } from '../locales/localize.js';
import { failureNote } from '../ui/failure-note.js';
import { FocusNext } from '../ui/focus-next.js';
import { formatNumber } from '../ui/format.js';
import type { ListEntry } from './list-reading.js';
import type { PagedReader } from './paged-reader.js';

/** What a list's view needs of its reader. */
type Reader<Entry extends ListEntry> = Pick<
  PagedReader<never, never, Entry>,
  'entries' | 'total' | 'isPending' | 'error' | 'hasMore' | 'readOn' | 'onNext'
>;

export interface ListViewOptions<Entry> {
  /** Id of the button that fetches more: one for each list of a widget. */
  readonly id: string;
  /** Of the button. Default: "more". */
  readonly part?: string;
  /** What the button says. Default: "Load more". */
  readonly moreWords?: () => string;
  /** What takes the focus of whoever goes on reading there: an entry, by its place in the list, counted from 1. */
  readonly selectorOf: (entry: Entry, place: number) => string;
  /** What takes it where no entry has come. Default: the heading of the widget. */
  readonly headingSelector?: string;
}

/** A failure, and what tries again. */
export type FailureView = (error: unknown, onRetry: (() => void) | undefined) => unknown;

/**
 * How every list tells how many entries show of how many, what failed, and that there are more. Who has pressed
 * the button goes on reading where the page begins; whoever is elsewhere by then is left in peace.
 */
export class ListView<Entry extends ListEntry> {
  readonly reader: Reader<Entry>;
  readonly #options: ListViewOptions<Entry>;

  constructor(host: LitElement, reader: Reader<Entry>, options: ListViewOptions<Entry>) {
    const { id, selectorOf, headingSelector = '#heading' } = options;
    const focus = new FocusNext(host);
    this.reader = reader;
    this.#options = options;
    reader.onNext = (first, place) => {
      const isElsewhere = document.activeElement !== document.body;
      if (isElsewhere && host.shadowRoot?.activeElement?.id !== id) return;
      focus.on(...(first ? [selectorOf(first, place)] : []), headingSelector);
    };
  }

  /**
   * How many show of how many; empty where a failure tells that none do.
   * @param none what is said of an empty list
   */
  countWords(locale: string, none: string): string {
    const { entries, total, error } = this.reader;
    if (total === undefined) return error === undefined ? msg('Loading…') : '';
    if (entries.length === 0) return none;
    return msg(
      str`Showing ${formatNumber(entries.length, locale)} of ${formatNumber(total, locale)}`,
    );
  }

  /** What stands under the entries: a failure, and the button that fetches more. */
  renderMore(failureView: FailureView = failureNote) {
    const { error, hasMore } = this.reader;
    return html`
      ${error === undefined ? nothing : failureView(error, hasMore ? undefined : this.#onReadOn)}
      ${hasMore ? this.#renderButton() : nothing}
    `;
  }

  #renderButton() {
    const { isPending, error } = this.reader;
    const { id, part = 'more', moreWords = () => msg('Load more') } = this.#options;
    return html`
      <button
        id=${id}
        part=${part}
        type="button"
        aria-disabled=${String(isPending)}
        @click=${this.#onReadOn}
      >
        ${isPending ? msg('Loading…') : error === undefined ? moreWords() : msg('Try again')}
      </button>
    `;
  }

  readonly #onReadOn = () => {
    this.reader.readOn();
  };
}
