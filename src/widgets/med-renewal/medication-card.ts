import { html, nothing } from 'lit';
import { hasEnded } from '../../contract/record/medication-ended.js';
import type { Medication } from '../../contract/record/medications.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { formatPartialDay } from '../../ui/format.js';
import { recordText } from '../../ui/words/record-text.js';
import { headingView } from '../../ui/heading.js';
import { medicationRefusals } from '../../ui/refusals/medication-refusals.js';
import { refusalView } from '../../ui/refusals/refusal-note.js';
import { callLink } from '../../ui/call-link.js';
import { cardId } from './card-id.js';
import { refillWords, stateChip, supplyWords } from './medication-words.js';
import { renewalOutlook, viewOnly } from './renewal-outlook.js';

/** What the cards of a list have in common. */
export interface Cards {
  readonly context: PortalContext;
  /** Of a medication's name. */
  readonly headingLevel: number;
  /** Listens to the buttons; their `value` is the medication's id. */
  readonly onRenew: (event: Event) => void;
  /** Name of who has signed in. */
  readonly account: string;
  /** The form, where it is open for this medication. */
  readonly formOf: (medication: Medication) => unknown;
  /** That it is not known whether a request for it has arrived. */
  readonly unknownOutcomeOf: (medication: Medication) => unknown;
}

/** The cards of a list. Fetched with the first medication. */
export const medicationCards = (medications: readonly Medication[], cards: Cards) =>
  html`<ul class="pw-cards" role="list">
    ${medications.map((medication) => medicationCard(medication, cards))}
  </ul>`;

/** One medication: what the record says of it, and whether it can be renewed or why not. */
const medicationCard = (medication: Medication, cards: Cards) => {
  const { context, headingLevel, account, formOf, unknownOutcomeOf } = cards;
  return html`
    <li class="pw-card" part="medication" id=${cardId(medication.id)}>
      <div class="head">
        ${headingView(headingLevel, recordText(medication.name), `name-${medication.id}`)}
        ${stateChip(medication, context.locale)}
      </div>
      ${
        medication.status === 'on-hold'
          ? html`<p>
              <strong>${msg('Don’t take this for now unless your doctor tells you to.')}</strong>
            </p>`
          : nothing
      }
      <p>
        ${medication.directions === null ? msg('See the label for directions, or ask your pharmacy.') : recordText(medication.directions)}
      </p>
      ${facts(medication, context)} ${renewalOutlook(medication, account, context)}
      ${unknownOutcomeOf(medication)} ${formOf(medication) ?? renewButton(medication, cards)}
    </li>
  `;
};

/** What the record does not say is left out. */
const facts = (medication: Medication, { locale }: PortalContext) => {
  const { prescriber, prescribedOn, takenSince, supplyDays, refillsRemaining, pharmacy } =
    medication;
  const rows: [name: string, words: unknown][] = [
    [msg('Prescribed by'), prescriber],
    [msg('Prescribed on'), prescribedOn && formatPartialDay(prescribedOn, locale)],
    [msg('Taken since'), takenSince && formatPartialDay(takenSince, locale)],
    [msg('Days’ supply'), supplyDays && supplyWords(supplyDays)],
    [msg('Refills left'), prescriber && !hasEnded(medication) && refillWords(refillsRemaining)],
    [msg('Pharmacy'), pharmacy && html`${pharmacy.name}, ${callLink(pharmacy.phone)}`],
  ];
  return html`<dl part="facts">
    ${rows.map(([name, words]) =>
      words
        ? html`<div>
            <dt>${name}</dt>
            <dd>${words}</dd>
          </div>`
        : nothing,
    )}
  </dl>`;
};

const renewButton = (medication: Medication, { onRenew }: Cards) =>
  medication.renewable.allowed
    ? html`<button
        class="pw-primary"
        part="renew"
        type="button"
        value=${medication.id}
        aria-label=${msg(str`Request a renewal: ${medication.name}`)}
        @click=${onRenew}
      >
        ${msg('Request a renewal')}
      </button>`
    : nothing;

/** Why nothing in the record can be asked for: told once, above the list. */
export const viewOnlyNote = ([first]: readonly Medication[], context: PortalContext) =>
  first && !first.renewable.allowed && first.renewable.rule === viewOnly
    ? refusalView(medicationRefusals)(first.renewable, context, {})
    : nothing;
