import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import type { PortalClient } from '../client/portal-client.js';
import { PortalError, RefusedError } from '../client/portal-errors.js';
import type { Draft, DraftForm } from '../contract/messages/drafts.js';
import { getDraft, saveDraft } from '../contract/generated/details/drafts.js';
import { msg, str } from '../locales/localize.js';
import type { SessionController } from '../session/session-controller.js';
import type { SessionStore } from '../session/session-store.js';
import type { VersionLine } from '../ui/versions.js';
import type { DraftContent } from './draft-fields.js';
import { LazyPart } from '../ui/lazy-part.js';

export interface DraftOptions {
  readonly form: DraftForm;
  /**
   * Name of the draft, of letters, digits, `-` and `_`, 64 at most: the same for a form and the thing
   * that it is about, whenever it is opened: `renewal-${medicationId}`. Undefined: no form is open.
   */
  readonly id: () => string | undefined;
  /** Whose record it belongs to: the one that is open, or the account's own. Default: `open`. */
  readonly record?: 'open' | 'own';
  /** Where the form is, where the host has others: `#email`. Default: all of the host. */
  readonly region?: string;
  /**
   * Called when other content takes the place of what stood in the form, undefined: nothing was typed. The
   * fields follow by themselves, with the next rendering.
   */
  readonly onReplaced?: (content: DraftContent | undefined) => void;
  /** What content says, field by field: for the choice between two versions. */
  readonly lines: (content: DraftContent) => readonly VersionLine[];
  /** Called when the form was left before its last save had come to an end: a list of drafts may lack it. */
  readonly onLateSave?: () => void;
}

/** Where a draft is: it goes nowhere else, whatever changes meanwhile. */
interface Place {
  readonly key: string;
  readonly account: string;
  readonly subject: string;
  readonly id: string;
  readonly client: PortalClient;
  readonly store: SessionStore;
  /** Aborted when the form is left. */
  readonly leaving: AbortController;
}

type DraftState = 'none' | 'unsaved' | 'saved' | 'failed' | 'too-many';

/** Milliseconds from a keystroke to the save at the latest. */
const saveAfter = 1000;

/**
 * Keeps what is typed into a form with the backend, from the first keystroke until it is sent: for this
 * account in this record only, and past an idle logout. Whatever person, session or thing changes, it
 * forgets; what was typed for one of them is never saved as another's.
 *
 * With the fields of a `formView`, those marked `drafted`:
 *
 * ```ts
 * readonly #draft = new DraftController(this, this.#session, {
 *   form: 'renewal',
 *   id: () => this.openId && `renewal-${this.openId}`,
 *   lines: (content) => linesOf(this.#fields(), content),
 * });
 * // a field:     { …, drafted: true, value: textIn(this.#draft.content, '/body/note') }
 * // the form:    if (!this.#draft.isReady) return loading();
 * //              ${this.#draft.notesView()} ${formView({ …, onInput })} ${this.#draft.stateView()}
 * // on input:    this.#draft.typed(contentOf(event.currentTarget as HTMLFormElement, this.#fields()))
 * // when sent:   await this.#draft.clear();
 * ```
 *
 * Content of any other kind: `typed` takes what is to be kept, as JSON, and `onReplaced` gives it back. An
 * older page may have kept it: read it with care. It holds 64 KB (`draftLimit`). Never put a password, a code or the answer to a question into it.
 */
