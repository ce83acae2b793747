import { css, html, nothing } from 'lit';
import { NotFoundError, PortalError } from '../../client/portal-errors.js';
import { getAttachment } from '../../contract/generated/attachments.js';
import { getCareTeam } from '../../contract/generated/care-team.js';
import { replyToThread } from '../../contract/generated/messages.js';
import {
  archiveThread,
  getThread,
  markThreadRead,
} from '../../contract/generated/details/threads.js';
import type { Thread } from '../../contract/messages/threads.js';
import { msg, str } from '../../locales/localize.js';
import { recordTask } from '../../reading/record-task.js';
import type { PortalContext } from '../../session/portal-context.js';
import { chipView } from '../../ui/chip.js';
import { failureNote } from '../../ui/failure-note.js';
import { faqLink } from '../../ui/format.js';
import { headingView } from '../../ui/heading.js';
import { callLink } from '../../ui/next-step.js';
import { noteView } from '../../ui/note.js';
import { archive as archiveIcon, reply as replyIcon } from '../../ui/generated/icons.js';
import { iconView } from '../../ui/icon.js';
import { skeletonView } from '../../ui/skeleton.js';
import { saveData } from '../../ui/save-file.js';
import { addStyles, LazyPart } from '../../ui/lazy-part.js';
import { openedBar, openedStyles } from './opened-bar.js';
import { broughtBy, type Inbox } from './inbox.js';
import { textField } from './writing/message-fields.js';
import { MessageForm } from './writing/message-form.js';
import { messageList } from './message-list.js';
import { promiseOf, topicWords } from './message-words.js';
import { draftIn } from './writing/reply-draft.js';
import type { refusedWriting } from './writing/refused-writing.js';
import { PortalThreadArchivedEvent } from './secure-inbox.events.js';

const styles = css`
  .messages,
  .attachments {
    margin: 0 0 var(--_s4);
    padding: 0;
    list-style: none;
  }
  .message {
    width: fit-content;
    min-width: min(100%, 16em);
    max-width: var(--_measure);
    margin-bottom: var(--_s3);
    padding: var(--_s3) var(--_s4);
    border: 1px solid var(--_card-border);
    border-radius: var(--_card-radius);
    background: var(--_raised);
  }
  .message.patient {
    margin-inline-start: auto;
    background: var(--_accent-tint);
  }
  .message p {
    margin-bottom: var(--_s1);
  }
  .from {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_s3);
    justify-content: space-between;
  }
  .from .pw-muted {
    font-size: 0.875em;
  }
  .words {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .attachments {
    margin: var(--_s2) 0 0;
  }
  .file {
    text-align: start;
    overflow-wrap: anywhere;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2);
    margin-bottom: var(--_s4);
  }
  @media print {
    .message {
      break-inside: avoid;
    }
    .file {
      display: block;
      min-height: 0;
      padding: 0;
      border: 0;
      color: inherit;
    }
    #sent,
    #reply {
      display: none;
    }
  }
`;

/** One thread: its messages, what is promised, and the answer that is being written. */
export class ThreadView {
  readonly #inbox: Inbox;
  readonly #reply: MessageForm;
  readonly #thread;
  readonly #phone;
  readonly #refused: LazyPart<typeof refusedWriting>;
  /** What failed last of all that is done with the thread. */
  #failure: { readonly of: string; readonly error: unknown } | undefined;
  #archiving = false;

