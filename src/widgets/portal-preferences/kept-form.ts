import { html, nothing } from 'lit';
import { ConflictError } from '../../client/portal-errors.js';
import type { Preferences } from '../../contract/account/preferences.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { FieldLimits } from '../../ui/form/form-problems.js';
import { formView } from '../../ui/form/form.js';
import { noteView } from '../../ui/note.js';
import { DraftController } from '../../forms/draft-controller.js';
import { contentOf, linesOf, textIn, type DraftContent } from '../../forms/draft-fields.js';
import { FormController, type Fields, type ReadTyped } from '../../forms/form-controller.js';
import { loading, LazyPart } from '../../ui/lazy-part.js';
import { baseOf, contested, rebased, withBase } from './rebase.js';
import type { SectionForm, SectionHost, SectionPage } from './section.js';

/** What a section's form asks for, and what becomes of it. */
export interface FormPlan {
  /** Ends the name of its draft. */
  readonly name: string;
  readonly fields: (
    context: PortalContext,
    preferences: Preferences,
    form: FormController,
  ) => Fields;
  readonly limits?: Readonly<Record<string, FieldLimits>>;
  /** What is on file of what the form changes, by field. */
  readonly onFile: (preferences: Preferences) => DraftContent;
  /** @throws PortalError; ConflictError where that is not on file any more which `etag` names */
  readonly save: (typed: ReadTyped, etag: string, context: PortalContext) => Promise<Preferences>;
  readonly submitLabel: string;
  /** What is told once it is saved. */
  readonly savedWords: (context: PortalContext) => string;
}

/**
 * The form of a section: kept as a draft of the account's own record, and saved only over what its user
 * has seen. What somebody else has changed meanwhile is shown beside what was typed, and the user chooses.
 */
export class KeptForm implements SectionForm {
  readonly #host: SectionHost;
  readonly #plan: () => FormPlan;
  readonly #form: FormController;
  readonly #draft: DraftController;
  readonly #conflictView;
  /** What is on file, as the form has it. */
  #seen: Preferences | undefined;
  #isSaved = false;
  /** Whether something stands in a field that is not drafted. */
  #isSecretTyped = false;
  /** How often something was typed. */
  #edits = 0;

