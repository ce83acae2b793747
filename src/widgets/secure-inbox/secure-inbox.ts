import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { ThreadSummary } from '../../contract/messages/threads.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { SessionController } from '../../session/session-controller.js';
import { actingForView } from '../../ui/acting-for.js';
import { baseStyles } from '../../ui/styles/base-styles.js';
import { partStyles } from '../../ui/styles/part-styles.js';
import { FocusNext } from '../../ui/focus-next.js';
import { archive, inbox, pencil, search, send } from '../../ui/generated/icons.js';
import { iconView } from '../../ui/icon.js';
import { Narrow } from '../../ui/styles/narrow.js';
import { skeletonView } from '../../ui/skeleton.js';
import { formatDate, formatNumber } from '../../ui/format.js';
import { headingView } from '../../ui/heading.js';
import { defineElement } from '../../ui/define-element.js';
import {
  messageAboutPrefix,
  type PortalMessageStartEvent,
} from '../../reading/message-start.events.js';
import { ListView } from '../../reading/list-view.js';
import { noRecordView } from '../../reading/no-record.js';
import { LazyPart } from '../../ui/lazy-part.js';
import { checkedPageSize, defaultPageSize } from '../../reading/page-size.js';
import { UnreadMessages } from '../../reading/unread-messages.js';
import type { ComposeView } from './writing/compose-view.js';
import type { DraftFolder } from './draft-folder.js';
import type { emptyFolder } from './empty-folder.js';
import type { Inbox } from './inbox.js';
import { InboxReader, type InboxFolder } from './inbox-reader.js';
import type { Opened } from './opened.js';
import { PortalThreadClosedEvent, PortalThreadOpenedEvent } from './secure-inbox.events.js';
import { styles } from './secure-inbox.styles.js';
import { threadList } from './thread-list.js';
import type { ThreadSearch } from './thread-search.js';
import type { ThreadView } from './thread-view.js';

/**
 * Messages with the care team of the open record: folders, search, threads, replies, new messages with
 * attachments, and drafts that are kept from the first keystroke. Messages are read here, after signing in, and are
 * never in an email (`messages.signed-in-only`). Before anything is written, it says that messages aren't for
 * emergencies (`messages.not-urgent`). It says when to expect a reply (`messages.reply-time`), and who to call once
 * that day has passed. However often the network fails, a message is sent once. When the session ends or another
 * record opens, everything of the last one leaves the page (`session.no-cache`). A message that was being written
 * when the session timed out opens again, with its attachments, once its writer signs in again in the same tab and
 * the same record. Opening a message adds an entry to the browser's history: Back closes it.
 *
 * @element secure-inbox
 * @attr {number} page-size - Threads fetched at a time: 1 to 100; default 20.
 * @attr {number} heading-level - 2 to 4; default 2.
 * @attr {'on' | 'off'} history - Whether opening a message adds an entry to the browser’s history, so that Back closes it; default on.
 * @attr {string} thread-id - Opaque id of the thread that is open, where a page's router says so: setting it opens the
 *   thread, removing it closes it. The element never changes it; its events tell what was opened and closed here.
 * @csspart acting-for - Whose record it is, if it is somebody else's and no switcher shows it.
 * @csspart heading - The heading, and that of what is open.
 * @csspart write - The button that begins a new message.
 * @csspart folders - The buttons of the folders.
 * @csspart search - The search form.
 * @csspart count - How many threads show, of how many, or that there are none.
 * @csspart threads - The list of threads.
 * @csspart more - The button that loads more threads.
 * @csspart back - The button back to the list, where list and message don't fit side by side.
 * @csspart print - The button that prints a thread.
 * @csspart messages - The messages of the open thread.
 * @csspart urgent - The emergency line above what is being written.
 * @csspart files - The attachments of a message that is being written.
 * @csspart draft - Whether what is typed is kept.
 * @csspart error-summary - What needs to be fixed in a message.
 * @csspart note - A refusal, a failure, a promise or the news of being signed out.
 * @fires {PortalThreadOpenedEvent} portal-thread-opened - Somebody has opened a thread; carries its id only.
 * @fires {PortalThreadClosedEvent} portal-thread-closed - The thread is closed again, or there is none with the id of
 *   `thread-id`; carries its id only.
 * @fires {PortalThreadArchivedEvent} portal-thread-archived - A thread was archived or moved back; carries its id only.
 * @fires {PortalMessageSentEvent} portal-message-sent - A message was sent, once; carries ids only.
 * @fires {PortalNavigateEvent} portal-navigate - It is about to go to another page; cancel it to go there another way.
 * @fires {PortalErrorEvent} portal-error - It shows that something failed; carries the kind and the status only.
 */
