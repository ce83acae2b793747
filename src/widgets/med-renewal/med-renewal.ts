import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Medication } from '../../contract/record/medications.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { SessionController } from '../../session/session-controller.js';
import { actingForView } from '../../ui/acting-for.js';
import { baseStyles } from '../../ui/base-styles.js';
import { partStyles } from '../../ui/part-styles.js';
import { FocusNext } from '../../ui/focus-next.js';
import { headingView } from '../../ui/heading.js';
import { defineElement } from '../../ui/define-element.js';
import { ListView } from '../../reading/list-view.js';
import { notShownNote } from '../../ui/not-shown.js';
import { noRecordView } from '../../reading/no-record.js';
import { LazyPart } from '../../ui/lazy-part.js';
import { checkedPageSize, defaultPageSize } from '../../reading/page-size.js';
import { PortalRenewalRequestedEvent } from './med-renewal.events.js';
import { styles } from './med-renewal.styles.js';
import { cardId } from './card-id.js';
import { medicationCards, viewOnlyNote, type Cards } from './medication-card.js';
import { medicationReader, type MedicationReader } from './medication-reader.js';
import type { missingMedications } from './missing-medications.js';
import type { OnRenewalEnd, RenewalView } from './renewal-view.js';

/**
 * The medications of the record that is open: what is taken now and what was taken before, whether each
 * can be renewed or why not, the request for a renewal, and what came of it. What can be renewed the
 * backend decides (`renewal.*`, `medications.listed`); a request is sent once, whatever happens on the
 * way. When the session ends or another record opens, everything of the last one leaves the page.
 *
 * @element med-renewal
 * @attr {number} page-size - Medications fetched at a time: 1 to 100; default 20.
 * @attr {number} heading-level - 2 to 4; default 2.
 * @csspart acting-for - Whose record it is, if it is somebody else's.
 * @csspart heading - The headings of the list, of a medication and of the form.
 * @csspart count - How many medications show, of how many.
 * @csspart medication - One medication.
 * @csspart facts - What the record says of it.
 * @csspart renew - The button that opens the form.
 * @csspart form - The request for a renewal.
 * @csspart draft - What was typed before and not sent.
 * @csspart draft-state - Whether what is typed is saved.
 * @csspart note - A request and its answer, why a medication cannot be renewed, a failure.
 * @csspart error-summary - What has to be changed in the form.
 * @csspart not-shown - That the list is not shown in full, and whom to ask.
 * @csspart more - The button that fetches the next medications.
 * @csspart past - What was taken before.
 * @csspart missing - Why a medication may not be here.
 * @fires {PortalRenewalRequestedEvent} portal-renewal-requested - A renewal has been asked for; carries ids only.
 */
export class MedRenewal extends LitElement {
  static override styles = [baseStyles, partStyles, styles];
  static override properties = {
    pageSize: { attribute: 'page-size', type: Number },
    headingLevel: { attribute: 'heading-level', type: Number },
  };

  static define(tag = 'med-renewal', registry = customElements): void {
    defineElement(this, tag, registry);
  }

