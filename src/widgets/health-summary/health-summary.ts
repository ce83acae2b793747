import { html, LitElement, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { getHealthSummary } from '../../contract/generated/record.js';
import type * as contract from '../../contract/record/record.js';
import { msg, str } from '../../locales/localize.js';
import type { OpenRecord } from '../../session/open-record.js';
import type { PortalContext } from '../../session/portal-context.js';
import { SessionController } from '../../session/session-controller.js';
import { actingForView } from '../../ui/acting-for.js';
import { baseStyles } from '../../ui/styles/base-styles.js';
import { partStyles } from '../../ui/styles/part-styles.js';
import { failureNote } from '../../ui/failure-note.js';
import { faqLink, formatDate } from '../../ui/format.js';
import { print } from '../../ui/generated/icons.js';
import { headingView } from '../../ui/heading.js';
import { iconView } from '../../ui/icon.js';
import { skeletonView } from '../../ui/skeleton.js';
import { loadRefusal } from '../../ui/refusals/load-refusal.js';
import type { RefusalView } from '../../ui/refusals/refusal-note.js';
import { defineElement } from '../../ui/define-element.js';
import { noRecordView } from '../../reading/no-record.js';
import { ValueReader } from '../../reading/value-reader.js';
import { LazyPart } from '../../ui/lazy-part.js';
import { notShownNote } from '../../ui/not-shown.js';
import { styles } from './health-summary.styles.js';
import {
  absenceView,
  patientWords,
  summaryList,
  trustedLink,
  type NoneWords,
} from './summary-list.js';
import type { FurtherEntries } from './further-entries.js';
import type { VitalHistory } from './vital-history.js';
import { measurementWords, takenWords } from './vital-words.js';

/** Parts, as tall as most of them are. */
const pending = () => skeletonView(4, 220);

/**
 * The main facts of the record that is open (`record.health-summary`): conditions, allergies, medications,
 * immunizations and the latest vital signs, with the earlier ones when asked for. Each leads to trusted
 * health information by its code (`resources.trusted`): plain links, which send nothing before somebody
 * follows one. What is wrong in it only the doctor corrects (`record.read-only`). When the session ends
 * or another record opens, everything of the last one leaves the page.
 *
 * @element health-summary
 * @attr {number} heading-level - 2 to 4; default 2.
 * @csspart acting-for - Whose record it is, if it is somebody else's.
 * @csspart heading - The headings of the summary and of its parts.
 * @csspart print - The button that prints.
 * @csspart section - A part of the summary.
 * @csspart not-shown - That a part is not shown in full, and whom to ask.
 * @csspart trusted - A link to trusted health information.
 * @csspart resources - Where these links lead.
 * @csspart earlier - Earlier measurements of one kind.
 * @csspart more - A button that fetches more of a list, or more earlier measurements.
 * @csspart wrong - What to do where something is wrong.
 * @csspart note - How to have it corrected, a failure or the news of being signed out.
 * @fires {PortalNavigateEvent} portal-navigate - It is about to go to another page; cancel it to go there another way.
 * @fires {PortalErrorEvent} portal-error - It shows that something failed; carries the kind and the status only.
 */
export class HealthSummary extends LitElement {
  static override styles = [baseStyles, partStyles, styles];
  static override properties = {
    headingLevel: { attribute: 'heading-level', type: Number },
  };

  static define(tag = 'health-summary', registry = customElements): void {
    defineElement(this, tag, registry);
  }

  readonly #session: SessionController = new SessionController(this);
  readonly #summary = new ValueReader(this, this.#session, getHealthSummary);
  readonly #history: LazyPart<VitalHistory> = new LazyPart(this, async () => {
    const { VitalHistory } = await import('./vital-history.js');
    return new VitalHistory(this, this.#session, () => this.#opened);
  });
  readonly #further: LazyPart<FurtherEntries> = new LazyPart(this, async () => {
    const { FurtherEntries } = await import('./further-entries.js');
    return (this.#entries = new FurtherEntries(this, this.#session));
  });
  #entries: FurtherEntries | undefined;
  readonly #wrong: LazyPart<RefusalView> = new LazyPart(this, () => loadRefusal('record'));

  headingLevel = 2;

  /** In each record, of which kinds of vital signs earlier ones were opened. */
  readonly #openedIn = new WeakMap<OpenRecord, ReadonlySet<string>>();

  /** Prints the page; its styles for print leave out whatever is no part of the record. */
  protected printPage(): void {
    window.print();
  }

  protected override render() {
    const { context, subject } = this.#session;
    if (!context || !subject) {
      return html`
        ${headingView(this.headingLevel, msg('Health summary'))}
        ${noRecordView(this.#session, msg('Sign in to see your health summary.'), pending)}
      `;
    }
    const { value, error } = this.#summary;
    const person = subject.relationship === 'self' ? undefined : subject.displayName;
    return keyed(
      this.#summary.key,
      html`
        ${actingForView(subject)}
        <div class="pw-line">
          ${headingView(
            this.headingLevel,
            person === undefined ? msg('Health summary') : msg(str`Health summary for ${person}`),
          )}
          ${
            value
              ? html`<button class="pw-tertiary" part="print" type="button" @click=${this.#onPrint}>
                  ${iconView(print)} ${msg('Print')}
                </button>`
              : nothing
          }
        </div>
        ${value ? this.#renderSummary(value, context) : nothing}
        ${error === undefined ? nothing : failureNote(error, this.#onRetry)}
        ${value || error !== undefined ? nothing : pending()}
      `,
    );
  }

  #renderSummary(summary: contract.HealthSummary, context: PortalContext) {
    const { locale, policy, faqHref } = context;
    const { patient, correction } = summary;
    const printedAt = formatDate(context.now(), locale, policy.timeZone);
    const href = faqLink(faqHref, 'resources.trusted');
    return html`
      <p>
        ${patientWords(patient, locale)}
        <span class="printed">${msg(str`Printed ${printedAt}.`)}</span>
      </p>
      <div class="parts">
        ${this.#renderList('conditions', msg('Conditions'), summary, context, {
          none: msg('No conditions listed.'),
          noneKnown: msg('No known conditions.'),
          noInformation: msg('The record has no information about conditions.'),
        })}
        ${this.#renderList('allergies', msg('Allergies'), summary, context, {
          none: msg('No allergies listed. Tell us if you have any.'),
          noneKnown: msg('No known allergies.'),
          noInformation: msg(
            'The record has no information about allergies. Tell us if you have any.',
          ),
        })}
        ${this.#renderList('medications', msg('Medications'), summary, context, {
          none: msg('No medications listed.'),
          noneKnown: msg('No known medications.'),
          noInformation: msg('The record has no information about medications.'),
        })}
        ${this.#renderList('immunizations', msg('Immunizations'), summary, context, {
          none: msg('No immunizations listed.'),
          noneKnown: msg('No known immunizations.'),
          noInformation: msg('The record has no information about immunizations.'),
        })}
        ${this.#renderPart('vitals', msg('Vital signs'), [
          this.#renderVitals(summary, context),
          notShownNote(summary.notShown?.vitals, context),
        ])}
      </div>
      <p part="resources" class="pw-muted">
        ${msg(
          '“Learn more” opens MedlinePlus in a new tab. It’s the health library of the National Library of Medicine. It sees the topic you open, and nothing about you.',
        )}
        ${href ? html`<a href=${href}>${msg('Why?')}</a>` : nothing}
      </p>
      ${
        correction.allowed
          ? nothing
          : this.#wrong.renderDetails('wrong', msg('Something wrong?'), false, (view) =>
              view(correction, context, {}),
            )
      }
    `;
  }

  /** A list, or what the record says instead; never that there is nothing where something is not shown. */
  #renderList(
    name: contract.SummaryListName,
    heading: string,
    { absences, notShown, more, [name]: entries }: contract.HealthSummary,
    context: PortalContext,
    words: NoneWords,
  ) {
    const { locale } = context;
    const rest = more?.[name];
    const isEmpty = entries.length === 0 && notShown?.[name] === undefined;
    return this.#renderPart(name, heading, [
      summaryList(name, [...entries, ...(this.#entries?.of(name) ?? [])], locale),
      rest
        ? this.#further.render((further) => further.render(name, entries, rest, locale))
        : nothing,
      absenceView(absences?.[name], isEmpty, words),
      notShownNote(notShown?.[name], context),
    ]);
  }

  #renderPart(name: string, heading: string, content: unknown) {
    return html`<section class="pw-card" part="section">
      ${headingView(Math.min(this.headingLevel + 1, 4), heading, `part-${name}`)} ${content}
    </section>`;
  }

  #renderVitals({ vitals, notShown }: contract.HealthSummary, context: PortalContext) {
    if (vitals.length === 0) {
      return notShown?.vitals === undefined
        ? html`<p class="pw-muted">${msg('No vital signs listed.')}</p>`
        : nothing;
    }
    const { locale } = context;
    return html`<ul role="list">
      ${vitals.map(
        ({ kind, latest, earlierCount }) =>
          html`<li>
            <span>
              <strong>${latest.name}</strong>
              <span class="value">${measurementWords(latest, locale)}</span>
              <span class="facts">${takenWords(latest, context)}</span>
            </span>
            ${trustedLink(latest.name, latest.code, locale)}
            ${
              earlierCount > 0
                ? html`<details
                    part="earlier"
                    @toggle=${(event: Event) => {
                      this.#onToggle(event, kind);
                    }}
                  >
                    <summary>
                      ${
                        earlierCount === 1
                          ? msg('1 earlier reading')
                          : msg(str`${earlierCount} earlier readings`)
                      }
                      <span class="pw-visually-hidden">(${latest.name})</span>
                    </summary>
                    ${
                      this.#opened.has(kind)
                        ? this.#history.render((history) => history.render(kind, latest, context))
                        : nothing
                    }
                  </details>`
                : nothing
            }
          </li>`,
      )}
    </ul>`;
  }

  get #opened(): ReadonlySet<string> {
    const { record } = this.#session;
    return (record && this.#openedIn.get(record)) ?? new Set();
  }

  #onToggle(event: Event, kind: string): void {
    if (!(event.currentTarget as HTMLDetailsElement).open) return;
    const { record } = this.#session;
    if (record) this.#openedIn.set(record, new Set([...this.#opened, kind]));
    this.requestUpdate();
  }

  readonly #onRetry = () => {
    // The button that has the focus goes away.
    this.shadowRoot?.getElementById('heading')?.focus();
    void this.#summary.reload();
  };

  readonly #onPrint = () => {
    this.printPage();
  };
}
