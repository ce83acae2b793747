import { html, nothing } from 'lit';
import type { Medication } from '../../contract/medications.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { formatDay } from '../../ui/format.js';
import { headingView } from '../../ui/heading.js';
import { callLink } from '../../ui/next-step.js';
import { medicationRefusal } from '../../ui/refusals/medication-refusal.js';
import { hasEnded, refillWords, statusWords, supplyWords } from './medication-words.js';
import { renewalState } from './renewal-state.js';

/** What the cards of a list have in common. */
export interface Cards {
  readonly context: PortalContext;
  /** Name of who has signed in. */
  readonly account: string;
  /** Of a medication's name. */
  readonly headingLevel: number;
  /** Listens to the buttons; their `value` is the medication's id. */
  readonly onRenew: (event: Event) => void;
  /** The form, where it is open for this medication. */
  readonly formOf: (medication: Medication) => unknown;
}

/** One medication: what the record says of it, and whether it can be renewed or why not. */
export const medicationCard = (medication: Medication, cards: Cards) => {
  const { context, account, headingLevel } = cards;
  const status = statusWords(medication, context.locale);
  return html`
    <li class="card" part="medication" id=${cardId(medication.id)}>
      ${headingView(headingLevel, medication.name, `name-${medication.id}`)}
      ${status ? html`<p class="status">${status}</p>` : nothing}
      ${medication.directions ? html`<p>${medication.directions}</p>` : nothing}
      ${facts(medication, context)} ${renewalState(medication, account, context)}
      ${cards.formOf(medication) ?? action(medication, cards)}
    </li>
  `;
};

/** The id of a medication's card. */
export const cardId = (medicationId: string): string => `medication-${medicationId}`;

/** What the record does not say is left out. */
const facts = (medication: Medication, { locale }: PortalContext) => {
  const { prescriber, prescribedOn, supplyDays, refillsRemaining, pharmacy } = medication;
  const rows: [name: string, words: unknown][] = [
    [msg('Prescribed by'), prescriber],
    [msg('Prescribed on'), prescribedOn && formatDay(prescribedOn, locale)],
    [msg('One fill lasts'), supplyDays && supplyWords(supplyDays)],
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

const action = (medication: Medication, { context, onRenew }: Cards) => {
  const { id, name, renewable, lastRenewal } = medication;
  const isPending = lastRenewal?.status === 'pending';
  if (renewable.allowed) {
    // Just asked for: what was read before does not know it yet.
    if (isPending) return nothing;
    return html`<button
      part="renew"
      type="button"
      value=${id}
      aria-label=${msg(str`Ask for a renewal: ${name}`)}
      @click=${onRenew}
    >
      ${msg('Ask for a renewal')}
    </button>`;
  }
  const { rule } = renewable;
  // Told once above the list, and with the request that waits.
  if (rule === viewOnly || (rule === 'renewal.one-pending' && isPending)) return nothing;
  return medicationRefusal(hasEnded(medication))(renewable, context, {});
};

/** The rule by which nothing in the record can be asked for: it is no reason of one medication. */
export const viewOnly = 'proxy.friends-and-family';
