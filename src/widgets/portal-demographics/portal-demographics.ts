import { html, LitElement, nothing } from 'lit';
import { RefusedError } from '../../client/portal-errors.js';
import type { Demographics } from '../../contract/record/demographics.js';
import { getDemographics } from '../../contract/generated/demographics.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { SessionController } from '../../session/session-controller.js';
import { actingForView } from '../../ui/acting-for.js';
import { baseStyles } from '../../ui/styles/base-styles.js';
import { failureNote } from '../../ui/failure-note.js';
import { FocusNext } from '../../ui/focus-next.js';
import { formatDate } from '../../ui/format.js';
import { headingView } from '../../ui/heading.js';
import { loadRefusal } from '../../ui/refusals/load-refusal.js';
import type { Refusal, RefusalView } from '../../ui/refusals/refusal-note.js';
import { defineElement } from '../../ui/define-element.js';
import { noRecordView } from '../../reading/no-record.js';
import { ValueReader } from '../../reading/value-reader.js';
import { loading, LazyPart } from '../../ui/lazy-part.js';
import type { DemographicsForm } from './demographics-form.js';
import { answerLines } from './demographics-words.js';
import { PortalDemographicsSavedEvent } from './portal-demographics.events.js';
import { styles } from './portal-demographics.styles.js';
import { whyAsked } from './why-asked.js';

/**
 * Race and ethnicity of whose record is open: why they are asked, one question with the categories of
 * the U.S. Office of Management and Budget (Statistical Policy Directive No. 15, 2024) and several
 * answers, one's own words, and declining, which is an answer too. The answer can be changed at any time.
 * Where no state requires hospitals to ask, nothing is asked (`demographics.race-ethnicity`); who
 * may answer the backend says (`proxy.friends-and-family`). When the session ends or another record
 * opens, everything of the last one leaves the page.
 *
 * @element portal-demographics
 * @attr {number} heading-level - 2 to 4; default 2.
 * @csspart acting-for - Whose record it is, if it is somebody else's.
 * @csspart heading - The heading.
 * @csspart why - Why it is asked.
 * @csspart news - That an answer is saved.
 * @csspart answer - The answer that is saved.
 * @csspart change - The button that opens the form.
 * @csspart conflict - Two answers, one of which can stay.
 * @csspart draft - What was typed before and not saved.
 * @csspart draft-state - Whether what is typed is kept.
 * @csspart error-summary - What has to be changed in the form.
 * @csspart note - A refusal, a failure or the news of being signed out.
 * @fires {PortalDemographicsSavedEvent} portal-demographics-saved - An answer is saved; carries nothing of it.
 * @fires {PortalNavigateEvent} portal-navigate - It is about to go to another page; cancel it to go there another way.
 * @fires {PortalErrorEvent} portal-error - It shows that something failed; carries the kind and the status only.
 */
export class PortalDemographics extends LitElement {
  static override styles = [baseStyles, styles];
  static override properties = {
    headingLevel: { attribute: 'heading-level', type: Number },
  };

  static define(tag = 'portal-demographics', registry = customElements): void {
    defineElement(this, tag, registry);
  }

