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

interface Host extends ReactiveControllerHost {
  /** Id of the result that the page wants open; null: none. */
  readonly resultId: string | null;
}

/** Reads the list of the record that is open, and knows which result is. Another search closes it. */
export class ResultReader implements ReactiveController {
  readonly list;
  readonly #host: Host;
  readonly #session: SessionController;
  #record: OpenRecord | undefined;
  #shown: Shown = {};
  /** What the page has asked for in this record, or for the first one. */
  #wanted: string | null = null;
  /** Read by itself, because the list has not come to it. */
  #found: contract.ResultSummary | undefined;
  /** Whether what shows now is what the page has asked for last. */
  isAsWanted = false;
  /** Whether the page has asked for one that is not there. */
  isMissing = false;

  constructor(host: Host, session: SessionController) {
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
    if (record !== this.#record) {
      this.#record = record;
      this.#found = undefined;
      this.show({});
    }
    const { resultId } = this.#host;
    if (!record || resultId === this.#wanted) return;
    this.#wanted = resultId;
    if (resultId === (this.openId ?? null)) return;
    this.show(resultId ? { openId: resultId } : {});
    this.isAsWanted = true;
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

  /** What shows instead of the list; another object has been opened anew. */
  get shown(): Shown {
    return this.#shown;
  }

  /** The line of the list that is open. */
  get opened(): contract.ResultSummary | undefined {
    const { openId } = this;
    const found = this.#found?.id === openId ? this.#found : undefined;
    return this.list.entries.find(({ id }) => id === openId) ?? found;
  }

  /** Id of the result that is to open, and is not among those that have come. */
  get sought(): string | undefined {
    return this.list.total === undefined || this.opened ? undefined : this.openId;
  }

  /** What has become of `sought`; undefined: there is no such result. */
  find(result: contract.ResultSummary | undefined): void {
    this.#found = result;
    if (!result) this.show({});
    this.isMissing = !result;
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
    this.isAsWanted = this.isMissing = false;
    this.#host.requestUpdate();
  }
}