export class DraftController implements ReactiveController {
  readonly #host: LitElement;
  readonly #session: SessionController;
  readonly #options: DraftOptions;
  readonly #conflictView;
  /**
   * The name of this page as a writer, since the form was opened: what it has saved before then is as
   * new to it as another page's. And its count of saves.
   */
  #writer = '';
  #sequence = 0;
  #place: Place | undefined;
  #ready = false;
  #state: DraftState = 'none';
  #content: DraftContent | undefined;
  /** What another page has saved last, as far as this one has seen it. */
  #seen: Pick<Draft, 'writer' | 'sequence'> | null = null;
  #other: Draft | undefined;
  /** When it was saved last: RFC 3339. */
  #savedAt = '';
  /** When that was saved which the form began with. */
  #restoredAt: string | undefined;
  /** Whether something may be stored. */
  #stored = false;
  #cancelTimer: (() => void) | undefined;
  #saving = new AbortController();
  #listening: AbortController | undefined;
  #warned = false;
  #focusNext = false;
  /**
   * What was typed where somebody else signed in before it could be saved, by the key of its place: shown to
   * nobody else, and gone with the page.
   */
  readonly #unsent = new Map<string, DraftContent>();

  constructor(host: LitElement, session: SessionController, options: DraftOptions) {
    this.#host = host;
    this.#session = session;
    this.#options = options;
    this.#conflictView = new LazyPart(host, () => import('./draft-conflict.js'));
    host.addController(this);
  }

  /** Whether it is known what was kept: show the form from then on. */
  get isReady(): boolean {
    return this.#ready;
  }

  /** What was kept, or has been typed since; undefined: nothing. */
  get content(): DraftContent | undefined {
    return this.#content;
  }