  readonly #session: SessionController = new SessionController(this);
  readonly #reader = new ValueReader(this, this.#session, getDemographics);
  readonly #form: LazyPart<DemographicsForm> = new LazyPart(this, async () => {
    const { DemographicsForm } = await import('./demographics-form.js');
    return new DemographicsForm(this, this.#session, {
      key: () => (this.#isAnswering ? this.#reader.key : ''),
      known: () => this.#reader.value,
      onEnd: this.#onEnd,
      onUnknown: () => {
        this.#reader.readAnew();
        this.#onEnd();
      },
    });
  });
  readonly #refusal: LazyPart<RefusalView> = new LazyPart(this, () => loadRefusal('demographics'));

  headingLevel = 2;

  /** The reader's key of the record whose answer is being changed. */
  #changingIn: string | undefined;
  /** The reader's key of the record whose answer was saved just now. */
  #savedIn: string | undefined;
  readonly #focus = new FocusNext(this);

  protected override render() {
    const { context, subject } = this.#session;
    if (!context || !subject) {
      return html`
        ${headingView(this.headingLevel, msg('Race and ethnicity'))}
        ${noRecordView(this.#session, msg('Sign in to see or change your answer.'))}
      `;
    }
    return html`
      ${actingForView(subject)}
      ${headingView(
        this.headingLevel,
        subject.relationship === 'self'
          ? msg('Race and ethnicity')
          : msg(str`${subject.displayName}’s race and ethnicity`),
      )}
      <p part="news" role="status">
        ${
          this.#savedIn !== undefined && this.#savedIn === this.#reader.key
            ? msg('Answer saved.')
            : nothing
        }
      </p>
      ${this.#renderQuestion(context)}
    `;
  }

  #renderQuestion(context: PortalContext) {
    const { value, error } = this.#reader;
    if (value) {
      return this.#isAnswering
        ? this.#renderForm(value, context)
        : this.#renderAnswer(value, context);
    }
    if (error === undefined) return loading();
    // It is not asked here, which is no news to be alerted of.
    return error instanceof RefusedError
      ? this.#renderRefusal(
          { rule: error.rule, case: error.case, next: error.next, allowed: false },
          context,
        )
      : failureNote(error, this.#onRetry);
  }

  #renderForm({ requiredByState }: Demographics, context: PortalContext) {
    return html`
      <div part="why">${whyAsked(requiredByState, context)}</div>
      ${this.#form.render((form) => form.render(context))}
    `;
  }

  #renderAnswer({ answer, change, requiredByState }: Demographics, context: PortalContext) {
    const { locale, policy } = context;
    const lines = answer ? answerLines(answer, locale).filter(({ text }) => text) : [];
    return html`
      ${
        answer
          ? html`<dl part="answer">
              ${lines.map(
                ({ label, text }) =>
                  html`<div>
                    <dt>${label}</dt>
                    <dd class="own-words">${text}</dd>
                  </div>`,
              )}
              <div>
                <dt>${msg('Saved')}</dt>
                <dd>${formatDate(answer.savedAt, locale, policy.timeZone)}</dd>
              </div>
            </dl>`
          : html`<p>${msg('No answer yet')}</p>`
      }
      ${
        change.allowed
          ? html`<div class="pw-buttons">
              <button part="change" type="button" @click=${this.#onChange}>
                ${msg('Change answer')}
              </button>
            </div>`
          : this.#renderRefusal(change, context)
      }
      <details part="why">
        <summary>${msg('Why we ask')}</summary>
        ${whyAsked(requiredByState, context)}
      </details>
    `;
  }

  #renderRefusal(refusal: Refusal, context: PortalContext) {
    const links = { signInHref: context.signInHref ?? undefined };
    return this.#refusal.render((view) => view(refusal, context, links));
  }

  /** Whoever may and has not answered yet finds the question itself. */
  get #isAnswering(): boolean {
    const { value, key } = this.#reader;
    if (!value?.change.allowed) return false;
    return value.answer === null || this.#changingIn === key;
  }

  readonly #onRetry = () => {
    void this.#reader.reload();
    // The button that has the focus goes away.
    this.#focus.on('#heading');
  };

  readonly #onChange = () => {
    this.#changingIn = this.#reader.key;
    this.#savedIn = undefined;
    this.#focus.on('#heading');
    this.requestUpdate();
  };

  readonly #onEnd = (known?: Demographics, saved = false) => {
    this.#changingIn = undefined;
    this.#focus.on('#heading');
    if (known) this.#reader.replace(known);
    if (saved) {
      this.#savedIn = this.#reader.key;
      this.dispatchEvent(new PortalDemographicsSavedEvent());
    }
    this.requestUpdate();
  };
}
