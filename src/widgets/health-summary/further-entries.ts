import { html, type LitElement } from 'lit';
import { searchHealthSummary } from '../../contract/generated/record.js';
import type {
  HealthSummary,
  SummaryListName,
  SummaryPage,
  SummaryQuery,
} from '../../contract/record/record.js';
import { ListView } from '../../reading/list-view.js';
import { PagedReader } from '../../reading/paged-reader.js';
import type { SessionController } from '../../session/session-controller.js';
import { entryAt, type SummaryEntry } from './summary-list.js';

/** As many as the backend gives at a time: a person who asks for more of a summary wants all of it. */
const pageSize = 100;

/** Where the summary ends and its list goes on. */
type Rest = NonNullable<NonNullable<HealthSummary['more']>[SummaryListName]>;

/** Reads one list on, after what the summary has of it. */
class FurtherReader {
  onNext: ((first: SummaryEntry | undefined, place: number) => void) | undefined;
  readonly #list: SummaryListName;
  readonly #further: PagedReader<SummaryQuery, SummaryPage, SummaryEntry>;
  #beginning: readonly SummaryEntry[] = [];
  #rest: Rest | undefined;

  constructor(host: LitElement, session: SessionController, list: SummaryListName) {
    this.#list = list;
    this.#further = new PagedReader(host, session, {
      endpoint: searchHealthSummary,
      entriesOf: ({ entries }): readonly SummaryEntry[] => {
        // The reader takes its first page for the first of all.
        if (!this.#further.last) this.onNext?.(entries[0], this.#beginning.length + 1);
        return entries;
      },
      query: undefined,
      pageSize,
    });
    this.#further.onNext = (first, place) => this.onNext?.(first, this.#beginning.length + place);
  }

  follow(beginning: readonly SummaryEntry[], rest: Rest): void {
    this.#beginning = beginning;
    this.#rest = rest;
  }

  /** Those after the beginning. */
  get further(): readonly SummaryEntry[] {
    return this.#further.entries;
  }

  get entries(): readonly SummaryEntry[] {
    return [...this.#beginning, ...this.further];
  }

  get total(): number | undefined {
    return this.#rest?.total;
  }

  get isPending(): boolean {
    return this.#further.isPending;
  }

  get error(): unknown {
    return this.#further.error;
  }

  get hasMore(): boolean {
    return this.#further.last === undefined || this.#further.hasMore;
  }

  readOn(): void {
    if (this.#further.query) this.#further.readOn();
    else if (this.#rest) this.#further.read({ list: this.#list, cursor: this.#rest.nextCursor });
  }
}

/** What comes after the beginnings of long lists, read page by page when somebody asks for it. */
export class FurtherEntries {
  readonly #host: LitElement;
  readonly #session: SessionController;
  readonly #lists = new Map<string, { reader: FurtherReader; view: ListView<SummaryEntry> }>();

  constructor(host: LitElement, session: SessionController) {
    this.#host = host;
    this.#session = session;
  }

  /** What has come of a list. */
  of(list: SummaryListName): readonly SummaryEntry[] {
    return this.#lists.get(list)?.reader.further ?? [];
  }

  /** How many entries show of how many, and the button that fetches more. */
  render(list: SummaryListName, beginning: readonly SummaryEntry[], rest: Rest, locale: string) {
    const { reader, view } = this.#of(list);
    reader.follow(beginning, rest);
    return html`
      <p role="status" .textContent=${view.countWords(locale, '')}></p>
      ${view.renderMore()}
    `;
  }

  #of(list: SummaryListName) {
    let known = this.#lists.get(list);
    if (!known) {
      const reader = new FurtherReader(this.#host, this.#session, list);
      const view = new ListView<SummaryEntry>(this.#host, reader, {
        id: `more-${list}`,
        selectorOf: (_, place) => entryAt(list, place),
        headingSelector: `#part-${list}`,
      });
      this.#lists.set(list, (known = { reader, view }));
    }
    return known;
  }
}