  constructor(inbox: Inbox) {
    const { host, session } = inbox;
    this.#inbox = inbox;
    addStyles(host, openedStyles, styles);
    this.#thread = recordTask(
      host,
      session,
      // A message that was sent just now belongs to it.
      () => [this.#openId, this.#opened?.sent],
      async ({ client, subject, signal }, [thread]) =>
        thread === undefined
          ? undefined
          : client
              .call(getThread, { params: { subject, thread } }, { signal })
              .catch(this.#onFailure),
      (thread) => {
        if (thread && thread.id === this.#openId) void this.#markRead(thread);
      },
    );
    // Their own phone, for when an answer is late.
    this.#phone = recordTask(
      host,
      session,
      () => {
        const thread = broughtBy(this.#thread);
        const isLate = thread && session.context && promiseOf(thread, session.context)?.isBroken;
        return [isLate ? thread.careTeamMember.id : undefined];
      },
      async ({ client, subject, signal }, [member]) => {
        if (member === undefined) return undefined;
        try {
          const { members } = await client.call(getCareTeam, { params: { subject } }, { signal });
          return members.find(({ id }) => id === member)?.phone ?? undefined;
        } catch (error) {
          // The office has a phone, too.
          if (error instanceof PortalError) return undefined;
          throw error;
        }
      },
    );
    this.#refused = new LazyPart(
      host,
      async () => (await import('./writing/refused-writing.js')).refusedWriting,
    );
    this.#reply = new MessageForm(inbox, {
      form: 'reply',
      draftId: () => draftIn(this.#opened),
      title: () => broughtBy(this.#thread)?.title ?? '',
      fields: textField,
      send: (_typed, body, { client, subject, request, signal }) => {
        const params = { subject, thread: this.#openId ?? '' };
        return request.send(
          body,
          (headers) => client.call(replyToThread, { params, headers, body }, { signal }),
          signal,
        );
      },
    });
  }

  /** @param level of its heading */
  render(context: PortalContext, level: number) {
    return html`
      ${openedBar(this.#inbox)} ${headingView(level, this.#title, 'opened-heading')}
      ${this.#thread.render({
        pending: () => skeletonView(2, 120),
        complete: (thread) => thread && this.#renderThread(thread, context),
        error: (error) =>
          failureNote(error, error instanceof NotFoundError ? undefined : this.#onRetry),
      })}
    `;
  }

  /** A page that has asked for a thread that is not there gets the list. */
  readonly #onFailure = (error: unknown) => {
    const opened = this.#opened;
    if (!(error instanceof NotFoundError && opened?.byPage)) throw error;
    this.#inbox.reader.close(msg('We can’t find that conversation.'));
    return undefined;
  };

  /** The line of the list shows it at once. */
  get #title(): string {
    const { entries } = this.#inbox.reader.list;
    const inList = entries.find(({ id }) => id === this.#openId);
    return (broughtBy(this.#thread) ?? inList)?.title ?? msg('Conversation');
  }

  #renderThread(thread: Thread, context: PortalContext) {
    const { careTeamMember: member } = thread;
    return html`
      <p class="pw-muted">
        ${topicWords()[thread.topic]} · ${msg(str`With ${member.name}, ${member.role}`)}
        ${thread.archived ? chipView(msg('Archived')) : nothing}
      </p>
      ${this.#renderSent(thread, context)}
      ${messageList({ thread, context, onDownload: this.#onDownload })}
      ${this.#renderFailure(thread)} ${this.#renderPromise(thread, context)}
      ${this.#renderReply(thread, context)}
    `;
  }

  #renderSent(thread: Thread, context: PortalContext) {
    if (!this.#opened?.sent) return nothing;
    return html`<div id="sent" role="status">
      ${noteView({
        heading: msg('Message sent.'),
        tone: 'success',
        text: promiseOf(thread, context)?.words ?? '',
      })}
    </div>`;
  }

  #renderFailure(thread: Thread) {
    return this.#failure?.of === thread.id
      ? html`<div id="failure">${failureNote(this.#failure.error)}</div>`
      : nothing;
  }

  /** By when an answer is promised; once that day has passed, whom to call (`messages.reply-time`). */
  #renderPromise(thread: Thread, context: PortalContext) {
    const promise = promiseOf(thread, context);
    if (!promise) return nothing;
    if (!promise.isBroken) return this.#opened?.sent ? nothing : html`<p>${promise.words}</p>`;
    const own = broughtBy(this.#phone);
    const { officePhone } = context.policy.support;
    return noteView({
      heading: promise.words,
      text: msg('We’re sorry. Please call and tell us about your message.'),
      tone: 'warning',
      steps: [
        own
          ? html`${thread.careTeamMember.name}: ${callLink(own)}`
          : html`${msg('Call the office:')} ${callLink(officePhone)}`,
      ],
      faqHref: faqLink(context.faqHref, 'messages.reply-time'),
    });
  }

  #renderReply(thread: Thread, context: PortalContext) {
    const { reply } = thread;
    if (!reply.allowed) {
      return html`<div id="reply">
        ${this.#refused.render((view) => view(this.#inbox, reply, context))}
        ${this.#renderFiling(thread)}
      </div>`;
    }
    if (!this.#opened?.reply) {
      return html`<div id="reply" class="actions">
        <button class="pw-primary" type="button" @click=${this.#onReply}>
          ${iconView(replyIcon)} ${msg('Reply')}
        </button>
        ${this.#renderFiling(thread)}
      </div>`;
    }
    return html`<div id="reply">
      <p class="reply-heading" id="reply-heading" tabindex="-1">
        <strong>${msg(str`Your reply to ${thread.careTeamMember.name}`)}</strong>
      </p>
      ${this.#reply.render(context, 'reply-heading')}
    </div>`;
  }