export class SecureInbox extends LitElement {
  static override styles = [baseStyles, partStyles, styles];
  static override properties = {
    pageSize: { attribute: 'page-size', type: Number },
    headingLevel: { attribute: 'heading-level', type: Number },
    history: {},
    threadId: { attribute: 'thread-id' },
  };

  static define(tag = 'secure-inbox', registry = customElements): void {
    defineElement(this, tag, registry);
  }

  readonly #session: SessionController = new SessionController(this);
  readonly #reader: InboxReader = new InboxReader(this, this.#session, (opened, before) => {
    this.#onMoved(opened, before);
  });
  readonly #list: ListView<ThreadSummary> = new ListView(this, this.#reader.list, {
    id: 'more',
    selectorOf: ({ id }) => lineOf(id),
  });
  readonly #unread = new UnreadMessages(this, this.#session, () => {
    this.#reader.list.becomeStale();
  });
  readonly #search: LazyPart<ThreadSearch> = new LazyPart(this, async () => {
    const { ThreadSearch } = await import('./thread-search.js');
    return new ThreadSearch(this, this.#reader);
  });
  readonly #drafts: LazyPart<DraftFolder> = new LazyPart(this, async () => {
    const { DraftFolder } = await import('./draft-folder.js');
    return new DraftFolder(this.#inbox);
  });
  readonly #empty: LazyPart<typeof emptyFolder> = new LazyPart(
    this,
    async () => (await import('./empty-folder.js')).emptyFolder,
    () => nothing,
  );
  readonly #thread: LazyPart<ThreadView> = new LazyPart(this, async () => {
    const { ThreadView } = await import('./thread-view.js');
    return new ThreadView(this.#inbox);
  });
  readonly #compose: LazyPart<ComposeView> = new LazyPart(this, async () => {
    const { ComposeView } = await import('./writing/compose-view.js');
    return new ComposeView(this.#inbox);
  });

  readonly #inbox: Inbox = {
    host: this,
    session: this.#session,
    reader: this.#reader,
    unread: this.#unread,
    focus: (selector) => {
      this.#focus.on(selector);
    },
    print: () => {
      this.printPage();
    },
  };

  pageSize = defaultPageSize;
  headingLevel = 2;
  history: 'on' | 'off' = 'on';
  threadId: string | null = null;

  /** What the page was told last. */
  #threadId: string | undefined;
  /** Whether the page has asked to close the thread that is open. */
  #isClosing = false;
  readonly #focus = new FocusNext(this);

  constructor() {
    super();
    new Narrow(this, 50);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('portal-message-start', this.#onMessageStart);
    if (location.hash.startsWith(messageAboutPrefix)) {
      this.#write(undefined, location.hash.slice(messageAboutPrefix.length));
      // A reload shall not begin it again.
      history.replaceState(history.state, '', location.pathname + location.search);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('portal-message-start', this.#onMessageStart);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('threadId')) this.#onThreadId(changed.get('threadId'));
    if (changed.has('pageSize'))
      this.#reader.search(undefined, checkedPageSize(this.localName, this.pageSize));
  }

  /** Tells the page what is open, unless that is what it has asked for. */
  protected override updated(): void {
    const before = this.#threadId;
    const { opened } = this.#reader;
    const thread = threadOf(opened);
    if (thread === before) return;
    this.#threadId = thread;
    const isClosedByPage = thread === undefined && this.#isClosing;
    this.#isClosing = false;
    if (isClosedByPage || (opened?.view === 'thread' && opened.byPage)) return;
    if (before !== undefined) this.dispatchEvent(new PortalThreadClosedEvent(before));
    if (thread !== undefined) this.dispatchEvent(new PortalThreadOpenedEvent(thread));
  }

  /** @param before what `thread-id` was */
  #onThreadId(before: string | null | undefined): void {
    const { threadId: thread } = this;
    const open = threadOf(this.#reader.opened);
    if (thread === open) return;
    if (this.matches(':focus-within')) this.#focus.on(thread ? '#opened-heading' : '#heading');
    if (thread) this.#reader.openWith(undefined, { view: 'thread', thread, byPage: true });
    else if (open !== undefined) {
      this.#isClosing = true;
      this.#reader.close();
    } else if (before) this.#reader.openWith(undefined, undefined);
  }

  /** Prints the page; its styles for print leave out whatever is no message. */
  protected printPage(): void {
    window.print();
  }

  protected override render() {
    const { context, subject } = this.#session;
    if (!context || !subject) {
      return html`
        ${headingView(this.headingLevel, msg('Messages'))}
        ${noRecordView(this.#session, msg('Sign in to see your messages.'), allToCome)}
      `;
    }
    const { opened } = this.#reader;
    const isOther = subject.relationship !== 'self';
    const printedAt = formatDate(context.now(), context.locale, context.policy.timeZone);
    return html`
      ${actingForView(subject)}
      <p class="printed">${subject.displayName}. ${msg(str`Printed ${printedAt}.`)}</p>
      <div class="pw-line">
        ${headingView(
          this.headingLevel,
          isOther ? msg(str`Messages for ${subject.displayName}`) : msg('Messages'),
        )}
        ${
          opened?.view === 'compose'
            ? nothing
            : html`<button class="pw-primary" part="write" type="button" @click=${this.#onWrite}>
                ${iconView(pencil)} ${msg('Write a message')}
              </button>`
        }
      </div>
      <div class=${opened ? 'has-opened' : ''}>
        <div class="panes">
          <div class="list">${this.#renderFolders(context)} ${this.#renderFolder(context)}</div>
          ${opened ? html`<div class="opened">${this.#renderOpened(context)}</div>` : nothing}
        </div>
      </div>
    `;
  }

  #renderFolders({ locale }: PortalContext) {
    const folders: readonly Folder[] = [
      ['inbox', msg('Inbox'), inbox, this.#unread.count?.threads, msg('unread')],
      ['sent', msg('Sent'), send],
      ['drafts', msg('Drafts'), pencil, this.#reader.draftCount, msg('not sent')],
      ['archive', msg('Archived'), archive],
    ];
    return html`
      <nav aria-label=${msg('Folders')}>
        <ul class="folders" part="folders">
          ${folders.map(
            ([folder, words, icon, count, counted]) => html`
              <li>
                <button
                  type="button"
                  value=${folder}
                  aria-current=${folder === this.#reader.folder ? 'true' : nothing}
                  @click=${this.#onFolder}
                >
                  ${iconView(icon)}
                  <span>
                    ${words}
                    ${
                      count
                        ? html`<span class="badge">${formatNumber(count, locale)}</span>
                            <span class="pw-visually-hidden">${counted}</span>`
                        : nothing
                    }
                  </span>
                </button>
              </li>
            `,
          )}
        </ul>
      </nav>
    `;
  }

  #renderFolder(context: PortalContext) {
    const { folder, list, isFiltered, opened } = this.#reader;
    if (folder === 'drafts') return this.#drafts.render((view) => view.render(context));
    const isEmpty = list.total === 0 && !isFiltered;
    return html`
      ${
        isEmpty
          ? nothing
          : this.#search.renderDetails(
              'search',
              html`${iconView(search)} ${msg('Search messages')}`,
              false,
              (form) => form.render(),
            )
      }
      <div part="count" role="status">${this.#renderCount(context.locale)}</div>
      <div role="status">
        ${
          list.isStale
            ? html`<p class="pw-note">
                ${msg('There are new messages.')}
                <button type="button" @click=${this.#onRefresh}>${msg('Show them')}</button>
              </p>`
            : nothing
        }
      </div>
      <p id="done" role="status" tabindex="-1">${this.#reader.done || nothing}</p>
      ${threadList({
        threads: list.entries,
        context,
        openId: opened?.view === 'thread' ? opened.thread : undefined,
        onOpen: this.#onOpen,
      })}
      ${this.#list.renderMore()}
    `;
  }

  /** How many threads show, that there are none, or that they are on their way. */
  #renderCount(locale: string) {
    const { total, error, entries } = this.#reader.list;
    if (total === undefined) return error === undefined ? rowsToCome() : nothing;
    return entries.length === 0
      ? this.#empty.render((view) => view(this.#reader))
      : html`<p .textContent=${this.#list.countWords(locale, '')}></p>`;
  }

  #renderOpened(context: PortalContext) {
    const { opened } = this.#reader;
    const level = Math.min(this.headingLevel + 1, 4);
    return html`
      ${
        opened?.view === 'thread'
          ? this.#thread.render((view) => view.render(context, level))
          : nothing
      }
      ${
        opened?.view === 'compose'
          ? this.#compose.render((view) => view.render(context, level))
          : nothing
      }
    `;
  }

  readonly #onFolder = (event: Event) => {
    const { value } = event.currentTarget as HTMLButtonElement;
    this.#reader.show(value as InboxFolder);
  };

  readonly #onRefresh = () => {
    // The button goes away.
    this.#focus.on('#heading');
    this.#reader.refresh();
  };

  readonly #onOpen = (event: Event) => {
    const { value } = event.currentTarget as HTMLButtonElement;
    this.#reader.open({ view: 'thread', thread: value });
    this.#focus.on('#opened-heading');
  };

  readonly #onWrite = () => {
    this.#write(this.#session.subject?.id);
  };

  /**
   * @param subject undefined: in the record that opens first
   * @param result id of the result that it asks about
   */
  #write(subject: string | undefined, result?: string): void {
    const draft = result === undefined ? `message-${crypto.randomUUID()}` : `about-${result}`;
    this.#reader.openWith(subject, { view: 'compose', draft, result });
    this.#focus.on('#opened-heading');
  }

  readonly #onMessageStart = (event: PortalMessageStartEvent) => {
    // Of another record it is none of ours.
    if (event.defaultPrevented || event.subjectId !== this.#session.subject?.id) return;
    event.preventDefault();
    this.#write(event.subjectId, event.resultId);
  };

  /** Something has closed, or Back or Forward has opened it. */
  #onMoved(opened: Opened | undefined, before: Opened | undefined): void {
    if (opened) this.#focus.on('#opened-heading');
    else if (this.#reader.done) this.#focus.on('#done');
    else this.#focus.on(before?.view === 'thread' ? lineOf(before.thread) : '#heading', '#heading');
  }
}

/** As tall as the rows of threads. */
const rowsToCome = () => skeletonView(4, 64);
/** With the folders above them, and the writing. */
const allToCome = () => skeletonView(10, 64);

/** A folder, what it is called, its icon, and how much in it waits for somebody. */
type Folder = readonly [
  folder: InboxFolder,
  words: string,
  icon: string,
  count?: number | undefined,
  counted?: string,
];

/** The button that opens a thread. */
const lineOf = (id: string) => `button[value="${CSS.escape(id)}"]`;

const threadOf = (opened: Opened | undefined) =>
  opened?.view === 'thread' ? opened.thread : undefined;
