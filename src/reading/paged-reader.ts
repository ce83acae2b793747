/**
 * How a record is read, whatever is read of it: readers that end with the open record, and the views of a list.
 * What only one element reads stays with that element.
 */
import { TaskStatus } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ClientEndpoint } from '../contract/client-endpoint.js';
import type { SessionController } from '../session/session-controller.js';
import {
  nothingRead,
  sameAgain,
  withEntries,
  withPage,
  type ListEntry,
  type ListPage,
  type ListReading,
} from './list-reading.js';
import { defaultPageSize } from './page-size.js';
import { recordTask } from './record-task.js';

/** What every search may ask for. */
interface PageQuery {
  readonly limit?: number | undefined;
  readonly cursor?: string | null | undefined;
}

export interface PagedReaderOptions<Query, Page, Entry> {
  /** Searches a list of a record. */
  readonly endpoint: ClientEndpoint<
    { readonly params: { readonly subject: string }; readonly body: Query },
    Page
  >;
  readonly entriesOf: (page: Page) => readonly Entry[];
  /** What is searched for in each record that opens; undefined: nothing before `read` is called. */
  readonly query: NoInfer<Query> | undefined;
  readonly pageSize?: number;
}

/**
 * Reads one list of the record that is open, page by page. Whenever the record or the search changes, what is
 * under way is aborted and what there was is forgotten.
 */
export class PagedReader<
  Query extends PageQuery,
  Page extends ListPage,
  Entry extends ListEntry,
> implements ReactiveController {
  /**
   * Called with the first entry of each page after the first, and its place in the list, counted from 1.
   * Undefined: there is none in the page.
   */
  onNext: ((first: Entry | undefined, place: number) => void) | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #session: SessionController;
  readonly #query: Query | undefined;
  readonly #page;
  #pageSize: number;
  #reading: ListReading<Query, Page, Entry>;

  constructor(
    host: ReactiveControllerHost,
    session: SessionController,
    {
      endpoint,
      entriesOf,
      query,
      pageSize = defaultPageSize,
    }: PagedReaderOptions<Query, Page, Entry>,
  ) {
    this.#host = host;
    this.#session = session;
    this.#query = query;
    this.#pageSize = pageSize;
    this.#reading = nothingRead(session.record, query, pageSize);
    host.addController(this); // before the task, whose arguments depend on it
    this.#page = recordTask(
      host,
      session,
      () => [this.query, this.#reading.question],
      async ({ client, subject, signal }, [search, question]) => {
        if (!search) return undefined;
        const input = { params: { subject }, body: { ...search, ...question } };
        return { question, page: await client.call(endpoint, input, { signal }) };
      },
      (answer) => {
        // It may have been asked anew a moment ago.
        if (answer?.question !== this.#reading.question) return;
        const { length } = this.entries;
        const entries = entriesOf(answer.page);
        this.#change(withPage(this.#reading, answer.page, entries));
        if (answer.question.cursor !== undefined) this.onNext?.(entries[0], length + 1);
      },
    );
  }

  hostUpdate(): void {
    const { record } = this.#session;
    if (record === this.#reading.record) return;
    this.#reading = nothingRead(record, this.#query, this.#pageSize);
  }

  /** Who reads whose record; empty while no record is open. */
  get key(): string {
    return this.#reading.record?.key ?? '';
  }

  get query(): Query | undefined {
    return this.#reading.query;
  }

  get pages(): readonly (readonly Entry[])[] {
    return this.#reading.pages;
  }

  get entries(): readonly Entry[] {
    return this.#reading.entries;
  }

  get total(): number | undefined {
    return this.#reading.total;
  }

  get last(): Page | undefined {
    return this.#reading.last;
  }

  get isStale(): boolean {
    return this.#reading.isStale;
  }

  /** Whether an answer is awaited. */
  get isPending(): boolean {
    return this.#page.status === TaskStatus.PENDING;
  }

  /** Why the page that was asked for last did not come. */
  get error(): unknown {
    return this.#page.status === TaskStatus.ERROR ? this.#page.error : undefined;
  }

  /** Whether there is more than has come. */
  get hasMore(): boolean {
    return Boolean(this.last?.nextCursor);
  }

  /**
   * Begins anew.
   * @param query what is searched for; undefined: nothing
   * @param pageSize default: as before
   */
  read(query: Query | undefined, pageSize = this.#pageSize): void {
    this.#pageSize = pageSize;
    this.#change(nothingRead(this.#reading.record, query, pageSize));
  }

  /** Asks for the next page, or again for the one that failed. */
  readOn(): void {
    if (this.isPending) return;
    const cursor = this.last?.nextCursor;
    if (this.error !== undefined) void this.#page.run();
    else if (cursor) this.#change({ question: { limit: this.#pageSize, cursor } });
  }

  /** Reads anew as many as have come; what is there stays until then. */
  refresh(): void {
    this.#change({ question: sameAgain(this.#reading) });
  }

  becomeStale(): void {
    if (this.last) this.#change({ isStale: true });
  }

  /** Puts an entry as it stands now in the place of what was read before. */
  replace(entry: Entry): void {
    const replaced = (each: Entry) => (each.id === entry.id ? entry : each);
    this.#change(withEntries(this.#reading, (entries) => entries.map(replaced)));
  }

  /** Takes out what is not in the list any more. */
  remove(id: string): void {
    this.#change(withEntries(this.#reading, (entries) => entries.filter((each) => each.id !== id)));
  }

  #change(change: Partial<ListReading<Query, Page, Entry>>): void {
    this.#reading = { ...this.#reading, ...change };
    this.#host.requestUpdate();
  }
}
