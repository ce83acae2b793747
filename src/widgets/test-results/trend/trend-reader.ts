import { Task, TaskStatus } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { searchObservations } from '../../../contract/generated/trend.js';
import type { DatedObservation } from '../../../contract/trend.js';
import type { SessionController } from '../../../session/session-controller.js';
import type { ResultReader } from '../result-reader.js';

/** Measurements fetched at a time. */
const pageSize = 100;

/** Replaced as a whole with the record or the analyte, so that nothing stays. */
interface Reading {
  readonly key: string;
  readonly query: { readonly analyte: string; readonly limit: number; readonly cursor?: string };
  /** Latest first. */
  readonly observations: readonly DatedObservation[];
  readonly total: number | undefined;
  readonly nextCursor: string | null;
}

const nothingOf = (key: string, analyte: string): Reading => ({
  key,
  query: { analyte, limit: pageSize },
  observations: [],
  total: undefined,
  nextCursor: null,
});

/** Reads what one analyte was over the years, page by page, as long as its trend is open. */
export class TrendReader implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #results: ResultReader;
  readonly #page;
  #reading = nothingOf('', '');

  /** @param onPage called with each page that comes, and how many measurements are there before it */
  constructor(
    host: ReactiveControllerHost,
    session: SessionController,
    results: ResultReader,
    onPage: (before: number) => void,
  ) {
    this.#host = host;
    this.#results = results;
    host.addController(this); // before the task, whose arguments depend on it
    this.#page = new Task(host, {
      args: () => [session.context?.client, session.subject?.id, this.#reading.query] as const,
      task: async ([client, subject, query], { signal }) =>
        client && subject && query.analyte
          ? {
              query,
              page: await client.call(
                searchObservations,
                { params: { subject }, body: query },
                { signal },
              ),
            }
          : null,
      onComplete: (answer) => {
        // Another one may have been opened a moment ago.
        if (answer?.query !== this.#reading.query) return;
        const { observations, total, nextCursor } = answer.page;
        onPage(this.observations.length);
        this.#reading = {
          ...this.#reading,
          observations: [...this.observations, ...observations],
          total,
          nextCursor,
        };
        this.#host.requestUpdate();
      },
    });
  }

  hostUpdate(): void {
    const analyte = this.#results.trend?.analyte ?? '';
    const key = `${this.#results.key} ${analyte}`;
    if (key !== this.#reading.key) this.#reading = nothingOf(key, analyte);
  }

  get observations(): readonly DatedObservation[] {
    return this.#reading.observations;
  }

  /** How many there are in all; undefined: not known yet. */
  get total(): number | undefined {
    return this.#reading.total;
  }

  get status(): TaskStatus {
    return this.#page.status;
  }

  get error(): unknown {
    return this.#page.error;
  }

  get hasEarlier(): boolean {
    return this.#reading.nextCursor !== null;
  }

  /** Asks for earlier ones, or again for what failed. */
  readOn(): void {
    if (this.status === TaskStatus.PENDING) return;
    if (this.status === TaskStatus.ERROR) void this.#page.run();
    else {
      const { query, nextCursor } = this.#reading;
      if (nextCursor === null) return;
      this.#reading = { ...this.#reading, query: { ...query, cursor: nextCursor } };
      this.#host.requestUpdate();
    }
  }
}
