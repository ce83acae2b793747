import { html, nothing } from 'lit';
import { ConflictError } from '../../client/portal-errors.js';
import type { Preferences } from '../../contract/preferences.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { FieldLimits } from '../../ui/form-problems.js';
import { formView } from '../../ui/form.js';
import { noteView } from '../../ui/note.js';
import { DraftController } from '../draft-controller.js';
import { contentOf, fillFields, linesOf, textIn, type DraftContent } from '../draft-fields.js';
import { FormController, type Fields, type ReadTyped } from '../form-controller.js';
import { loading, OnDemand } from '../on-demand.js';
import type { SectionForm, SectionHost, SectionPage } from './section.js';

/** What a section's form asks for, and what becomes of it. */
export interface FormPlan {
  /** Ends the name of its draft. */
  readonly name: string;
  readonly fields: (context: PortalContext, preferences: Preferences) => Fields;
  readonly limits?: Readonly<Record<string, FieldLimits>>;
  /** What is on file of that which the form changes, by field. */
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
  /** What was on file when its user began. */
  #seen: Preferences | undefined;
  /** What somebody else has put on file since, where that is what the form changes. */
  #other: Preferences | undefined;
  #isSaved = false;

  /** @param plan made with each rendering, since its words may change */
  constructor(host: SectionHost, plan: () => FormPlan) {
    this.#host = host;
    this.#plan = plan;
    const { element, session, reader, id } = host;
    this.#form = new FormController(element, { region: `#${id}` });
    this.#conflictView = new OnDemand(element, () => import('./conflict.js'));
    this.#draft = new DraftController(element, session, {
      form: 'preferences',
      id: () => `preferences-${plan().name}`,
      record: 'own',
      find: () => reader.findDraft(`preferences-${plan().name}`),
      fill: () => {
        this.#fill();
      },
      lines: (content) => linesOf(this.#fieldsNow(), content),
    });
  }

  get isChanged(): boolean {
    const { content } = this.#draft;
    return (
      content !== undefined &&
      Object.entries(this.#firstFields()).some(
        ([pointer, { drafted, value = '' }]) => drafted && textIn(content, pointer) !== value,
      )
    );
  }

  forget(): void {
    this.#seen = this.#other = undefined;
    this.#isSaved = false;
    this.#form.forget();
  }

  render({ context, preferences }: SectionPage) {
    this.#follow(preferences);
    if (!this.#draft.isReady) return loading();
    const plan = this.#plan();
    const fields = this.#fieldsNow();
    const links = { signInHref: context.signInHref ?? undefined };
    return html`
      ${this.#isSaved ? noteView({ heading: plan.savedWords(context) }) : nothing}
      ${this.#draft.notesView()}
      <div part="conflict" tabindex="-1">
        ${this.#other ? this.#renderConflict(this.#other) : nothing}
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
    return context && this.#seen ? this.#plan().fields(context, this.#seen) : {};
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

  #fill(): void {
    fillFields(this.#element, this.#fieldsNow(), undefined);
  }

  /** Something may have changed on file: by this form, by another one, or by somebody else. */
  #follow(preferences: Preferences): void {
    const before = this.#seen;
    if (preferences === before) return;
    const { onFile } = this.#plan();
    const isSame = before && JSON.stringify(onFile(before)) === JSON.stringify(onFile(preferences));
    if (before && !isSame && this.isChanged) {
      this.#other = preferences;
      return;
    }
    this.#seen = preferences;
    this.#other = undefined;
    if (before && !isSame) this.#fill();
  }

  readonly #onInput = (event: Event) => {
    this.#isSaved = false;
    this.#keep(event.currentTarget as HTMLFormElement);
  };

  /** Keeps what stands in the form, unless that is what is on file anyway. */
  #keep(form: HTMLFormElement): void {
    this.#draft.typed(contentOf(form, this.#firstFields()));
    if (!this.isChanged) void this.#draft.clear();
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
    const saved = await this.#saveOver(typed, context, signal);
    signal.throwIfAborted();
    if (!saved) {
      this.#form.focus('conflict');
      return;
    }
    this.#seen = saved;
    this.#other = undefined;
    const cleared = this.#draft.clear();
    this.#host.reader.accept(saved);
    this.#element?.reset();
    this.#fill();
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
    if (this.#other || !this.#seen) return undefined;
    try {
      return await save(typed, this.#seen.etag, context);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ConflictError)) throw error;
    }
    const now = await this.#host.reader.reload();
    signal.throwIfAborted();
    if (now) this.#follow(now);
    // Whoever has changed something else meanwhile is not in the way.
    return this.#seen === now ? save(typed, this.#seen.etag, context) : undefined;
  }

  #renderConflict(other: Preferences) {
    const { onFile } = this.#plan();
    const theirs = onFile(other);
    const compared = Object.fromEntries(
      Object.entries(this.#fieldsNow()).filter(([pointer]) => pointer in theirs),
    );
    return this.#conflictView.render(({ conflictView }) =>
      conflictView({
        yours: linesOf(compared, this.#draft.content ?? {}),
        onFile: linesOf(compared, theirs),
        onSaveYours: () => {
          this.#seen = other;
          this.#other = undefined;
          this.#element?.requestSubmit();
        },
        onKeepOther: () => {
          this.#seen = other;
          this.#other = undefined;
          this.#element?.reset();
          void this.#draft.discard();
          this.#form.settle();
          this.#form.focus('heading');
        },
      }),
    );
  }
}