  /** Whether another page has saved something that this one has not seen, and nobody has chosen yet. */
  get isContested(): boolean {
    return this.#other !== undefined;
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const leave = () => {
      this.flush(true);
    };
    window.addEventListener('pagehide', leave, { signal });
    document.addEventListener('visibilitychange', leave, { signal });
    // Whoever signs out or goes elsewhere in the page leaves the field first.
    this.#host.addEventListener(
      'focusout',
      () => {
        this.flush();
      },
      { signal },
    );
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    this.#move(undefined);
  }

  hostUpdate(): void {
    const place = this.#placeNow();
    if (place?.key !== this.#place?.key) this.#move(place);
    const { state } = this.#session;
    const warned = state.status === 'signed-in' && state.warning !== null;
    // The session is about to end: after that nothing can be saved.
    if (warned && !this.#warned) this.flush();
    this.#warned = warned;
  }

  hostUpdated(): void {
    if (!this.#focusNext) return;
    this.#focusNext = false;
    const { region = '' } = this.#options;
    const notes = this.#host.renderRoot.querySelector<HTMLElement>(`${region} [part="draft"]`);
    // Where it says nothing any more, the form is next.
    const field = notes?.children.length
      ? null
      : notes?.parentNode?.querySelector<HTMLElement>('input, select, textarea');
    (field ?? notes)?.focus();
  }

  /** Something was typed. It is saved within a second. */
  typed(content: DraftContent): void {
    if (!this.#place) return;
    this.#content = content;
    this.#state = 'unsaved';
    this.#cancelTimer ??= this.#session.context?.after(saveAfter, () => {
      this.flush();
    });
    this.#host.requestUpdate();
  }

  /**
   * Saves at once what was typed and is not saved yet.
   * @param leaving whether the page is being left
   */
  flush(leaving = false): void {
    const isDue = this.#cancelTimer !== undefined || isUnkept(this.#state);
    this.#stopTimer();
    if (isDue && this.#place && !this.#other) this.#save(this.#place, leaving);
  }

  /** The form was sent: there is nothing to keep any more. */
  async clear(): Promise<void> {
    const place = this.#place;
    // What another page has saved since is not this one's to drop, seen or not.
    const dropped = this.#stored && !this.#other && place && this.#send(place, null, false);
    this.#forget();
    this.#host.requestUpdate();
    await dropped;
  }

  /** What was typed is not wanted any more: the form is as it was. */
  async discard(): Promise<void> {
    const cleared = this.clear();
    this.#options.onReplaced?.(undefined);
    this.#focus();
    await cleared;
  }

  /** Of two versions, this page's shall stay. */
  readonly #keepYours = () => {
    this.#seen = this.#other ?? this.#seen;
    this.#other = undefined;
    if (this.#place) this.#save(this.#place);
    this.#focus();
  };

  /** Of two versions, the other page's shall stay. */
  readonly #takeOther = () => {
    if (!this.#other) return;
    this.#stopTimer();
    this.#take(this.#other);
    this.#focus();
  };

  /**
   * Above the form: that it holds what was typed before, and the choice where two pages have typed.
   * @param isUnknown whether it may have been sent, and nobody knows
   */
  notesView(isUnknown = false) {
    return html`
      <div part="draft" tabindex="-1">
        ${this.#restoredAt === undefined ? nothing : this.#restoredNote(this.#restoredAt, isUnknown)}
        ${this.#content && this.#other ? this.#renderChoice(this.#content, this.#other) : nothing}
      </div>
    `;
  }

  /** Below the form: whether what was typed is saved. Read out only if it is not. */
  stateView() {
    return html`
      <p class="pw-muted" part="draft-state">
        ${this.#state === 'unsaved' ? msg('Saving draft…') : nothing}
        ${this.#state === 'saved' ? msg(str`Draft saved at ${this.#timeOf(this.#savedAt)}.`) : nothing}
        <span role="status">
          ${
            this.#state === 'failed'
              ? msg('We couldn’t save your draft. We’ll try again as you type.')
              : nothing
          }
          ${
            this.#state === 'too-many'
              ? msg(
                  'You have too many drafts, so we can’t save this one. You can still send it. To make room, delete some drafts under Messages.',
                )
              : nothing
          }
        </span>
      </p>
    `;
  }

  #restoredNote(savedAt: string, isUnknown: boolean) {
    const day = this.#formatted(savedAt, { dateStyle: 'long' });
    const time = this.#timeOf(savedAt);
    return html`
      <div class="pw-note">
        <p><strong>${msg(str`This is what you typed on ${day} at ${time}.`)}</strong></p>
        ${
          isUnknown
            ? nothing
            : html`
                <p>${msg('It hasn’t been sent yet.')}</p>
                <button type="button" @click=${() => void this.discard()}>
                  ${msg('Start over')}
                </button>
              `
        }
      </div>
    `;
  }

  #renderChoice(yours: DraftContent, { content: other }: Draft) {
    const { lines } = this.#options;
    const choice = { keepYours: this.#keepYours, takeOther: this.#takeOther };
    return this.#conflictView.render(({ draftConflict }) =>
      draftConflict(choice, lines(yours), lines(other)),
    );
  }

  #timeOf(instant: string): string {
    return this.#formatted(instant, { timeStyle: 'short' });
  }

  #formatted(instant: string, style: Intl.DateTimeFormatOptions): string {
    const { locale, policy } = this.#session.context ?? {};
    const timeZone = policy?.timeZone;
    return new Date(instant).toLocaleString(locale, { ...style, ...(timeZone && { timeZone }) });
  }

  #placeNow(): Place | undefined {
    const { state, context } = this.#session;
    const id = this.#options.id();
    if (state.status !== 'signed-in' || !context || id === undefined) return undefined;
    const { record = 'open' } = this.#options;
    const subject =
      record === 'open'
        ? state.subject
        : state.subjects.find(({ relationship }) => relationship === 'self');
    if (!subject) return undefined;
    const { client, store } = context;
    const account = state.account.id;
    const key = `${account} ${subject.id} ${id}`;
    return { key, account, subject: subject.id, id, client, store, leaving: new AbortController() };
  }

  /** Whoever stays signed in keeps what they typed, in the record in which they did. */
  #move(place: Place | undefined): void {
    const before = this.#place;
    if (before && isOpen(before)) this.flush();
    else {
      const isReplaced = this.#session.state.status !== 'signed-out';
      const isSaved = this.#state === 'saved' || this.#other !== undefined;
      if (before && isReplaced && this.#content && !isSaved) {
        this.#unsent.set(before.key, this.#content);
      }
      this.#saving.abort();
      this.#saving = new AbortController();
    }
    before?.leaving.abort();
    if (place) this.#session.hasKeptDraft = false;
    else if (before && this.#state === 'saved') this.#session.hasKeptDraft = true;
    this.#forget();
    this.#place = place;
    this.#writer = crypto.randomUUID();
    this.#ready = false;
    if (place) void this.#restore(place);
  }

  #forget(): void {
    this.#stopTimer();
    this.#content = this.#other = this.#restoredAt = undefined;
    this.#seen = null;
    this.#state = 'none';
    this.#stored = false;
  }

  #stopTimer(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }

  async #restore(place: Place): Promise<void> {
    const { client, subject, id, leaving } = place;
    try {
      const params = { subject, draft: id };
      const { draft } = await client.call(getDraft, { params }, { signal: leaving.signal });
      if (place === this.#place && draft) this.#onFound(draft);
    } catch (error) {
      if (place.leaving.signal.aborted) return;
      if (!(error instanceof PortalError)) throw error;
      // If there is one, the first save will say so.
    }
    if (place !== this.#place) return;
    const unsent = this.#unsent.get(place.key);
    if (unsent) {
      this.#unsent.delete(place.key);
      this.#options.onReplaced?.(unsent);
      this.typed(unsent);
    }
    this.#ready = true;
    this.#host.requestUpdate();
  }

  #onFound(draft: Draft): void {
    this.#stored = true;
    if (this.#content) {
      this.#contest(draft);
      return;
    }
    this.#take(draft);
    this.#restoredAt = draft.savedAt;
  }

  #take(draft: Draft): void {
    this.#seen = draft;
    this.#other = undefined;
    this.#content = draft.content;
    this.#savedAt = draft.savedAt;
    this.#state = 'saved';
    this.#options.onReplaced?.(draft.content);
    this.#host.requestUpdate();
  }

  /** Another page has saved what this one has not seen. */
  #contest(other: Draft): void {
    const isSame = JSON.stringify(other.content) === JSON.stringify(this.#content);
    this.#other = isSame ? undefined : other;
    if (isSame) {
      this.#seen = other;
      this.#state = 'saved';
      this.#savedAt = other.savedAt;
    }
  }

  #save(place: Place, keepalive = false): void {
    const content = this.#content;
    if (!content || !isOpen(place)) return;
    this.#stored = true;
    void this.#send(place, content, keepalive).finally(() => {
      if (place !== this.#place) this.#options.onLateSave?.();
      this.#host.requestUpdate();
    });
  }

  /** @param content null: the draft is dropped; where that fails, it comes back and says that it is from before */
  async #send(place: Place, content: DraftContent | null, keepalive: boolean): Promise<void> {
    const sequence = (this.#sequence += 1);
    const { signal } = this.#saving;
    const { form } = this.#options;
    const replaces = this.#seen && {
      writer: this.#seen.writer,
      sequence: this.#seen.sequence,
    };
    const isLatest = () => place === this.#place && sequence === this.#sequence;
    try {
      const { outcome, draft } = await place.client.call(
        saveDraft,
        {
          params: { subject: place.subject, draft: place.id },
          body: { form, writer: this.#writer, sequence, content, replaces },
        },
        { signal, keepalive },
      );
      if (!isLatest() || !this.#content || !draft) return;
      if (outcome === 'conflict') {
        this.#contest(draft);
        return;
      }
      this.#savedAt = draft.savedAt;
      if (!this.#cancelTimer) this.#state = 'saved';
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof PortalError)) throw error;
      if (!isLatest() || !this.#content) return;
      const isFull = error instanceof RefusedError && error.rule === 'messages.unsent-limit';
      this.#state = isFull ? 'too-many' : 'failed';
    }
  }

  #focus(): void {
    this.#focusNext = true;
    this.#host.requestUpdate();
  }
}

const isUnkept = (state: DraftState): boolean => state === 'failed' || state === 'too-many';

/** Whether the one who has typed is still signed in. */
const isOpen = ({ store, account }: Place): boolean => {
  const state = store.getState();
  return state.status === 'signed-in' && state.account.id === account;
};