  /** @param plan made with each rendering, since its words may change */
  constructor(host: SectionHost, plan: () => FormPlan) {
    this.#host = host;
    this.#plan = plan;
    const { element, session, id } = host;
    this.#form = new FormController(element, { region: `#${id}` });
    this.#conflictView = new LazyPart(element, () => import('./conflict.js'));
    this.#draft = new DraftController(element, session, {
      form: 'preferences',
      id: () => `preferences-${plan().name}`,
      record: 'own',
      region: `#${id}`,
      lines: (content) => linesOf(this.#fieldsNow(), content),
    });
  }

  get isChanged(): boolean {
    return this.#isSecretTyped || this.#isDrafted;
  }

  get #isDrafted(): boolean {
    const { content } = this.#draft;
    return (
      content !== undefined &&
      Object.entries(this.#firstFields()).some(
        ([pointer, { drafted, value = '' }]) => drafted && textIn(content, pointer) !== value,
      )
    );
  }

  forget(): void {
    this.#seen = undefined;
    this.#isSaved = this.#isSecretTyped = false;
    this.#form.forget();
  }

  render({ context, preferences }: SectionPage) {
    this.#follow(preferences);
    if (!this.#draft.isReady) return loading();
    const plan = this.#plan();
    const fields = this.#fieldsNow();
    const links = {
      signInHref: context.signInHref ?? undefined,
      recoveryHref: this.#host.recoveryHref(),
    };
    return html`
      ${this.#isSaved ? noteView({ heading: plan.savedWords(context), tone: 'success' }) : nothing}
      ${this.#draft.notesView()}
      <div part="conflict" tabindex="-1">
        ${this.#contested.length > 0 ? this.#renderConflict() : nothing}
      </div>
      ${this.#form.outcomeView(context, links)}
      ${formView({
        labelledBy: `${this.#host.id}-heading`,
        fields: Object.values(fields),
        problems: this.#form.problems,
        submit: { label: plan.submitLabel, busyLabel: msg('Saving…') },
        busy: this.#form.busy,
        onInput: this.#onInput,
        onSubmit: (event) => void this.#submit(event, context),
      })}
      ${this.#draft.stateView()}
    `;
  }

  /** The fields as they are when nothing was typed. */
  #firstFields(): Fields {
    const { context } = this.#host.session;
    return context && this.#seen ? this.#plan().fields(context, this.#seen, this.#form) : {};
  }

  /** The same, with what was typed. */
  #fieldsNow(): Fields {
    const { content } = this.#draft;
    const fields = this.#firstFields();
    if (!content) return fields;
    return Object.fromEntries(
      Object.entries(fields).map(([pointer, field]) => [
        pointer,
        field.drafted ? { ...field, value: textIn(content, pointer) } : field,
      ]),
    );
  }

  get #element(): HTMLFormElement | null {
    return this.#host.element.renderRoot.querySelector(`#${this.#host.id} form`);
  }

  /** As it is when nothing was typed. */
  #reset(): void {
    this.#element?.reset();
    this.#isSecretTyped = false;
  }

  /** What is on file of what the form changes. */
  get #onFile(): DraftContent {
    return this.#seen ? this.#plan().onFile(this.#seen) : {};
  }

  /** The fields into which its user has typed something else than somebody else has put on file since. */
  get #contested(): string[] {
    return contested(this.#draft.content, this.#onFile);
  }

  /**
   * Something may have changed on file: by this form, by another one, or by somebody else, maybe before
   * what was kept came back.
   */
  #follow(preferences: Preferences): void {
    this.#seen = preferences;
    const { content } = this.#draft;
    if (content) this.#rebase(content);
  }

  /** Keeps what was typed over what is on file now, unless that is on file anyway. */
  #rebase(content: DraftContent): void {
    const onFile = this.#onFile;
    const next = rebased(content, this.#firstFields(), onFile);
    if (next !== content) this.#draft.typed(next);
    const isOnFile = Object.keys(onFile).every(
      (pointer) => textIn(next, pointer).trim() === textIn(onFile, pointer),
    );
    const isDone = next !== content && isOnFile && !this.#isSecretTyped;
    if (!this.#isDrafted || isDone) void this.#draft.clear();
  }

  readonly #onInput = (event: Event) => {
    this.#isSaved = false;
    this.#edits += 1;
    this.#keep(event.currentTarget as HTMLFormElement);
  };

  /**
   * Keeps what stands in the form.
   * @param base what its user has seen on file
   * @param taken what shall stand in some fields instead
   */
  #keep(
    form: HTMLFormElement,
    base = baseOf(this.#draft.content) ?? this.#onFile,
    taken: DraftContent = {},
  ): void {
    const fields = this.#firstFields();
    const content = withBase({ ...contentOf(form, fields), ...taken }, base);
    this.#isSecretTyped = Object.values(fields).some(
      ({ name, drafted }) => !drafted && new FormData(form).get(name),
    );
    this.#draft.typed(content);
    this.#rebase(content);
  }

  async #submit(event: SubmitEvent, context: PortalContext): Promise<void> {
    const { limits = {} } = this.#plan();
    const fields = this.#fieldsNow();
    // Autofill need not tell of what it fills in.
    if (!this.#form.busy) {
      this.#isSaved = false;
      this.#keep(event.currentTarget as HTMLFormElement);
    }
    const send = (typed: ReadTyped, signal: AbortSignal) => this.#send(typed, context, signal);
    await this.#form.submit(event, { fields, limits, send });
  }

  async #send(typed: ReadTyped, context: PortalContext, signal: AbortSignal): Promise<void> {
    if (this.#draft.isContested) {
      this.#form.focus('draft');
      return;
    }
    const edits = this.#edits;
    const saved = await this.#saveOver(typed, context, signal);
    signal.throwIfAborted();
    if (!saved) {
      this.#form.focus('conflict');
      return;
    }
    this.#seen = saved;
    this.#host.reader.accept(saved);
    const form = this.#element;
    if (form && this.#edits !== edits) {
      // What was typed while the answer was awaited is not saved.
      this.#keep(form, this.#onFile);
      if (this.isChanged) return;
    }
    const cleared = this.#draft.clear();
    this.#reset();
    this.#isSaved = true;
    this.#form.focus('note');
    await cleared;
  }

  /** @returns undefined: somebody else has changed the same, and its user has to choose first */
  async #saveOver(
    typed: ReadTyped,
    context: PortalContext,
    signal: AbortSignal,
  ): Promise<Preferences | undefined> {
    const { save } = this.#plan();
    if (!this.#seen || this.#contested.length > 0) return undefined;
    const before = this.#onFile;
    try {
      return await save(typed, this.#seen.etag, context);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ConflictError)) throw error;
    }
    const now = await this.#host.reader.reload();
    signal.throwIfAborted();
    if (!now) return undefined;
    this.#follow(now);
    if (this.#contested.length > 0) return undefined;
    // Whoever has changed something else meanwhile is not in the way, and their change stays.
    const onFile = this.#onFile;
    const isTyped = (pointer: string) =>
      !(pointer in onFile) || typed(pointer) !== textIn(before, pointer).trim();
    return save(
      (pointer) => (isTyped(pointer) ? typed(pointer) : textIn(onFile, pointer)),
      now.etag,
      context,
    );
  }

  #renderConflict() {
    const onFile = this.#onFile;
    const fields = onlyOf(this.#fieldsNow(), this.#contested);
    return this.#conflictView.render(({ conflictView }) =>
      conflictView({
        yours: linesOf(fields, this.#draft.content ?? {}),
        onFile: linesOf(fields, onFile),
        onSaveYours: () => {
          const form = this.#element;
          if (form) this.#keep(form, onFile);
          form?.requestSubmit();
        },
        onKeepOther: () => {
          const form = this.#element;
          if (form) this.#takeOther(form);
          this.#form.settle();
          this.#form.focus('heading');
        },
      }),
    );
  }

  /** What is on file stays, where somebody else has changed it; what else was typed stays, too. */
  #takeOther(form: HTMLFormElement): void {
    const first = this.#firstFields();
    const taken = this.#contested.map((pointer) => [pointer, first[pointer]?.value ?? '']);
    this.#keep(form, this.#onFile, Object.fromEntries(taken) as DraftContent);
    const { content } = this.#draft;
    const isTyped = Object.keys(this.#onFile).some(
      (pointer) => content && textIn(content, pointer) !== (first[pointer]?.value ?? ''),
    );
    if (isTyped) return;
    void this.#draft.clear();
    this.#reset();
  }
}

const onlyOf = (fields: Fields, pointers: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([pointer]) => pointers.includes(pointer)));