  #renderFiling({ filing, archived }: Thread) {
    return filing.allowed
      ? html`<button
          type="button"
          aria-disabled=${String(this.#archiving)}
          @click=${() => void this.#archive(!archived)}
        >
          ${iconView(archiveIcon)}
          ${
            this.#archiving
              ? msg('Moving…')
              : archived
                ? msg('Move out of archive')
                : msg('Archive message')
          }
        </button>`
      : nothing;
  }

  get #opened() {
    const { opened } = this.#inbox.reader;
    return opened?.view === 'thread' ? opened : undefined;
  }

  get #openId(): string | undefined {
    return this.#opened?.thread;
  }

  readonly #onRetry = () => {
    void this.#thread.run();
    this.#inbox.focus('#opened-heading');
  };

  readonly #onReply = () => {
    if (!this.#opened) return;
    const { thread } = this.#opened;
    this.#inbox.reader.open({ view: 'thread', thread, reply: true });
    this.#inbox.focus('#message-text, #writing [part="note"]');
  };

  /** What shows is read; who may only look at the record leaves no mark. */
  async #markRead({ id, messages, unreadCount, filing }: Thread): Promise<void> {
    const through = messages.at(-1)?.id;
    const { record } = this.#inbox.session;
    if (!record || !filing.allowed || unreadCount === 0 || !through) return;
    try {
      const summary = await record.client.call(markThreadRead, {
        params: { subject: record.subject, thread: id },
        body: { through },
      });
      if (record.signal.aborted) return;
      this.#inbox.reader.replace(summary);
      this.#inbox.unread.tell();
    } catch (error) {
      // It stays unread, and is marked when it is opened again.
      if (!(error instanceof PortalError)) throw error;
    }
  }

  async #archive(archived: boolean): Promise<void> {
    const { host, reader, unread, session } = this.#inbox;
    const { record } = session;
    const thread = this.#openId;
    if (!record || thread === undefined || this.#archiving) return;
    this.#archiving = true;
    this.#failure = undefined;
    host.requestUpdate();
    try {
      const summary = await record.client.call(archiveThread, {
        params: { subject: record.subject, thread },
        body: { archived },
      });
      if (record.signal.aborted) return;
      reader.replace(summary);
      unread.tell();
      host.dispatchEvent(new PortalThreadArchivedEvent(thread, archived));
      reader.close(archived ? msg('Message archived.') : msg('Message moved out of the archive.'));
    } catch (error) {
      if (!(error instanceof PortalError)) throw error;
      if (!record.signal.aborted) this.#fail(thread, error);
    } finally {
      this.#archiving = false;
      host.requestUpdate();
    }
  }

  readonly #onDownload = (event: Event) => {
    const { value } = event.currentTarget as HTMLButtonElement;
    void this.#download(value);
  };

  async #download(attachment: string): Promise<void> {
    const { record } = this.#inbox.session;
    const thread = this.#openId;
    if (!record || thread === undefined) return;
    this.#failure = undefined;
    try {
      const file = await record.client.call(getAttachment, {
        params: { subject: record.subject, attachment },
      });
      // Nothing of a record is saved once somebody else has it open.
      if (record.signal.aborted) return;
      saveData(file);
    } catch (error) {
      if (!(error instanceof PortalError)) throw error;
      if (!record.signal.aborted) this.#fail(thread, error);
    }
  }

  #fail(of: string, error: unknown): void {
    this.#failure = { of, error };
    this.#inbox.focus('#failure [part="note"]');
  }
}
