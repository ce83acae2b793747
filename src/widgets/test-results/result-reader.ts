import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { searchResults } from '../../contract/generated/results.js';
import type * as contract from '../../contract/record/results.js';
import { PagedReader } from '../../reading/paged-reader.js';
import type { OpenRecord } from '../../session/open-record.js';
import type { SessionController } from '../../session/session-controller.js';

/** What the list is searched for. Held in memory only: it may be health data. */
export type ResultFilters = Omit<contract.ResultQuery, 'limit' | 'cursor'>;

/** One analyte of the open result. */
export interface Trend {
  /** Its LOINC code, or its name where it has none. */
  readonly analyte: string;
  /** As people read it. */
  readonly name: string;
}

/** What shows instead of the list. */
export interface Shown {
  readonly openId?: string | undefined;
  /** What of this result shows over the years, instead of the result. */
  readonly trend?: Trend | undefined;
}

/** Reads the list of the record that is open, and knows which result is. Another search closes it. */
export class ResultReader implements ReactiveController {
  readonly list;
  readonly #host: ReactiveControllerHost;
  readonly #session: SessionController;
  #record: OpenRecord | undefined;
  #shown: Shown = {};

  constructor(host: ReactiveControllerHost, session: SessionController) {
    this.#host = host;
    this.#session = session;
    host.addController(this);
    this.list = new PagedReader(host, session, {
      endpoint: searchResults,
      entriesOf: ({ results }) => results,
      query: {},
    });
  }

  hostUpdate(): void {
    const { record } = this.#session;
    if (record === this.#record) return;
    this.#record = record;
    this.#shown = {};
  }

  /** Who reads whose record; empty while no record is open. */
  get key(): string {
    return this.list.key;
  }

  /** What the list is searched for. */
  get filters(): ResultFilters {
    const { text, category, from, to, abnormalOnly } = this.list.query ?? {};
    return { text, category, from, to, abnormalOnly };
  }

  /** Whether the list is not of the whole record. */
  get isFiltered(): boolean {
    return Object.values(this.filters).some((value) => value !== undefined);
  }

  get openId(): string | undefined {
    return this.#shown.openId;
  }

  get trend(): Trend | undefined {
    return this.#shown.trend;
  }

  /** Whether nothing else has been opened or closed since. */
  isShown(shown: Shown): boolean {
    return shown === this.#shown;
  }

  /** The line of the list that is open. */
  get opened(): contract.ResultSummary | undefined {
    return this.list.entries.find(({ id }) => id === this.openId);
  }

  /**
   * Begins anew.
   * @param filters default: as before
   * @param limit results in a page; default: as before
   */
  search(filters: ResultFilters | undefined, limit?: number): void {
    this.list.read(filters ?? this.list.query, limit);
    this.show({});
  }

  /** @param shown empty: the list */
  show(shown: Shown): void {
    this.#shown = shown;
    this.#host.requestUpdate();
  }
}
