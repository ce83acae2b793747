import { html, type LitElement, type ReactiveController } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ConflictError } from '../../client/portal-errors.js';
import type { Demographics } from '../../contract/record/demographics.js';
import { getDemographics, saveDemographics } from '../../contract/generated/demographics.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionController } from '../../session/session-controller.js';
import { fieldStyles } from '../../ui/styles/base-styles.js';
import { choiceStyles } from '../../ui/form/choice-styles.js';
import { formStyles, formView } from '../../ui/form/form.js';
import { formatDate } from '../../ui/format.js';
import { loadRefusal } from '../../ui/refusals/load-refusal.js';
import { versionsView } from '../../ui/versions.js';
import { DraftController } from '../../forms/draft-controller.js';
import { contentOf, textIn } from '../../forms/draft-fields.js';
import { FormController, type Fields } from '../../forms/form-controller.js';
import { SendOnce } from '../../forms/send-once.js';
import { addStyles, loading } from '../../ui/lazy-part.js';
import {
  answerIn,
  answerOf,
  demographicsFields,
  keepToOneAnswer,
  limits,
} from './demographics-fields.js';
import { answerLines, isSameAnswer, type Answer } from './demographics-words.js';

/** How the form knows what it is about, and tells that it is done with. */
export interface DemographicsFormHost {
  /** Who answers in whose record; empty: the form is closed. */
  readonly key: () => string;
  /** What is known of the record. */
  readonly known: () => Demographics | undefined;
  /**
   * @param known what is known of the record now; undefined: as before
   * @param saved whether this form has saved it
   */
  readonly onEnd: (known?: Demographics, saved?: boolean) => void;
  /** It is done with, and what is known of the record may not be so any more. */
  readonly onUnknown: () => void;
}

/** An answer that could not be saved, since another one was saved meanwhile. */
interface Conflict {
  readonly yours: Answer;
  readonly other: Demographics;
}

const noAnswer: Answer = { categories: [], details: null, declined: false };

/** The form with the question. What somebody else has saved meanwhile it never overwrites unasked. */
export class DemographicsForm implements ReactiveController {
  readonly #host: LitElement;
  readonly #session: SessionController;
  readonly #options: DemographicsFormHost;
  readonly #form: FormController;
  readonly #draft: DraftController;
  readonly #request = new SendOnce();
  #key = '';
  #conflict: Conflict | undefined;

  constructor(host: LitElement, session: SessionController, options: DemographicsFormHost) {
    this.#host = host;
    this.#session = session;
    this.#options = options;
    addStyles(host, fieldStyles, choiceStyles, formStyles);
    host.addController(this);
    this.#form = new FormController(host, { loadRefusal: () => loadRefusal('demographics') });
    this.#draft = new DraftController(host, session, {
      form: 'demographics',
      id: () => (options.key() ? 'demographics' : undefined),
      lines: (content) => answerLines(answerOf(content), session.context?.locale ?? 'en'),
    });
  }

  hostUpdate(): void {
    const key = this.#options.key();
    if (key === this.#key) return;
    this.#key = key;
    this.#conflict = undefined;
    this.#request.forget();
    this.#form.forget();
  }

  hostDisconnected(): void {
    this.#form.forget();
  }

  render(context: PortalContext) {
    if (!this.#draft.isReady) return loading();
    const { answer } = this.#options.known() ?? {};
    return keyed(
      this.#key,
      html`
        ${
          this.#conflict
            ? this.#renderConflict(this.#conflict, context)
            : this.#form.outcomeView(context, {})
        }
        ${this.#draft.notesView()}
        ${formView({
          labelledBy: 'heading',
          fields: Object.values(this.#fields()),
          problems: this.#form.problems,
          submit: { label: msg('Save answer'), busyLabel: msg('Saving…') },
          busy: this.#form.busy,
          onSubmit: this.#onSubmit,
          onInput: this.#onInput,
          ...(answer && {
            beside: html`<button type="button" @click=${this.#onCancel}>${msg('Cancel')}</button>`,
          }),
        })}
        ${this.#draft.stateView()}
      `,
    );
  }

  #renderConflict({ yours, other }: Conflict, { locale, policy }: PortalContext) {
    const { answer } = other;
    const day = answer ? formatDate(answer.savedAt, locale, policy.timeZone) : '';
    return versionsView({
      heading: msg('Another answer was saved while you were typing.'),
      text: msg('It was you in another tab, or someone else. Choose which one to keep.'),
      part: 'conflict',
      yours: {
        name: msg('Yours'),
        lines: answerLines(yours, locale),
        choice: msg('Save mine'),
        onChoose: () => {
          this.#conflict = undefined;
          this.#save(yours, other.etag);
        },
      },
      other: {
        name: msg(str`Saved on ${day}`),
        lines: answer ? answerLines(answer, locale) : [],
        choice: msg('Keep the saved one'),
        onChoose: () => {
          this.#end(other, false);
        },
      },
    });
  }

  /** With what was typed, spaces and all; else with the answer that is saved. */
  #fields(): Fields {
    const { content } = this.#draft;
    return demographicsFields(
      content
        ? { ...answerOf(content), details: textIn(content, '/body/details') }
        : (this.#options.known()?.answer ?? noAnswer),
    );
  }

  readonly #onInput = (event: Event) => {
    const form = event.currentTarget as HTMLFormElement;
    keepToOneAnswer(form, event.target as HTMLInputElement);
    this.#draft.typed(contentOf(form, this.#fields()));
  };

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (this.#form.busy) return;
    const answer = answerIn(event.currentTarget as HTMLFormElement);
    this.#form.settle();
    if (isSameAnswer(answer, noAnswer)) {
      const text = msg('Choose at least one, use your own words, or choose “I’d rather not say”.');
      this.#form.problems = [{ controlId: 'categories', text }];
      this.#form.focus('error-summary');
    } else {
      this.#save(answer, this.#options.known()?.etag ?? '');
    }
  };

  readonly #onCancel = () => {
    if (this.#form.busy) return;
    if (this.#request.unknown) this.#options.onUnknown();
    else this.#options.onEnd();
  };

  #save(answer: Answer, etag: string): void {
    const { context, subject } = this.#session;
    if (!context || !subject) return;
    const params = { subject: subject.id };
    const body = { ...answer, categories: [...answer.categories] };
    const { client } = context;
    void this.#form.run(
      async (signal) => {
        try {
          const known = await this.#request.send(
            { etag, ...body },
            (key) => {
              const headers = { ...key, 'if-match': etag };
              return client.call(saveDemographics, { params, headers, body }, { signal });
            },
            signal,
          );
          this.#end(known, true);
        } catch (error) {
          if (!(error instanceof ConflictError)) throw error;
          this.#onConflict(answer, await client.call(getDemographics, { params }, { signal }));
        }
      },
      this.#fields(),
      limits,
    );
  }

  /** Another one was saved meanwhile; if it says the same, there is nothing to choose. */
  #onConflict(yours: Answer, other: Demographics): void {
    if (isSameAnswer(yours, other.answer)) {
      this.#end(other, true);
      return;
    }
    this.#conflict = { yours, other };
    this.#focusConflict();
  }

  #focusConflict(): void {
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      this.#host.renderRoot.querySelector<HTMLElement>('[part="conflict"]')?.focus();
    });
  }

  #end(known: Demographics, saved: boolean): void {
    void this.#draft.clear();
    this.#options.onEnd(known, saved);
  }
}