  readonly #session: SessionController = new SessionController(this);
  readonly #current = medicationReader(this, this.#session, { period: 'current' });
  readonly #currentList: ListView<Medication> = this.#listOf(this.#current, 'current');
  /** Read once somebody looks at them. */
  readonly #past = medicationReader(this, this.#session, undefined);
  readonly #pastList: ListView<Medication> = this.#listOf(this.#past, 'past');
  readonly #form: LazyPart<RenewalView> = new LazyPart(this, async () => {
    const { RenewalView } = await import('./renewal-view.js');
    return new RenewalView(
      this,
      this.#session,
      this.#current,
      () => this.#current.entries.find((medication) => this.#isOpen(medication)),
      this.#onRenewalEnd,
    );
  });
  readonly #missing: LazyPart<typeof missingMedications> = new LazyPart(
    this,
    async () => (await import('./missing-medications.js')).missingMedications,
  );

  pageSize = defaultPageSize;
  headingLevel = 2;

  /** Id of the medication for which the form is open. */
  #openId: string | undefined;
  #hasForm = false;
  readonly #focus = new FocusNext(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('pageSize')) return;
    const limit = checkedPageSize('med-renewal', this.pageSize);
    for (const reader of [this.#current, this.#past]) reader.read(reader.query, limit);
  }

  protected override render() {
    const { context, state, subject } = this.#session;
    if (!context || !subject || state.status !== 'signed-in') {
      return html`
        ${headingView(this.headingLevel, msg('Medications'))}
        ${noRecordView(this.#session, msg('Sign in to see your medications.'))}
      `;
    }
    const person = subject.relationship === 'self' ? undefined : subject.displayName;
    const cards: Cards = {
      context,
      headingLevel: Math.min(this.headingLevel + 1, 4),
      onRenew: this.#onRenew,
      account: state.account.displayName,
      formOf: (medication) => this.#renderForm(medication, context),
      // Only where a form was open.
      unknownOutcomeOf: (medication) =>
        this.#hasForm && !this.#isOpen(medication)
          ? this.#form.render((view) => view.unknownOutcomeOf(medication, context))
          : nothing,
    };
    // Nothing that is open stays so for the next record.
    return keyed(
      this.#current.key,
      html`
        ${actingForView(subject)}
        ${headingView(
          this.headingLevel,
          person === undefined ? msg('Medications') : msg(str`Medications for ${person}`),
        )}
        ${this.#renderList(
          this.#currentList,
          msg('No current medications'),
          cards,
        )}
        <details part="past" @toggle=${this.#onPastToggle}>
          <summary>${msg('Past medications')}</summary>
          ${this.#renderList(
            this.#pastList,
            msg('No past medications'),
            cards,
          )}
        </details>
        ${this.#missing.renderDetails(
          'missing',
          msg('Is a medication missing?'),
          this.#current.total === 0,
          (view) => view(context),
        )}
      `,
    );
  }

  #renderForm(medication: Medication, context: PortalContext) {
    if (!this.#isOpen(medication)) return undefined;
    const level = Math.min(this.headingLevel + 2, 4);
    return this.#form.render((view) => view.render(medication, context, level));
  }

  /** Whether the form is open for a medication, and it can be asked for. */
  #isOpen(medication: Medication): boolean {
    return medication.id === this.#openId && medication.renewable.allowed;
  }

  /** @param none what is said of an empty list */
  #renderList(list: ListView<Medication>, none: string, cards: Cards) {
    const { entries } = list.reader;
    const isCurrent = list === this.#currentList;
    const notShown = isCurrent ? this.#current.last?.notShown : undefined;
    const count = list.countWords(cards.context.locale, notShown === undefined ? none : '');
    return html`
      <p part="count" role="status">${count}</p>
      ${notShownNote(notShown, cards.context)}
      ${
        entries.length === 0
          ? nothing
          : [
              isCurrent ? viewOnlyNote(entries, cards.context) : nothing,
              medicationCards(entries, cards),
            ]
      }
      ${list.renderMore()}
    `;
  }

  #listOf(reader: MedicationReader, period: 'current' | 'past') {
    return new ListView(this, reader, {
      id: `more-${period}`,
      selectorOf: ({ id }) => `#${cardId(id)} [part=heading]`,
    });
  }

  readonly #onPastToggle = (event: Event) => {
    if (!(event.currentTarget as HTMLDetailsElement).open || this.#past.query) return;
    this.#past.read({ period: 'past' });
  };

  readonly #onRenew = (event: Event) => {
    this.#hasForm = true;
    this.#openId = (event.currentTarget as HTMLButtonElement).value;
    this.requestUpdate();
  };

  readonly #onRenewalEnd: OnRenewalEnd = (medicationId, renewal) => {
    // What is known late of one does not close the form of another.
    if (medicationId === undefined || medicationId === this.#openId) this.#openId = undefined;
    this.requestUpdate();
    if (medicationId === undefined) return;
    const card = `#${cardId(medicationId)}`;
    const ends = [`${card} > [part=renew]`, `${card} > [part=note]`];
    if (this.#openId === undefined) this.#focus.on(...(renewal ? ends.reverse() : ends));
    if (renewal) this.dispatchEvent(new PortalRenewalRequestedEvent(medicationId, renewal.id));
  };
}
