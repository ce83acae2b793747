import { html, nothing } from 'lit';
import type { Coding } from '../../contract/fields.js';
import type { Allergy, Condition, HealthSummary, Immunization } from '../../contract/record.js';
import { msg, str } from '../../locales/localize.js';
import { formatDay } from '../../ui/format.js';
import { trustedHref } from './trusted-link.js';

/** A line of the summary: what it is, and what the record says of it. */
interface Line {
  readonly name: string;
  readonly code: Coding | null;
  readonly facts?: readonly (string | null)[];
}

/** The lines of one part of the summary, or that there are none. */
export const summaryList = (lines: readonly Line[], none: string, locale: string) =>
  lines.length === 0
    ? html`<p>${none}</p>`
    : html`<ul role="list">
        ${lines.map(({ name, code, facts = [] }) => {
          const words = facts.filter(Boolean).join('. ');
          return html`<li>
            <span
              ><strong>${name}</strong
              >${words ? html`<span class="facts">${words}</span>` : nothing}</span
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

export const conditionLine = (
  { name, code, status, onsetOn, resolvedOn }: Condition,
  locale: string,
): Line => {
  const since = onsetOn && msg(str`Since ${formatDay(onsetOn, locale)}`);
  const over = resolvedOn ? msg(str`Over since ${formatDay(resolvedOn, locale)}`) : msg('Over');
  return { name, code, facts: status === 'resolved' ? [over] : [since] };
};

export const allergyLine = (
  { substance, code, reactions, severity, notedOn }: Allergy,
  locale: string,
): Line => ({
  name: substance,
  code,
  facts: [
    reactions.length > 0 ? new Intl.ListFormat(locale).format(reactions) : null,
    severity && severityWords()[severity],
    notedOn && msg(str`Noted ${formatDay(notedOn, locale)}`),
  ],
});

const severityWords = (): Readonly<Record<NonNullable<Allergy['severity']>, string>> => ({
  mild: msg('Mild'),
  moderate: msg('Moderate'),
  severe: msg('Severe'),
});

export const immunizationLine = ({ name, code, givenOn }: Immunization, locale: string): Line => ({
  name,
  code,
  facts: [givenOn && msg(str`Given ${formatDay(givenOn, locale)}`)],
});

/** Who the summary is of: "Rosa Delgado. Born Apr 2, 1983. Female." */
export const patientWords = (
  { name, birthDate, sex }: HealthSummary['patient'],
  locale: string,
): string => {
  const sexes = { female: msg('Female'), male: msg('Male'), other: msg('Other sex'), unknown: '' };
  const facts = [name, birthDate && msg(str`Born ${formatDay(birthDate, locale)}`), sexes[sex]];
  return `${facts.filter(Boolean).join('. ')}.`;
};
