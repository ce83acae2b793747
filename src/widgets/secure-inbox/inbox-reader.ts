import { Task, TaskStatus } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { PortalError } from '../../client/portal-errors.js';
import type { OutputOf } from '../../contract/endpoint.js';
import type { DraftForm } from '../../contract/drafts.js';
import { searchDrafts } from '../../contract/generated/drafts.js';
import { searchThreads } from '../../contract/generated/threads.js';
import type * as contract from '../../contract/threads.js';
import type { SessionController } from '../../session/session-controller.js';
import { forgetWriting, keepWriting, keptWriting } from './interrupted-writing.js';

/** Where one looks: a folder of threads, or what is not sent yet. */
export type InboxFolder = contract.Folder | 'drafts';

/** What threads are searched for. Held in memory only: it may be health data. */
export type ThreadFilters = Pick<contract.ThreadQuery, 'text' | 'unreadOnly'>;

/** A part of the list, as one answer brought it. */
export type ThreadPage = OutputOf<typeof contract.searchThreads>;

/** What is open beside the list, or on narrow screens instead of it. */
export type Opened =
  | {
      readonly view: 'thread';
      readonly thread: string;
      /** Whether an answer is being written. */
      readonly reply?: boolean;
      /** Whether a message was sent just now. */
      readonly sent?: boolean;
    }
  | {
      readonly view: 'compose';
      /** Of the draft that is gone on with, or of the new one. */
      readonly draft: string;
      /** Of the result that it asks about. */
      readonly result?: string | undefined;
    };

/** What shall open with a record. */
interface Next {
  /** Undefined: whichever record opens first. */
  readonly subject: string | undefined;
  readonly opened: Opened;
}

/** Lines that are read again at once. */
const mostRefreshed = 100;

/** What somebody reads of a record. Replaced as a whole with the record, so that nothing stays. */
interface Reading {
  /** Who reads whose record; empty: nobody any. */
  readonly key: string;
  readonly folder: InboxFolder;
  /** Asks for the page after those that are there. */
  readonly query: contract.ThreadQuery;
  readonly pages: readonly ThreadPage[];
  readonly opened?: Opened | undefined;
  /** Whether messages have changed since the list was read. */
  readonly isStale: boolean;
  /** What was done last: "Moved to the archive." */
  readonly done: string;
}

const nothingRead = (key: string, limit: number | undefined): Reading => ({
  key,
  folder: 'inbox',
  query: { folder: 'inbox', limit },
  pages: [],
  isStale: false,
  done: '',
});

/**
 * Reads the threads of the record that is open, page by page, and knows which one is open. Whenever
 * person, session, folder or search change, what is under way is aborted and what there was is forgotten.
 */
