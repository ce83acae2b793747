import { Task, TaskStatus } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PortalClient } from '../../client/portal-client.js';
import type { SessionController } from '../../session/session-controller.js';

/** Visits or requests that are fetched at a time. */
const pageSize = 10;

/** As many as the backend gives at a time. */
const mostInPage = 100;

/** What every answer with a part of a list has. */
interface ListPage {
  readonly total: number;
  readonly nextCursor: string | null;
}

/** Where a page is asked for. */
export interface PageRequest {
  readonly subject: string;
  /** Null: the first page. */
  readonly cursor: string | null;
  readonly limit: number;
  readonly signal: AbortSignal;
}

interface Query {
  readonly cursor: string | null;
  readonly limit: number;
}

/** What is read of a record. Replaced as a whole with the record, so that nothing stays. */
interface Reading<Page> {
  /** Who reads whose record; empty: nobody any. */
  readonly key: string;
  /** Asks for one page; another object asks again. */
  readonly query: Query;
  /** How many entries were asked for by now. */
  readonly size: number;
  readonly pages: readonly Page[];
}

/**
 * Reads one list of the record that is open, page by page. Whenever person or session change, what is
 * under way is aborted and what there was is forgotten.
 */
export class RecordList<Page extends ListPage> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #session: SessionController;
  readonly #page;
  #reading: Reading<Page> = begin('');

  /**
   * @param ask asks the backend for a page
   * @param onNext called with each page after the first
   */
  constructor(
    host: ReactiveControllerHost,
    session: SessionController,
    ask: (client: PortalClient, request: PageRequest) => Promise<Page>,
    onNext: (page: Page) => void = () => undefined,
  ) {
    this.#host = host;
    this.#session = session;
    host.addController(this); // before the task, whose arguments depend on it
    this.#page = new Task(host, {
      args: () => [session.context?.client, session.subject?.id, this.#reading.query] as const,
      task: async ([client, subject, query], { signal }) =>
        client && subject !== undefined
          ? { query, page: await ask(client, { subject, ...query, signal }) }
          : null,
      onComplete: (answer) => {
        // It may have been asked anew a moment ago.
        if (!answer || answer.query !== this.#reading.query) return;
        const { cursor, limit } = answer.query;
        const isFirst = cursor === null;
        this.#change({
          pages: isFirst ? [answer.page] : [...this.pages, answer.page],
          size: isFirst ? limit : this.#reading.size + limit,
        });
        if (!isFirst) onNext(answer.page);
      },
    });
  }

  hostUpdate(): void {
    const key = this.#session.record?.key ?? '';
    if (key !== this.key) this.#reading = begin(key);
  }

  /** Who reads whose record; empty: nobody any. */
  get key(): string {
    return this.#reading.key;
  }

  get pages(): readonly Page[] {
    return this.#reading.pages;
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
    return Boolean(this.pages.at(-1)?.nextCursor);
  }

  /** Reads anew as many as have come; what is there stays until then. */
  refresh(): void {
    this.#change({ query: { cursor: null, limit: Math.min(this.#reading.size, mostInPage) } });
  }

  /** Asks for the next page, or again for the one that failed. */
  readOn(): void {
    if (this.isPending) return;
    const cursor = this.pages.at(-1)?.nextCursor;
    if (this.error !== undefined) void this.#page.run();
    else if (cursor) this.#change({ query: { cursor, limit: pageSize } });
  }

  #change(change: Partial<Reading<Page>>): void {
    this.#reading = { ...this.#reading, ...change };
    this.#host.requestUpdate();
  }
}

const begin = (key: string) => ({
  key,
  query: { cursor: null, limit: pageSize },
  size: pageSize,
  pages: [],
});
