import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Medication } from '../../contract/record/medications.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { SessionController } from '../../session/session-controller.js';
import { actingForView } from '../../ui/acting-for.js';
import { baseStyles } from '../../ui/styles/base-styles.js';
import { partStyles } from '../../ui/styles/part-styles.js';
import { emptyView } from '../../ui/empty.js';
import { document } from '../../ui/generated/icons.js';
import { headingView } from '../../ui/heading.js';
import { defineElement } from '../../ui/define-element.js';
import { ListView } from '../../reading/list-view.js';
import { notShownNote } from '../../ui/not-shown.js';
import { noRecordView } from '../../reading/no-record.js';
import { skeletonView } from '../../ui/skeleton.js';
import { LazyPart } from '../../ui/lazy-part.js';
import { checkedPageSize, defaultPageSize } from '../../reading/page-size.js';
import { styles } from './med-renewal.styles.js';
import { cardId } from './card-id.js';
import { medicationCards, viewOnlyNote, type Cards } from './medication-card.js';
import { medicationReader, type MedicationReader } from './medication-reader.js';
import type { missingMedications } from './missing-medications.js';
import type { OpenedForm } from './opened-form.js';
import type { RenewalView } from './renewal-view.js';

/** Cards, as tall as most of them are. */
const pending = () => skeletonView(4, 220);

/**
 * The medications of the record that is open: what is taken now and what was taken before, whether each
 * can be renewed or why not, the request for a renewal, and what came of it. What can be renewed the
 * backend decides (`renewal.*`, `medications.listed`); a request is sent once, whatever happens on the
 * way. When the session ends or another record opens, everything of the last one leaves the page.
 *
 * @element med-renewal
 * @attr {number} page-size - Medications fetched at a time: 1 to 100; default 20.
 * @attr {number} heading-level - 2 to 4; default 2.
 * @attr {'on' | 'off'} history - Whether Back closes the form and Forward opens it again; `off` for a host with a router
 *   of its own. Default: `on`.
 * @attr {string} medication-id - Opaque id of the medication for which the form is open, where a page's router says so:
 *   setting it opens the form, removing it closes it. The element never changes it; its events tell what was opened and
 *   closed here.
 * @csspart acting-for - Whose record it is, if it is somebody else's.
 * @csspart heading - The headings of the list, of a medication and of the form.
 * @csspart count - How many medications show, of how many.
 * @csspart medication - One medication.
 * @csspart facts - What the record says of it.
 * @csspart why-not - Why it cannot be renewed.
 * @csspart renew - The button that opens the form.
 * @csspart form - The request for a renewal.
 * @csspart draft - What was typed before and not sent.
 * @csspart draft-state - Whether what is typed is saved.
 * @csspart note - A request and its answer, why a medication cannot be renewed, a failure.
 * @csspart error-summary - What has to be changed in the form.
 * @csspart not-shown - That the list is not shown in full, and who to ask.
 * @csspart more - The button that fetches the next medications.
 * @csspart past - What was taken before.
 * @csspart missing - Why a medication may not be here.
 * @fires {PortalMedicationOpenedEvent} portal-medication-opened - Somebody has opened the form of a medication; carries
 *   its id only.
 * @fires {PortalMedicationClosedEvent} portal-medication-closed - The form is closed again, or none can be open for the id
 *   of `medication-id`; carries its id only.
 * @fires {PortalRenewalRequestedEvent} portal-renewal-requested - A renewal was requested; carries ids only.
 * @fires {PortalNavigateEvent} portal-navigate - It is about to go to another page; cancel it to go there another way.
 * @fires {PortalErrorEvent} portal-error - It shows that something failed; carries the kind and the status only.
 */
export class MedRenewal extends LitElement {
  static override styles = [baseStyles, partStyles, styles];
  static override properties = {
    pageSize: { attribute: 'page-size', type: Number },
    history: {},
    headingLevel: { attribute: 'heading-level', type: Number },
    medicationId: { attribute: 'medication-id' },
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
    const { OpenedForm } = await import('./opened-form.js');
    this.#opened = new OpenedForm(
      this,
      this.#session,
      this.#current,
      () => this.#openId,
      this.#show,
    );
    return this.#opened.view;
  });
  readonly #missing: LazyPart<typeof missingMedications> = new LazyPart(
    this,
    async () => (await import('./missing-medications.js')).missingMedications,
  );

  pageSize = defaultPageSize;
  history: 'on' | 'off' = 'on';
  headingLevel = 2;
  medicationId: string | null = null;

  /** Id of the medication for which the form is open. */
  #openId: string | undefined;
  #opened: OpenedForm | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.medicationId) this.#form.render(() => nothing); // it opens the form
    if (!changed.has('pageSize')) return;
    const limit = checkedPageSize('med-renewal', this.pageSize);
    for (const reader of [this.#current, this.#past]) reader.read(reader.query, limit);
  }

  protected override render() {
    const { context, state, subject } = this.#session;
    if (!context || !subject || state.status !== 'signed-in') {
      return html`
        ${headingView(this.headingLevel, msg('Medications'))}
        ${noRecordView(this.#session, msg('Sign in to see your medications.'), pending)}
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
        this.#opened && !this.#isOpen(medication)
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
        <div role="status">${this.#opened?.missingNote()}</div>
        ${this.#renderList(this.#currentList, msg('No current medications'), cards)}
        ${this.#current.total === undefined && !this.#current.error ? nothing : this.#renderRest(cards)}
      `,
    );
  }

  /** Not before what stands above has come: it would be pushed down. */
  #renderRest(cards: Cards) {
    return html`
      <details part="past" @toggle=${this.#onPastToggle}>
        <summary>${msg('Past medications')}</summary>
        ${this.#renderList(this.#pastList, msg('No past medications'), cards)}
      </details>
      ${this.#missing.renderDetails(
        'missing',
        msg('Is a medication missing?'),
        this.#current.total === 0,
        (view) => view(cards.context),
      )}
    `;
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
    const { entries, total, error } = list.reader;
    const isCurrent = list === this.#currentList;
    const notShown = isCurrent ? this.#current.last?.notShown : undefined;
    const isNone = total === 0 && notShown === undefined;
    const words = total === undefined ? '' : list.countWords(cards.context.locale, '');
    const count = isNone ? emptyView(document, none) : html`<span .textContent=${words}></span>`;
    return html`
      <div class="pw-muted" part="count" role="status">${count}</div>
      ${total === undefined && error === undefined ? pending() : nothing}
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

  readonly #onRenew = ({ currentTarget }: Event) => {
    const { value } = currentTarget as HTMLButtonElement;
    this.#show(value);
    this.#opened?.entered(value);
  };

  readonly #show = (id: string | undefined) => {
    this.#openId = id;
    this.requestUpdate();
  };
}
