import { Task } from '@lit/task';
import { css, html, nothing, type ReactiveController } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import {
  InvalidRequestError,
  RefusedError,
  UnavailableError,
} from '../../../client/portal-errors.js';
import type { OutputOf } from '../../../contract/endpoint.js';
import { saveDraft } from '../../../contract/generated/details/drafts.js';
import { getWritingRules } from '../../../contract/generated/messages.js';
import type * as contract from '../../../contract/messages/messages.js';
import { msg, str } from '../../../locales/localize.js';
import type { PortalContext } from '../../../session/portal-context.js';
import { fieldStyles } from '../../../ui/styles/base-styles.js';
import { failureNote } from '../../../ui/failure-note.js';
import { fieldView } from '../../../ui/form/field.js';
import { formStyles } from '../../../ui/form/form.js';
import { formatDay } from '../../../ui/format.js';
import { loadRefusal } from '../../../ui/refusals/load-refusal.js';
import { DraftController } from '../../../forms/draft-controller.js';
import { contentOf, linesOf, textIn, type DraftContent } from '../../../forms/draft-fields.js';
import { FormController, type Fields, type ReadTyped } from '../../../forms/form-controller.js';
import { SendOnce } from '../../../forms/send-once.js';
import { attachment } from '../../../ui/generated/icons.js';
import { iconView } from '../../../ui/icon.js';
import { addStyles, LazyPart } from '../../../ui/lazy-part.js';
import { skeletonView } from '../../../ui/skeleton.js';
import { fileList } from './file-list.js';
import { limitsWords, tooMuchWords, type WritingRules } from './files-words.js';
import { broughtBy, type Inbox } from '../inbox.js';
import type { FieldFacts } from './message-fields.js';
import { MessageFiles, type FilesPlace, type MessageFile } from './message-files.js';
import type { refusedWriting } from './refused-writing.js';
import { PortalMessageSentEvent } from '../secure-inbox.events.js';
import { urgentNotice } from './urgent-notice.js';

export type Sent = OutputOf<typeof contract.sendMessage>;

/** What is sent of every message. */
export interface MessageBody {
  readonly text: string;
  readonly attachmentIds: string[];
  readonly confirmed: contract.Confirmation[];
  readonly draft: string;
}

/** A new message, or an answer. */
export interface MessageKind {
  readonly form: 'message' | 'reply';
  /** Name of the draft; undefined: nothing is being written. */
  readonly draftId: () => string | undefined;
  readonly fields: (facts: FieldFacts) => Fields;
  /** What the draft is called in the folder of drafts. */
  readonly title: () => string;
  /** Sends it. @throws PortalError */
  readonly send: (
    typed: ReadTyped,
    body: MessageBody,
    call: {
      readonly client: PortalContext['client'];
      readonly subject: string;
      readonly request: SendOnce<MessageBody>;
      readonly signal: AbortSignal;
    },
  ) => Promise<Sent>;
}

const styles = css`
  form {
    max-width: var(--_measure);
  }
  textarea {
    min-height: 9em;
  }
  .files {
    margin: 0 0 var(--_s3);
    padding: 0;
    list-style: none;
  }
  .files li {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s1) var(--_s3);
    align-items: center;
    padding: var(--_s2) 0;
    border-bottom: 1px solid var(--_divider);
  }
  .thumbnail,
  .thumbnail canvas {
    display: grid;
    place-items: center;
    width: var(--_control);
    height: var(--_control);
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .files .name {
    flex: 1 1 8em;
    overflow-wrap: anywhere;
  }
  .files .pw-error {
    flex-basis: 100%;
  }
  progress {
    width: 8em;
    accent-color: var(--_accent);
  }
  /* The browser's own control is there for keys and screen readers; its label is what one sees and presses. */
  input[type='file'] {
    position: absolute;
    width: 1px;
    min-height: 0;
    height: 1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .picker {
    display: inline-flex;
    gap: var(--_s2);
    align-items: center;
    min-height: var(--_control);
    margin: 0 0 var(--_s1);
    padding: var(--_s2) var(--_s4);
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
    color: var(--_link);
    cursor: pointer;
  }
  .picker:hover {
    background: var(--_accent-tint);
  }
  input[hidden] + .picker {
    display: none;
  }
  input:focus-visible + .picker {
    outline: var(--_ring) solid var(--_focus);
    outline-offset: 2px;
  }
  #message-form fieldset {
    min-width: 0;
    margin: 0 0 var(--_s4);
    padding: 0;
    border: 0;
  }
`;

/**
 * The form in which a message is written. What is typed is kept with the backend from the first
 * keystroke, files too. A message goes out once, however often it is sent, and nothing can be changed
 * until it is known what came of it.
 */
