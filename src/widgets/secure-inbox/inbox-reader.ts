import type { LitElement, ReactiveController } from 'lit';
import type { DraftForm } from '../../contract/messages/drafts.js';
import { searchDrafts } from '../../contract/generated/drafts.js';
import { searchThreads } from '../../contract/generated/threads.js';
import type * as contract from '../../contract/messages/threads.js';
import { PagedReader } from '../../reading/paged-reader.js';
import { recordTask } from '../../reading/record-task.js';
import type { OpenRecord } from '../../session/open-record.js';
import type { SessionController } from '../../session/session-controller.js';
import { BrowserHistory, type HasHistory } from '../../ui/browser-history.js';
import { forgetWriting, keepWriting, keptWriting } from './writing/interrupted-writing.js';
import type { Opened } from './opened.js';

/** Where one looks: a folder of threads, or what is not sent yet. */
export type InboxFolder = contract.Folder | 'drafts';

/** What threads are searched for. Held in memory only: it may be health data. */
export type ThreadFilters = Pick<contract.ThreadQuery, 'text' | 'unreadOnly'>;

/** What shall open with a record. */
interface Next {
  /** Undefined: whichever record opens first. */
  readonly subject: string | undefined;
  readonly opened: Opened;
}

/** What somebody looks at in a record. Replaced as a whole with the record, so that nothing stays. */
interface Looking {
  readonly folder: InboxFolder;
  readonly opened?: Opened | undefined;
  /** What was done last: "Moved to the archive." */
  readonly done: string;
}

/** Told what is open now, and what was before. */
type Moved = (opened: Opened | undefined, before: Opened | undefined) => void;

/** Answering a thread is the same place as reading it. */
const placeOf = (opened: Opened | undefined): string | undefined =>
  opened?.view === 'compose' ? opened.draft : opened?.thread;

const atFirst: Looking = { folder: 'inbox', done: '' };

/** Reads the threads of the record that is open, and knows which folder is, and which thread or message. */
export class InboxReader implements ReactiveController {
  /** The threads of the folder; none in that of drafts. */
  readonly list;
  readonly #host: LitElement;
  readonly #history: BrowserHistory<Opened>;
  readonly #onMoved: Moved;
  readonly #session: SessionController;
  readonly #drafts;
  #record: OpenRecord | undefined;
  #looking = atFirst;
  #next: Next | undefined;
  #draftReading = 0;
  /** What is said once what is open has closed. */
  #closing = '';
  /** Drafts that were sent: going back opens none of them. */
  readonly #sent = new Set<string>();

  /** @param onMoved called when something has closed, or Back or Forward has opened it */
  constructor(host: LitElement & HasHistory, session: SessionController, onMoved: Moved) {
    this.#host = host;
    this.#session = session;
    this.#onMoved = onMoved;
    this.#history = new BrowserHistory(host, this.#show);
    host.addController(this); // before the task, whose arguments depend on it
    this.list = new PagedReader(host, session, {
      endpoint: searchThreads,
      entriesOf: ({ threads }) => threads,
      query: { folder: 'inbox' },
    });
    // One is written, sent or left whenever something else opens.
    this.#drafts = recordTask(
      host,
      session,
      () => [this.opened, this.draftReading],
      async ({ client, subject, signal, key }) => {
        const body = { forms: ['message', 'reply'] as DraftForm[], limit: 1 };
        const params = { subject };
        const { total } = await client.call(searchDrafts, { params, body }, { signal });
        return { key, total };
      },
    );
  }

  hostUpdate(): void {
    const { state, context, record } = this.#session;
    if (record === this.#record) return;
    if (context && state.status === 'signed-out' && state.ended === 'idle') {
      keepWriting(context.store, this.key, this.opened);
    }
    this.#record = record;
    this.#looking = atFirst;
    this.#history.forget();
    if (!context || !record) return;
    const interrupted = keptWriting(context.store, record.key);
    const { subject = record.subject, opened = interrupted } = this.#next ?? {};
    this.#next = undefined;
    if (subject === record.subject) this.#looking = { ...atFirst, opened };
  }

  /** Who reads whose record; empty while no record is open. */
  get key(): string {
    return this.#record?.key ?? '';
  }

  get folder(): InboxFolder {
    return this.#looking.folder;
  }

  get opened(): Opened | undefined {
    return this.#looking.opened;
  }

  /** What was done last, for everybody to know. */
  get done(): string {
    return this.#looking.done;
  }

  /** How many messages were begun and not sent; undefined: not known. */
  get draftCount(): number | undefined {
    const { value } = this.#drafts;
    return value?.key === this.key ? value.total : undefined;
  }

  /** Whether the list is not of the whole folder. */
  get isFiltered(): boolean {
    const { text, unreadOnly } = this.list.query ?? {};
    return Boolean(text ?? unreadOnly);
  }

  /**
   * Begins anew in the same folder.
   * @param filters undefined: as before
   * @param limit threads in a page; default: as before
   */
  search(filters: ThreadFilters | undefined, limit?: number): void {
    const { query } = this.list;
    this.list.read(query && { ...query, ...filters }, limit);
    this.say('');
  }

  /** Shows another folder, all of it, and closes what is open. */
  show(folder: InboxFolder): void {
    const { opened } = this;
    this.list.read(folder === 'drafts' ? undefined : { folder });
    this.#change({ folder, opened: undefined, done: '' });
    if (opened) this.#history.goBack();
  }

  /** Opens something; what was open before is an entry of the history below it. */
  open(opened: Opened): void {
    if (placeOf(opened) !== placeOf(this.opened)) this.#history.opened(opened);
    this.#change({ opened, done: '' });
  }

  /** Back to the list. @param done what is said then: what was done last */
  close(done = ''): void {
    this.#closing = done;
    if (!this.#history.goBack()) this.#show(undefined);
  }

  /** Shows what came of a message. @param draft the one that is sent now */
  openSent(thread: string, draft: string | undefined): void {
    if (draft !== undefined) this.#sent.add(draft);
    this.open({ view: 'thread', thread, sent: true });
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
   * @param opened undefined: nothing, whatever was to open
   */
  openWith(subject: string | undefined, opened: Opened | undefined): void {
    const open = this.#record;
    if (open && opened && (subject ?? open.subject) === open.subject) this.open(opened);
    else this.#next = opened && { subject, opened };
  }

  /** A line has changed: it was read, or put away. */
  replace(thread: contract.ThreadSummary): void {
    if (thread.archived === (this.folder === 'archive')) this.list.replace(thread);
    else this.list.remove(thread.id);
  }

  /** Reads the same lines again; those that are there stay until the answer comes. */
  refresh(): void {
    if (this.list.last) this.list.refresh();
  }

  readonly #show = (next: Opened | undefined) => {
    const before = this.opened;
    const opened = next?.view === 'compose' && this.#sent.has(next.draft) ? undefined : next;
    const done = this.#closing;
    this.#closing = '';
    if (!before && !opened) return; // another folder has closed it before
    this.#change({ opened, done });
    this.#onMoved(opened, before);
  };

  #change(change: Partial<Looking>): void {
    const { context } = this.#session;
    if (context && 'opened' in change) forgetWriting(context.store, this.key);
    this.#looking = { ...this.#looking, ...change };
    this.#host.requestUpdate();
  }
}
