import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PortalClient } from '../client/portal-client.js';
import { PortalError } from '../client/portal-errors.js';
import type { OutputOf } from '../contract/endpoint.js';
import { getUnreadCount } from '../contract/generated/threads.js';
import type * as contract from '../contract/messages/threads.js';
import type { OpenRecord } from '../session/open-record.js';
import type { PortalContext } from '../session/portal-context.js';
import type { SessionController } from '../session/session-controller.js';
import { openTabChannel, type TabChannel } from '../session/tab-channel.js';

/** How much in the inbox of the open record is unread. */
export type UnreadCount = OutputOf<typeof contract.getUnreadCount>;

/** Milliseconds after which it is asked for again: the care team may have written. */
const askEvery = 60_000;

/** @param changed whether the messages themselves may be others than those that a widget shows */
type Listener = (changed: boolean) => void;

/** What tabs tell each other: that messages have changed, and nothing of them. */
interface TabNews {
  readonly type: 'changed';
}

/** One count for all widgets that speak with the same backend. */
class UnreadStore {
  static readonly #stores = new WeakMap<PortalClient, UnreadStore>();

  static of(context: PortalContext): UnreadStore {
    let store = this.#stores.get(context.client);
    if (!store) this.#stores.set(context.client, (store = new UnreadStore(context)));
    return store;
  }

  /** Undefined: not known now. */
  count: UnreadCount | undefined;
  readonly #context: PortalContext;
  readonly #listeners = new Set<Listener>();
  /** Whose messages are counted. */
  #record: OpenRecord | undefined;
  /** What an answer is compared with: an unlike one is news. */
  #before: UnreadCount | undefined;
  #channel: TabChannel<TabNews> | undefined;
  #watching: AbortController | undefined;
  #asking: AbortController | undefined;
  #cancel: (() => void) | undefined;

  private constructor(context: PortalContext) {
    this.#context = context;
  }

  /** The first to join begins to ask, the last to leave ends it. */
  join(listener: Listener): () => void {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#open();
    return () => {
      if (this.#listeners.delete(listener) && this.#listeners.size === 0) this.#close();
    };
  }

  /** Messages were read, sent or put away by one of the widgets here: the others and the other tabs hear of it. */
  changed(by: Listener): void {
    this.#channel?.post({ type: 'changed' });
    this.#before = undefined;
    this.#tell(true, by);
    this.#look();
  }

  #open(): void {
    const { client, store } = this.#context;
    this.#channel = openTabChannel<TabNews>(`portal-messages ${client.baseUrl}`, () => {
      this.#before = undefined;
      this.#tell(true);
      this.#look();
    });
    this.#watching = new AbortController();
    const { signal } = this.#watching;
    document.addEventListener('visibilitychange', this.#lookIfSeen, { signal });
    window.addEventListener('online', this.#lookIfSeen, { signal });
    const unsubscribe = store.subscribe(() => {
      this.#follow();
    });
    signal.addEventListener('abort', unsubscribe);
    this.#follow();
  }

  #close(): void {
    this.#watching?.abort();
    this.#channel?.close();
    this.#use(undefined);
    // What was aborted knows who did it: kept, it would keep the widget that left last.
    this.#watching = this.#asking = this.#channel = undefined;
  }

  /** Another person, record or session: what was known is of the one before. */
  #follow(): void {
    const { record } = this.#context.store;
    if (record !== this.#record) this.#use(record);
  }

  #use(record: OpenRecord | undefined): void {
    this.#record = record;
    this.#asking?.abort();
    this.#cancel?.();
    this.count = this.#before = undefined;
    this.#tell(false);
    if (record) this.#look();
  }

  /** A page out of sight asks when it comes into view. */
  readonly #lookIfSeen = () => {
    if (!document.hidden) this.#look();
  };

  /** Only the answer to the latest question counts. */
  #look(): void {
    this.#asking?.abort();
    this.#cancel?.();
    const { record } = this.#context.store;
    if (!record) return;
    this.#cancel = this.#context.after(askEvery, this.#lookIfSeen);
    const asking = new AbortController();
    this.#asking = asking;
    const { client, subject } = record;
    client.call(getUnreadCount, { params: { subject } }, { signal: asking.signal }).then(
      (count) => {
        if (!asking.signal.aborted) this.#take(count);
      },
      (error: unknown) => {
        if (asking.signal.aborted) return;
        if (!(error instanceof PortalError)) throw error;
        this.count = undefined; // rather none than an old one
        this.#tell(false);
      },
    );
  }

  #take(count: UnreadCount): void {
    const before = this.#before;
    this.count = this.#before = count;
    this.#tell(
      before !== undefined &&
        (before.messages !== count.messages || before.threads !== count.threads),
    );
  }

  #tell(changed: boolean, by?: Listener): void {
    for (const listener of this.#listeners) if (listener !== by) listener(changed);
  }
}

/**
 * Keeps a widget up to date with how much in the inbox of the open record is unread. It is asked for
 * when anything on the page or in another tab has changed it, when the page comes into view, and once a
 * minute; asking keeps no session alive.
 */
export class UnreadMessages implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #session: Pick<SessionController, 'context'>;
  readonly #listener: Listener;
  #store: UnreadStore | undefined;
  #leave: (() => void) | undefined;

  /** @param onChange called when messages have changed elsewhere: what is shown may be old */
  constructor(
    host: ReactiveControllerHost,
    session: Pick<SessionController, 'context'>,
    onChange?: () => void,
  ) {
    this.#host = host;
    this.#session = session;
    this.#listener = (changed) => {
      if (changed) onChange?.();
      host.requestUpdate();
    };
    host.addController(this);
  }

  /** Undefined: not known now. */
  get count(): UnreadCount | undefined {
    return this.#store?.count;
  }

  /** This widget has read, sent or put away something. */
  tell(): void {
    this.#store?.changed(this.#listener);
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    this.#follow(this.#session.context);
  }

  hostDisconnected(): void {
    this.#follow(undefined);
  }

  #follow(context: PortalContext | undefined): void {
    const store = context && UnreadStore.of(context);
    if (store === this.#store) return;
    this.#leave?.();
    this.#store = store;
    this.#leave = store?.join(this.#listener);
  }
}
