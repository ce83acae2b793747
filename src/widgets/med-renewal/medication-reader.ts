import { Task, TaskStatus } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { OutputOf } from '../../contract/endpoint.js';
import { searchMedications } from '../../contract/generated/medications.js';
import type * as contract from '../../contract/medications.js';
import type { SessionController } from '../../session/session-controller.js';

/** A part of the list, as one answer brought it, with what has become of its medications since. */
export type MedicationPage = OutputOf<typeof contract.searchMedications>;

/** What somebody reads of a record. Replaced as a whole with the record, so that nothing stays. */
interface Reading {
  /** Who reads whose record; empty: nobody any. */
  readonly key: string;
  /** Asks for the page after those that are there; undefined: nobody wants any yet. */
  readonly query: contract.MedicationQuery | undefined;
  readonly pages: readonly MedicationPage[];
}

/**
 * Reads the current or the past medications of the record that is open, page by page. Whenever person or
 * session change, what is under way is aborted and what there was is forgotten.
 */
export class MedicationReader implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #session: SessionController;
  readonly #first: contract.MedicationQuery | undefined;
  readonly #page;
  #limit: number | undefined;
  #reading: Reading;

  /**
   * @param wanted whether it is read at once; else from `want()` on
   * @param onPage called with each page that comes
   */
  constructor(
    host: ReactiveControllerHost,
    session: SessionController,
    readonly period: contract.MedicationQuery['period'],
    wanted: boolean,
    onPage: (page: MedicationPage) => void,
  ) {
    this.#host = host;
    this.#session = session;
    this.#first = wanted ? { period } : undefined;
    this.#reading = { key: '', query: undefined, pages: [] };
    host.addController(this); // before the task, whose arguments depend on it
    this.#page = new Task(host, {
      args: () => [this.#client, this.#subject, this.#reading.query] as const,
      task: async ([client, subject, query], { signal }) =>
        client && subject && query
          ? {
              query,
              page: await client.call(
                searchMedications,
                { params: { subject }, body: { ...query, limit: this.#limit } },
                { signal },
              ),
            }
          : null,
      onComplete: (answer) => {
        // The record may have changed a moment ago.
        if (!answer || answer.query !== this.#reading.query) return;
        this.#change({ pages: [...this.pages, answer.page] });
        onPage(answer.page);
      },
    });
  }

  hostUpdate(): void {
    const key = this.#session.record?.key ?? '';
    if (key !== this.key) this.#reading = { key, query: this.#first, pages: [] };
  }

  get key(): string {
    return this.#reading.key;
  }

  get pages(): readonly MedicationPage[] {
    return this.#reading.pages;
  }

  get medications(): readonly contract.Medication[] {
    return this.pages.flatMap(({ medications }) => medications);
  }

  /** How the page stands that was asked for last. */
  get status(): TaskStatus {
    return this.#page.status;
  }

  get error(): unknown {
    return this.#page.error;
  }

  /** Whether there are more than were read. */
  get hasMore(): boolean {
    return Boolean(this.pages.at(-1)?.nextCursor);
  }

  /** Begins anew, with so many in a page. */
  begin(limit: number): void {
    this.#limit = limit;
    const { query } = this.#reading;
    this.#change({ query: query && { period: this.period }, pages: [] });
  }

  /** Reads the first page, unless it was read already. */
  want(): void {
    if (!this.#reading.query) this.#change({ query: { period: this.period } });
  }

  /** Asks for the next page, or again for the one that failed. */
  readOn(): void {
    if (this.status === TaskStatus.PENDING) return;
    if (this.status === TaskStatus.ERROR) void this.#page.run();
    else {
      const cursor = this.pages.at(-1)?.nextCursor;
      if (cursor) this.#change({ query: { period: this.period, cursor } });
    }
  }

  /** Puts a medication as it stands now in the place of what was read before. */
  replace(medication: contract.Medication): void {
    this.#change({
      pages: this.pages.map((page) => ({
        ...page,
        medications: page.medications.map((each) =>
          each.id === medication.id ? medication : each,
        ),
      })),
    });
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
