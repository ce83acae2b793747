import { Task, TaskStatus } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { OutputOf } from '../../contract/endpoint.js';
import { searchResults } from '../../contract/generated/results.js';
import type * as contract from '../../contract/results.js';
import type { SessionController } from '../../session/session-controller.js';

/** What the list is searched for. Held in memory only: it may be health data. */
export type ResultFilters = Omit<contract.ResultQuery, 'limit' | 'cursor'>;

/** A part of the list, as one answer brought it. */
export type ResultPage = OutputOf<typeof contract.searchResults>;

/** One analyte of the open result. */
export interface Trend {
  /** Its LOINC code, or its name where it has none. */
  readonly analyte: string;
  /** As people read it. */
  readonly name: string;
}

/** What somebody reads of a record. Replaced as a whole with the record, so that nothing stays. */
interface Reading {
  /** Who reads whose record; empty: nobody any. */
  readonly key: string;
  /** Asks for the page after those that are there. */
  readonly query: contract.ResultQuery;
  readonly pages: readonly ResultPage[];
  /** Id of the result that shows instead of the list. */
  readonly openId?: string | undefined;
  /** What of this result shows over the years, instead of the result. */
  readonly trend?: Trend | undefined;
}

/**
 * Reads the list of the record that is open, page by page. Whenever person, session or
 * search change, what is under way is aborted and what there was is forgotten.
 */
export class ResultReader implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #session: SessionController;
  readonly #page;
  #reading: Reading = { key: '', query: {}, pages: [] };

  /** @param onPage called with each page that comes */
  constructor(
    host: ReactiveControllerHost,
    session: SessionController,
    onPage: (page: ResultPage) => void,
  ) {
    this.#host = host;
    this.#session = session;
    host.addController(this); // before the task, whose arguments depend on it
    this.#page = new Task(host, {
      args: () => [this.#client, this.#subject, this.#reading.query] as const,
      task: async ([client, subject, query], { signal }) =>
        client && subject
          ? {
              query,
              page: await client.call(
                searchResults,
                { params: { subject }, body: query },
                { signal },
              ),
            }
          : null,
      onComplete: (answer) => {
        // The search may have changed a moment ago.
        if (answer?.query !== this.#reading.query) return;
        this.#change({ pages: [...this.pages, answer.page] });
        onPage(answer.page);
      },
    });
  }

  hostUpdate(): void {
    const key = this.#session.record?.key ?? '';
    const { limit } = this.#reading.query;
    if (key !== this.key) this.#reading = { key, query: { limit }, pages: [] };
  }

  get key(): string {
    return this.#reading.key;
  }

  get pages(): readonly ResultPage[] {
    return this.#reading.pages;
  }

  /** How the page stands that was asked for last. */
  get status(): TaskStatus {
    return this.#page.status;
  }

  get error(): unknown {
    return this.#page.error;
  }

  /** What the list is searched for. */
  get filters(): ResultFilters {
    const { text, category, from, to, abnormalOnly } = this.#reading.query;
    return { text, category, from, to, abnormalOnly };
  }

  /** Whether the list is not of the whole record. */
  get isFiltered(): boolean {
    return Object.values(this.filters).some((value) => value !== undefined);
  }

  get openId(): string | undefined {
    return this.#reading.openId;
  }

  get trend(): Trend | undefined {
    return this.#reading.trend;
  }

  /** The line of the list that is open. */
  get opened(): contract.ResultSummary | undefined {
    return this.pages.flatMap(({ results }) => results).find(({ id }) => id === this.openId);
  }

  /**
   * Begins anew.
   * @param filters default: as before
   * @param limit results in a page; default: as before
   */
  search(filters: ResultFilters = this.#reading.query, limit = this.#reading.query.limit): void {
    const query = { ...filters, limit, cursor: undefined };
    this.#change({ query, pages: [], openId: undefined, trend: undefined });
  }

  /** Asks for the next page, or again for the one that failed. */
  readOn(): void {
    if (this.status === TaskStatus.PENDING) return;
    if (this.status === TaskStatus.ERROR) void this.#page.run();
    else {
      const cursor = this.pages.at(-1)?.nextCursor;
      if (cursor) this.#change({ query: { ...this.#reading.query, cursor } });
    }
  }

  /** @param openId of a result in the list; undefined: back to the list */
  open(openId?: string): void {
    this.#change({ openId, trend: undefined });
  }

  /** @param trend of the open result; undefined: back to it */
  openTrend(trend?: Trend): void {
    this.#change({ trend });
  }

  get #client() {
    return this.#session.context?.client;
  }

  get #subject() {
    return this.#session.subject?.id;
  }

  #change(change: Partial<Reading>): void {
    this.#reading = { ...this.#reading, ...change };
    this.#host.requestUpdate();
  }
}
