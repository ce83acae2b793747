import { html, nothing, type TemplateResult } from 'lit';
import type { Coding } from '../../contract/fields.js';
import type {
  Absence,
  Allergy,
  Condition,
  HealthSummary,
  Immunization,
  SummaryListName,
  SummaryPage,
} from '../../contract/record/record.js';
import { msg, str } from '../../locales/localize.js';
import { chipView } from '../../ui/chip.js';
import { formatDay, formatPartialDay } from '../../ui/format.js';
import { trustedHref } from './trusted-link.js';
import { recordText } from '../../ui/words/record-text.js';

/** A line of the summary: what it is, and what the record says of it. */
interface Line {
  readonly name: string;
  readonly code: Coding | null;
  /** How grave it is, beside the name. */
  readonly chip?: TemplateResult | null;
  readonly facts?: readonly (string | null)[];
}

/** What is said of a part of which nothing is listed. */
export interface NoneWords {
  readonly none: string;
  readonly noneKnown: string;
  readonly noInformation: string;
}

/** An entry of any list. */
export type SummaryEntry = SummaryPage['entries'][number];

/** What the record says instead of a list, or of what is not in it. */
export const absenceView = (
  absence: Absence | undefined,
  isEmpty: boolean,
  { none, noneKnown, noInformation }: NoneWords,
) => {
  const { kind = null, parts = [] } = absence ?? {};
  const words = { 'none-known': noneKnown, 'no-information': noInformation };
  const whole = kind === null ? none : words[kind];
  // That a part is known to be none says enough, where nothing is said of the whole.
  const isSaid = isEmpty && (kind !== null || parts.length === 0);
  return [...(isSaid ? [whole] : []), ...parts].map(
    (each) => html`<p class="pw-muted">${each}</p>`,
  );
};

/** Selects an entry by its place in a list, counted from 1. */
export const entryAt = (list: SummaryListName, place: number): string =>
  `#list-${list} > :nth-child(${place})`;

/** One list of the summary. */
export const summaryList = (
  list: SummaryListName,
  entries: readonly SummaryEntry[],
  locale: string,
) =>
  entries.length === 0
    ? nothing
    : html`<ul id="list-${list}" role="list">
        ${entries.map((entry) => {
          const { name, code, chip, facts = [] } = lineOf(list, entry, locale);
          const words = facts.filter(Boolean).join('. ');
          return html`<li tabindex="-1">
            <span
              ><strong>${recordText(name)}</strong>
              ${chip ?? nothing}${words ? html`<span class="facts">${words}</span>` : nothing}</span
            >
            ${trustedLink(name, code, locale)}
          </li>`;
        })}
      </ul>`;

/** A plain link: nothing is sent before somebody follows it, and then nothing but the code and the language. */
export const trustedLink = (name: string, code: Coding | null, locale: string) => {
  const href = trustedHref(code, locale);
  return href === null
    ? nothing
    : html`<a
        part="trusted"
        href=${href}
        target="_blank"
        rel="noopener noreferrer"
        referrerpolicy="no-referrer"
        aria-label=${msg(str`Learn more about ${name} at MedlinePlus, in a new tab`)}
        >${msg('Learn more')}</a
      >`;
};

const conditionLine = (
  { name, code, status, certainty, severity, onsetOn, resolvedOn }: Condition,
  locale: string,
): Line => {
  const since = onsetOn && msg(str`Since ${formatPartialDay(onsetOn, locale)}`);
  const over = resolvedOn
    ? msg(str`Resolved ${formatPartialDay(resolvedOn, locale)}`)
    : msg('Resolved');
  const doubt = certainty ? certaintyWords()[certainty] : null;
  return { name, code, facts: [doubt, severity ?? null, status === 'resolved' ? over : since] };
};

/** That it is not sure, before anything else is said of it. */
const certaintyWords = (): Readonly<Record<NonNullable<Condition['certainty']>, string>> => ({
  differential: msg('Possible: one of several causes being checked'),
  provisional: msg('Likely, not confirmed yet'),
  unconfirmed: msg('Not confirmed'),
});

const allergyLine = (
  { substance, code, reactions, severity, criticality, certainty, notedOn }: Allergy,
  locale: string,
): Line => ({
  name: substance,
  code,
  chip: severity && chipView(severityWords()[severity], severityTones[severity]),
  facts: [
    certainty ? certaintyWords()[certainty] : null,
    reactions.length > 0 ? new Intl.ListFormat(locale).format(reactions) : null,
    criticality === 'high' ? msg('A reaction could be dangerous') : null,
    notedOn && msg(str`Noted ${formatPartialDay(notedOn, locale)}`),
  ],
});

const severityTones = { mild: undefined, moderate: 'warning', severe: 'danger' } as const;

const severityWords = (): Readonly<Record<NonNullable<Allergy['severity']>, string>> => ({
  mild: msg('Mild'),
  moderate: msg('Moderate'),
  severe: msg('Severe'),
});

const immunizationLine = ({ name, code, givenOn }: Immunization, locale: string): Line => ({
  name,
  code,
  facts: [givenOn && msg(str`Given ${formatPartialDay(givenOn, locale)}`)],
});

const lines = {
  conditions: conditionLine,
  allergies: allergyLine,
  immunizations: immunizationLine,
  medications: (medication: HealthSummary['medications'][number]): Line => medication,
};

/** The compiler does not see that an entry is of its list. */
const lineOf = (list: SummaryListName, entry: SummaryEntry, locale: string): Line =>
  (lines[list] as (entry: SummaryEntry, locale: string) => Line)(entry, locale);

/** Who the summary is of: "Rosa Delgado. Born Apr 2, 1983. Female." */
export const patientWords = (
  { name, birthDate, sex }: HealthSummary['patient'],
  locale: string,
): string => {
  const sexes = { female: msg('Female'), male: msg('Male'), other: msg('Other sex'), unknown: '' };
  const facts = [name, birthDate && msg(str`Born ${formatDay(birthDate, locale)}`), sexes[sex]];
  return `${facts.filter(Boolean).join('. ')}.`;
};
