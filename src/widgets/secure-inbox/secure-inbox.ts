import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { ThreadSummary } from '../../contract/messages/threads.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { SessionController } from '../../session/session-controller.js';
import { actingForView } from '../../ui/acting-for.js';
import { baseStyles } from '../../ui/base-styles.js';
import { partStyles } from '../../ui/part-styles.js';
import { FocusNext } from '../../ui/focus-next.js';
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
import type { Inbox } from './inbox.js';
import { InboxReader, type InboxFolder } from './inbox-reader.js';
import { PortalThreadOpenedEvent } from './secure-inbox.events.js';
import { styles } from './secure-inbox.styles.js';
import { threadList } from './thread-list.js';
import type { ThreadSearch } from './thread-search.js';
import type { ThreadView } from './thread-view.js';

/**
 * Messages with the care team of the record that is open: folders, search, threads, replies, new
 * messages with files, and drafts that are kept from the first keystroke. Messages are read here, by who
 * has signed in, and are in no e-mail (`messages.signed-in-only`). Before anything is written it
 * says that nobody waits here in an emergency (`messages.not-urgent`); it says by when an answer is
 * promised (`messages.reply-time`), and whom to call once that day has passed. However often the network
 * fails, a message is sent once. When the session ends or another record opens, everything of the last
 * one leaves the page (`session.no-cache`). What was being written as the session idled is open again, text
 * and files, once its writer has signed in again in the same tab and the same record.
 *
 * @element secure-inbox
 * @attr {number} page-size - Threads fetched at a time: 1 to 100; default 20.
 * @attr {number} heading-level - 2 to 4; default 2.
 * @csspart acting-for - Whose record it is, if it is somebody else's.
 * @csspart heading - The heading, and that of what is open.
 * @csspart write - The button that begins a new message.
 * @csspart folders - The buttons of the folders.
 * @csspart search - The search form.
 * @csspart count - How many threads show, of how many.
 * @csspart threads - The list of threads.
 * @csspart more - The button that fetches the next threads.
 * @csspart back - The button from what is open to the list.
 * @csspart print - The button that prints a thread.
 * @csspart messages - The messages of the open thread.
 * @csspart urgent - What not to wait for here, before writing.
 * @csspart files - The files of a message that is being written.
 * @csspart draft - Whether what is typed is kept.
 * @csspart error-summary - What has to be changed in a message.
 * @csspart note - A refusal, a failure, a promise or the news of being signed out.
 * @fires {PortalThreadOpenedEvent} portal-thread-opened - Somebody has opened a thread; carries its id only.
 * @fires {PortalThreadArchivedEvent} portal-thread-archived - A thread was put away or brought back; carries its id only.
 * @fires {PortalMessageSentEvent} portal-message-sent - A message was sent, once; carries ids only.
 */
export class SecureInbox extends LitElement {
  static override styles = [baseStyles, partStyles, styles];
  static override properties = {
    pageSize: { attribute: 'page-size', type: Number },
    headingLevel: { attribute: 'heading-level', type: Number },
  };

  static define(tag = 'secure-inbox', registry = customElements): void {
    defineElement(this, tag, registry);
  }

  readonly #session: SessionController = new SessionController(this);
  readonly #reader = new InboxReader(this, this.#session);
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
  };

  pageSize = defaultPageSize;
  headingLevel = 2;

  readonly #focus = new FocusNext(this);

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
    if (changed.has('pageSize'))
      this.#reader.search(undefined, checkedPageSize(this.localName, this.pageSize));
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
        ${noRecordView(this.#session, msg('Sign in to see your messages.'))}
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
                ${msg('Write a message')}
              </button>`
        }
      </div>
      <div class=${opened ? 'has-opened' : ''}>
        <div class="list">${this.#renderFolders(context)} ${this.#renderFolder(context)}</div>
        ${opened ? html`<div class="opened">${this.#renderOpened(context)}</div>` : nothing}
      </div>
    `;
  }

  #renderFolders({ locale }: PortalContext) {
    const counts: Partial<Record<InboxFolder, number | undefined>> = {
      inbox: this.#unread.count?.threads,
      drafts: this.#reader.draftCount,
    };
    return html`
      <nav aria-label=${msg('Folders')}>
        <ul class="folders" part="folders">
          ${Object.entries(folderWords()).map(
            ([folder, words]) => html`
              <li>
                <button
                  type="button"
                  value=${folder}
                  aria-current=${folder === this.#reader.folder ? 'true' : nothing}
                  @click=${this.#onFolder}
                >
                  ${words} ${badge(folder === 'inbox', counts[folder as InboxFolder] ?? 0, locale)}
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
    const none = isFiltered
      ? msg('No messages match your search. Try other words.')
      : noneIn(folder);
    return html`
      ${
        isEmpty
          ? nothing
          : this.#search.renderDetails('search', msg('Search'), false, (form) => form.render())
      }
      <p part="count" role="status">${this.#list.countWords(context.locale, none)}</p>
      <div role="status">
        ${
          list.isStale
            ? html`<p class="pw-note">
                ${msg('There is something new.')}
                <button type="button" @click=${this.#onRefresh}>${msg('Show it')}</button>
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

  #renderOpened(context: PortalContext) {
    const { opened } = this.#reader;
    const level = Math.min(this.headingLevel + 1, 4);
    return html`
      <div class="pw-line">
        <button part="back" type="button" @click=${this.#onBack}>${msg('Back to the list')}</button>
        ${
          opened?.view === 'thread'
            ? html`<button part="print" type="button" @click=${this.#onPrint}>
                ${msg('Print')}
              </button>`
            : nothing
        }
      </div>
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
    this.dispatchEvent(new PortalThreadOpenedEvent(value));
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

  readonly #onBack = () => {
    const { opened } = this.#reader;
    this.#reader.open();
    const line = opened?.view === 'thread' ? lineOf(opened.thread) : '#heading';
    this.#focus.on(line, '#heading');
  };

  readonly #onPrint = () => {
    this.printPage();
  };
}

const folderWords = (): Readonly<Record<InboxFolder, string>> => ({
  inbox: msg('Inbox'),
  sent: msg('Sent'),
  drafts: msg('Drafts'),
  archive: msg('Archive'),
});

/** What is said of an empty folder. */
const noneIn = (folder: InboxFolder): string => {
  switch (folder) {
    case 'sent':
      return msg('You have not sent any messages yet.');
    case 'archive':
      return msg('You have not put any messages away.');
    default:
      return msg('Nobody has written to you yet.');
  }
};

/** How much of a folder waits for somebody. */
const badge = (isInbox: boolean, count: number, locale: string) =>
  count > 0
    ? html`<span class="badge">${formatNumber(count, locale)}</span>
        <span class="pw-visually-hidden">${isInbox ? msg('unread') : msg('not sent')}</span>`
    : nothing;

/** The button that opens a thread. */
const lineOf = (id: string) => `button[value="${id}"]`;