export class MessageForm implements ReactiveController {
  readonly #inbox: Inbox;
  readonly #kind: MessageKind;
  readonly #form: FormController;
  readonly #draft: DraftController;
  readonly #files: MessageFiles;
  readonly #rules;
  readonly #refused: LazyPart<typeof refusedWriting>;
  readonly #request = new SendOnce<MessageBody>();
  /** In whose record what is being written, by whom; empty: nothing. */
  #key = '';
  #confirmed: contract.Confirmation[] = [];
  #typedLength = 0;

  constructor(inbox: Inbox, kind: MessageKind) {
    const { host, session } = inbox;
    this.#inbox = inbox;
    this.#kind = kind;
    addStyles(host, fieldStyles, formStyles, styles);
    host.addController(this); // before those that depend on what it is about
    this.#form = new FormController(host, {
      region: '#writing',
      loadRefusal: () => loadRefusal('messages'),
    });
    this.#refused = new LazyPart(
      host,
      async () => (await import('./refused-writing.js')).refusedWriting,
    );
    this.#files = new MessageFiles(host, () => {
      this.#keep();
    });
    this.#draft = new DraftController(host, session, {
      form: kind.form,
      id: kind.draftId,
      onReplaced: (content) => {
        this.#typedLength = textIn(content, '/body/text').length;
        this.#files.reset(content ? filesIn(content) : []);
      },
      lines: (content) => [
        ...linesOf(this.#fields(content), content),
        {
          label: msg('Attachments'),
          text: filesIn(content)
            .map(({ name }) => name)
            .join(', '),
        },
      ],
      onLateSave: () => {
        inbox.reader.readDraftsAgain();
      },
    });
    this.#rules = new Task(host, {
      args: () => [session.context?.client, session.subject?.id, kind.draftId()] as const,
      task: async ([client, subject, draft], { signal }) =>
        client && subject && draft !== undefined
          ? client.call(getWritingRules, { params: { subject } }, { signal })
          : null,
    });
  }

  hostConnected(): void {
    window.addEventListener('online', this.#onOnline);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#onOnline);
    this.#begin('');
  }

  hostUpdate(): void {
    const draft = this.#kind.draftId();
    const { key } = this.#inbox.reader;
    const writing = key === '' || draft === undefined ? '' : `${key} ${draft}`;
    if (writing !== this.#key) this.#begin(writing);
  }

  render(context: PortalContext, headingId: string) {
    return html`
      <section id="writing">
        ${this.#rules.render({
          pending: () => skeletonView(5, 60),
          complete: (rules) => rules && this.#renderRules(rules, context, headingId),
          error: (error) => html`
            ${urgentNotice(context)}
            ${failureNote(error, () => {
              void this.#rules.run();
              this.#inbox.focus(`#${headingId}`);
            })}
          `,
        })}
      </section>
    `;
  }

  #renderRules(rules: WritingRules, context: PortalContext, headingId: string) {
    const { writing } = rules;
    if (!writing.allowed)
      return this.#refused.render((view) => view(this.#inbox, writing, context));
    if (!this.#draft.isReady) return skeletonView(5, 60);
    return keyed(this.#key, this.#renderForm(rules, context, headingId));
  }

  #renderForm(rules: WritingRules, context: PortalContext, headingId: string) {
    const { busy, problems } = this.#form;
    const fields = this.#fields(this.#draft.content, rules);
    const expectedBy = formatDay(rules.expectedBy, context.locale);
    return html`
      ${urgentNotice(context)} ${this.#draft.notesView()}
      ${this.#form.outcomeView(context, {}, this.#isUnknown ? this.#sendAgain : undefined)}
      ${this.#renderUnknown()} ${this.#renderWaysOn()}
      <form
        id="message-form"
        method="post"
        novalidate
        aria-labelledby=${headingId}
        @submit=${(event: SubmitEvent) => void this.#onSubmit(event, fields)}
        @input=${this.#onInput}
      >
        <fieldset ?disabled=${this.#isUnknown}>
          ${Object.values(fields).map((field) => (field.view ?? fieldView)(field, problems))}
          ${rules.attachments.maxFiles > 0 ? this.#renderFiles(rules, context) : nothing}
        </fieldset>
        <p>${msg(str`We’ll reply by ${expectedBy}.`)}</p>
        <div class="pw-buttons">
          <button class="pw-primary" type="submit" aria-disabled=${String(busy)}>
            ${busy ? msg('Sending…') : this.#isUnknown ? msg('Try again') : msg('Send message')}
          </button>
        </div>
        <p class="pw-visually-hidden" role="status">${busy ? msg('Sending…') : nothing}</p>
      </form>
      ${this.#draft.stateView()}
    `;
  }

  #renderFiles(rules: WritingRules, { locale, client }: PortalContext) {
    const limits = rules.attachments;
    const { files, news, thumbnails } = this.#files;
    const place = this.#place(client);
    const isFull = files.filter(({ state }) => state !== 'failed').length >= limits.maxFiles;
    return html`
      <div class="pw-field">
        <input
          id="message-files"
          name="files"
          type="file"
          multiple
          accept=${limits.types.join()}
          ?hidden=${isFull}
          aria-describedby="message-files-hint"
          @change=${(event: Event) => {
            const input = event.currentTarget as HTMLInputElement;
            if (place) this.#files.add([...(input.files ?? [])], place, limits, locale);
            input.value = ''; // the same file may be chosen again
          }}
        />
        <label class="picker" for="message-files">
          ${iconView(attachment)} ${msg('Add files (optional)')}
        </label>
        <p class="pw-hint" id="message-files-hint">${limitsWords(limits, locale)}</p>
      </div>
      ${fileList({
        files,
        thumbnails,
        locale,
        isLocked: this.#isUnknown,
        onRemove: (file) => {
          if (!place) return;
          void this.#files.remove(file.id, place);
          this.#inbox.focus('#message-files:not([hidden]), #message-text');
        },
        onRetry: (file) => {
          if (place) this.#files.retry(file.id, place, limits, locale);
          this.#inbox.focus('#message-files:not([hidden]), #message-text');
        },
      })}
      <p class="pw-visually-hidden" role="status">${news}</p>
    `;
  }

  #renderUnknown() {
    return this.#isUnknown
      ? html`<p class="pw-note pw-warning" role="status">
          ${msg(
            'Your message may have been sent. Try again: we’ll send it only once. You can’t change it until we know.',
          )}
        </p>`
      : nothing;
  }

  /** What can be done about a refusal, besides what its note says. */
  #renderWaysOn() {
    const { error } = this.#form;
    const { state, subject } = this.#inbox.session;
    if (!(error instanceof RefusedError) || state.status !== 'signed-in' || !subject) {
      return nothing;
    }
    const { rule, next } = error;
    return html`<div class="pw-buttons ways-on">
      ${next.map((step) => {
        const other = state.subjects.find(({ id }) => id === step.subject);
        if (step.action === 'switch-subject' && other) {
          return html`<button
            type="button"
            @click=${() => {
              void this.#form.run((signal) => this.#writeFor(other.id, signal));
            }}
          >
            ${msg(str`Write in ${other.displayName}’s record`)}
          </button>`;
        }
        if (step.action !== 'confirm') return nothing;
        const isUrgent = rule === 'messages.not-urgent';
        return html`<button
          type="button"
          @click=${() => {
            this.#confirm(isUrgent ? 'not-urgent' : 'own-record');
          }}
        >
          ${
            isUrgent
              ? msg('Not an emergency. Send message')
              : msg(str`It’s about ${subject.displayName}. Send message`)
          }
        </button>`;
      })}
    </div>`;
  }

  #begin(key: string): void {
    this.#key = key;
    this.#form.forget();
    this.#files.reset();
    this.#request.forget();
    this.#confirmed = [];
    this.#typedLength = 0;
  }

  /** Whether it may have been sent: nobody knows. */
  get #isUnknown(): boolean {
    return this.#request.unknown !== undefined;
  }

  #fields(content: DraftContent | undefined, rules = broughtBy(this.#rules)): Fields {
    const locale = this.#inbox.session.context?.locale ?? 'en';
    return rules
      ? this.#kind.fields({ rules, content, locale, typedLength: this.#typedLength })
      : {};
  }

  get #formElement(): HTMLFormElement | null {
    return this.#inbox.host.renderRoot.querySelector('#message-form');
  }

  #place(client: PortalContext['client']): FilesPlace | undefined {
    const subject = this.#inbox.session.subject?.id;
    const draft = this.#kind.draftId();
    return subject === undefined || draft === undefined ? undefined : { client, subject, draft };
  }

  readonly #onInput = (event: Event) => {
    if ((event.target as HTMLElement).id !== 'message-files') this.#keep();
  };

  /** All that is typed, and which files are with it. */
  #keep(): void {
    const form = this.#formElement;
    if (!form || this.#isUnknown) return;
    const content = {
      ...contentOf(form, this.#fields(this.#draft.content)),
      files: this.#files.sent.map(({ id, name, size }) => ({ id, name, size })),
      subjectLine: this.#kind.title(),
    };
    this.#typedLength = textIn(content, '/body/text').length;
    this.#draft.typed(content);
  }

  async #onSubmit(event: SubmitEvent, fields: Fields): Promise<void> {
    event.preventDefault();
    const { isBusy, hasFailed } = this.#files;
    if (!this.#form.busy && (isBusy || hasFailed)) {
      const text = isBusy
        ? msg('Wait for your files to upload, or cancel them')
        : msg('Some files weren’t added. Try again or remove them');
      this.#form.settle();
      this.#form.problems = [{ controlId: 'message-files', text }];
      this.#form.focus('error-summary');
      return;
    }
    this.#draft.flush();
    await this.#form.submit(event, { fields, send: (typed, signal) => this.#send(typed, signal) });
  }

  async #send(typed: ReadTyped, signal: AbortSignal): Promise<void> {
    const { context, subject } = this.#inbox.session;
    const draft = this.#kind.draftId();
    if (!context || !subject || draft === undefined) return;
    const body = {
      text: typed('/body/text'),
      attachmentIds: this.#files.sent.map(({ id }) => id),
      confirmed: this.#confirmed,
      draft,
    };
    const { client } = context;
    const call = { client, subject: subject.id, request: this.#request, signal };
    try {
      this.#onSent(await this.#kind.send(typed, body, call));
    } catch (error) {
      if (signal.aborted) return;
      this.#onFailed(error, body.attachmentIds);
    }
  }

  #onSent({ thread, message }: Sent): void {
    const { host, reader, unread } = this.#inbox;
    void this.#draft.clear();
    reader.openSent(thread, this.#kind.draftId());
    this.#inbox.focus('#sent [part="note"]');
    unread.tell();
    reader.refresh();
    host.dispatchEvent(new PortalMessageSentEvent(thread, message));
  }

  /** @throws what the form shall tell */
  #onFailed(error: unknown, files: readonly string[]): void {
    const limits = broughtBy(this.#rules)?.attachments;
    const locale = this.#inbox.session.context?.locale ?? 'en';
    if (error instanceof UnavailableError && error.status === 413 && limits) {
      const text = tooMuchWords(limits, locale);
      this.#form.problems = [{ controlId: 'message-files', text }];
      this.#form.focus('error-summary');
      return;
    }
    if (error instanceof InvalidRequestError) {
      for (const { pointer } of error.errors) {
        const index = /^\/body\/attachmentIds\/(\d+)$/.exec(pointer)?.[1];
        const file = index === undefined ? undefined : files[Number(index)];
        if (file !== undefined) this.#files.lose(file);
      }
    }
    // What it says of fields is in the words of the rule.
    throw error instanceof RefusedError ? new RefusedError(error.refusal, error.next) : error;
  }

  readonly #sendAgain = () => {
    this.#formElement?.requestSubmit();
  };

  readonly #onOnline = () => {
    if (this.#isUnknown) this.#sendAgain();
  };

  #confirm(confirmation: contract.Confirmation): void {
    this.#confirmed = [...this.#confirmed.filter((each) => each !== confirmation), confirmation];
    this.#sendAgain();
  }

  /** Takes what is typed along to the record that it is about, and goes on there. */
  async #writeFor(subject: string, signal: AbortSignal): Promise<void> {
    const { session, reader } = this.#inbox;
    const form = this.#formElement;
    if (!session.context || !form) return;
    const { client, store } = session.context;
    const typed = contentOf(form, this.#fields(this.#draft.content));
    const content = {
      '/body/title': textIn(typed, '/body/title') || this.#kind.title(),
      '/body/topic': textIn(typed, '/body/topic'),
      '/body/text': textIn(typed, '/body/text'),
    };
    const draft = `message-${crypto.randomUUID()}`;
    await client.call(
      saveDraft,
      {
        params: { subject, draft },
        body: {
          form: 'message',
          writer: crypto.randomUUID(),
          sequence: 0,
          content,
          replaces: null,
        },
      },
      { signal },
    );
    // Files are of the record that they were brought to: with them the draft there stays.
    if (this.#files.sent.length === 0) await this.#draft.clear();
    reader.openWith(subject, { view: 'compose', draft });
    this.#inbox.focus('#opened-heading');
    await store.dispatch({ type: 'open-record', subject });
  }
}

/** The files in the content of a draft, which an older page may have kept otherwise. */
const filesIn = (content: DraftContent): Pick<MessageFile, 'id' | 'name' | 'size'>[] => {
  const { files } = content;
  return Array.isArray(files) ? files.filter(isFile) : [];
};

const isFile = (file: unknown): file is Pick<MessageFile, 'id' | 'name' | 'size'> => {
  const { id, name, size } = (file ?? {}) as Partial<MessageFile>;
  return typeof id === 'string' && typeof name === 'string' && typeof size === 'number';
};