export class InboxReader implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #session: SessionController;
  readonly #page;
  readonly #drafts;
  #reading: Reading = nothingRead('', undefined);
  #refreshing: AbortController | undefined;
  #next: Next | undefined;
  #draftReading = 0;

  /** @param onPage called with each page that comes */
  constructor(
    host: ReactiveControllerHost,
    session: SessionController,
    onPage: (page: ThreadPage) => void,
  ) {
    this.#host = host;
    this.#session = session;
    host.addController(this); // before the task, whose arguments depend on it
    this.#page = new Task(host, {
      args: () => [this.#client, this.#subject, this.folder, this.#reading.query] as const,
      task: async ([client, subject, folder, query], { signal }) =>
        client && subject && folder !== 'drafts'
          ? {
              query,
              page: await client.call(
                searchThreads,
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
    // One is written, sent or left whenever something else opens.
    this.#drafts = new Task(host, {
      args: () => [this.#client, this.#subject, this.key, this.opened, this.draftReading] as const,
      task: async ([client, subject, key], { signal }) => {
        if (!client || !subject) return undefined;
        const body = { forms: ['message', 'reply'] as DraftForm[], limit: 1 };
        const params = { subject };
        const { total } = await client.call(searchDrafts, { params, body }, { signal });
        return { key, total };
      },
    });
  }

  hostUpdate(): void {
    const { state, context } = this.#session;
    const key = this.#session.record?.key ?? '';
    if (key === this.key) return;
    this.#refreshing?.abort();
    if (context && state.status === 'signed-out' && state.ended === 'idle') {
      keepWriting(context.store, this.key, this.opened);
    }
    this.#reading = nothingRead(key, this.#reading.query.limit);
    if (!context || state.status !== 'signed-in') return;
    const interrupted = keptWriting(context.store, key);
    const { subject = state.subject.id, opened = interrupted } = this.#next ?? {};
    this.#next = undefined;
    if (subject === state.subject.id) this.#reading = { ...this.#reading, opened };
  }

  get key(): string {
    return this.#reading.key;
  }

  get folder(): InboxFolder {
    return this.#reading.folder;
  }

  get pages(): readonly ThreadPage[] {
    return this.#reading.pages;
  }

  get opened(): Opened | undefined {
    return this.#reading.opened;
  }

  get isStale(): boolean {
    return this.#reading.isStale;
  }

  /** What was done last, for everybody to know. */
  get done(): string {
    return this.#reading.done;
  }

  /** How many messages were begun and not sent; undefined: not known. */
  get draftCount(): number | undefined {
    const { value } = this.#drafts;
    return value?.key === this.key ? value.total : undefined;
  }

  /** How the page stands that was asked for last. */
  get status(): TaskStatus {
    return this.#page.status;
  }

  get error(): unknown {
    return this.#page.error;
  }

  /** Whether the list is not of the whole folder. */
  get isFiltered(): boolean {
    const { text, unreadOnly } = this.#reading.query;
    return Boolean(text ?? unreadOnly);
  }

  /**
   * Begins anew in the same folder.
   * @param filters default: as before
   * @param limit threads in a page; default: as before
   */
  search(filters: ThreadFilters = this.#reading.query, limit = this.#reading.query.limit): void {
    const { folder, text, unreadOnly } = { ...this.#reading.query, ...filters };
    this.#begin({ query: { folder, text, unreadOnly, limit } });
  }

  /** Shows another folder, all of it, and closes what is open. */
  show(folder: InboxFolder): void {
    const { limit, folder: before } = this.#reading.query;
    const query = { folder: folder === 'drafts' ? before : folder, limit };
    this.#begin({ folder, query, opened: undefined });
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

  /** @param opened undefined: back to the list */
  open(opened?: Opened): void {
    this.#change({ opened, done: '' });
  }

  /** Tells what was done. */
  say(done: string): void {
    this.#change({ done });
  }

  /** The list of drafts and their count have changed: both are read again. */
  readDraftsAgain(): void {
    this.#draftReading += 1;
    this.#host.requestUpdate();
  }

  /** Another number each time that drafts have to be read. */
  get draftReading(): number {
    return this.#draftReading;
  }

  /**
   * Opens something as soon as its record is open.
   * @param subject undefined: the record that is open, or the next one
   */
  openWith(subject: string | undefined, opened: Opened): void {
    const isOpen = this.key !== '' && (subject ?? this.#subject) === this.#subject;
    if (isOpen) this.open(opened);
    else this.#next = { subject, opened };
  }

  /** Messages have changed elsewhere. */
  becomeStale(): void {
    if (this.pages.length > 0) this.#change({ isStale: true });
  }

  /** A line has changed: it was read, or put away. */
  replace(thread: contract.ThreadSummary): void {
    const { folder } = this;
    const isHere = folder === 'drafts' || thread.archived === (folder === 'archive');
    const pages = this.pages.map((page) => {
      if (!page.threads.some(({ id }) => id === thread.id)) return page;
      return isHere
        ? { ...page, threads: page.threads.map((each) => (each.id === thread.id ? thread : each)) }
        : {
            ...page,
            threads: page.threads.filter(({ id }) => id !== thread.id),
          };
    });
    const gone = this.#shown(this.pages) - this.#shown(pages);
    this.#change({ pages: pages.map((page) => ({ ...page, total: page.total - gone })) });
  }

  /** Reads the same lines again; those that are there stay until the answer comes. */
  async refresh(): Promise<void> {
    const { query, pages, key } = this.#reading;
    const [client, subject] = [this.#client, this.#subject];
    this.#refreshing?.abort();
    if (!client || !subject || this.folder === 'drafts' || pages.length === 0) return;
    const refreshing = new AbortController();
    this.#refreshing = refreshing;
    const limit = Math.min(mostRefreshed, Math.max(this.#shown(pages), query.limit ?? 1));
    const body = { ...query, cursor: undefined, limit };
    try {
      const { signal } = refreshing;
      const page = await client.call(searchThreads, { params: { subject }, body }, { signal });
      // Somebody may have read on, or looked for something else.
      const isSame = this.#reading.query === query && this.key === key;
      if (isSame) this.#change({ pages: [page], isStale: false });
    } catch (error) {
      if (refreshing.signal.aborted) return;
      if (!(error instanceof PortalError)) throw error;
      this.#change({ isStale: true });
    }
  }

  get #client() {
    return this.#session.context?.client;
  }

  get #subject() {
    return this.#session.subject?.id;
  }

  #shown(pages: readonly ThreadPage[]): number {
    return pages.reduce((sum, { threads }) => sum + threads.length, 0);
  }

  #begin(change: Partial<Reading>): void {
    this.#refreshing?.abort();
    this.#change({ ...change, pages: [], isStale: false, done: '' });
  }

  #change(change: Partial<Reading>): void {
    const { context } = this.#session;
    if (context && 'opened' in change) forgetWriting(context.store, this.key);
    this.#reading = { ...this.#reading, ...change };
    this.#host.requestUpdate();
  }
}
