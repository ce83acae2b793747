import { html, nothing } from 'lit';
import type { Observation, Result, ResultValue } from '../../contract/results.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { noteView } from '../../ui/note.js';
import { rangeWords } from './reference-range.js';
import { dateWords, statusWords } from './result-words.js';
import { flagWords, valueWords } from './value-words.js';

/** All that the record says of one result. Fetched with the first result that somebody opens. */
export const resultDetail = (result: Result, context: PortalContext) => html`
  ${statusNote(result, context)} ${facts(result, context)}
  ${result.observations.length > 0 ? observationTable(result, context) : nothing}
  ${physicianNote(result, context)}
`;

/** What became of a result that is not simply final. */
const statusNote = ({ status, correction }: Result, context: PortalContext) => {
  const headings = {
    final: '',
    amended: msg('Something was added to this result later.'),
    corrected: msg('This result was corrected.'),
    cancelled: msg('This test was canceled. It has no values.'),
  };
  const heading = headings[status];
  if (!heading) return nothing;
  const { text = '', correctedAt = null } = correction ?? {};
  return noteView({
    heading,
    text: correctedAt ? `${dateWords(correctedAt, context)}: ${text}` : text,
  });
};

const facts = (result: Result, context: PortalContext) => {
  const unknown = msg('Not given');
  const rows = [
    [msg('Status'), statusWords()[result.status]],
    [msg('Collected'), dateWords(result.collectedAt, context)],
    [msg('Reported'), dateWords(result.reportedAt, context)],
    [msg('Ordered by'), result.orderedBy ?? unknown],
    [msg('Lab'), result.laboratory ?? unknown],
    [msg('Specimen'), result.specimen ?? unknown],
  ];
  return html`<dl part="facts">
    ${rows.map(
      ([name, words]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${words}</dd>
        </div>`,
    )}
  </dl>`;
};

const observationTable = ({ name, observations }: Result, { locale }: PortalContext) => {
  const labels = [msg('Result'), msg('Normal range'), msg('High or low')] as const;
  // A report in words alone has nothing to put under the other two.
  const columns = observations.every(isWide) ? [labels[0]] : labels;
  return html`
    <table role="table" part="observations">
      <caption class="visually-hidden">
        ${name}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">${msg('Test')}</th>
          ${columns.map(
            (label) =>
              html`<th scope="col" role="columnheader" colspan=${columns.length === 1 ? 3 : 1}>
                ${label}
              </th>`,
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${observations.map(
          (observation) => html`
            <tr role="row">
              <th scope="row" role="rowheader">${observation.name}</th>
              ${
                isWide(observation)
                  ? html`<td role="cell" colspan="3">
                      ${valueView(observation, locale)} ${flagView(observation)}
                    </td>`
                  : html`
                      <td role="cell" data-label=${labels[0]}>${valueView(observation, locale)}</td>
                      <td role="cell" data-label=${labels[1]}>${rangeOf(observation, locale)}</td>
                      <td role="cell" data-label=${labels[2]}>${flagView(observation)}</td>
                    `
              }
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
};

/** What has no range to stand beside: no value, or words such as what a radiologist saw. */
const isWide = ({ value, referenceRange }: Observation): boolean =>
  !value || (value.kind === 'text' && !referenceRange);

const valueView = ({ value, absentReason, previousValue }: Observation, locale: string) => {
  const words = (each: ResultValue) =>
    html`<span class="narrative">${valueWords(each, locale)}</span>`;
  return html`
    ${value ? words(value) : (absentReason ?? msg('No value'))}
    ${
      previousValue
        ? html`<div class="muted">${msg('Before the correction:')} ${words(previousValue)}</div>`
        : nothing
    }
  `;
};

const rangeOf = ({ value, referenceRange }: Observation, locale: string) =>
  rangeWords(referenceRange, value?.kind === 'quantity' ? value.unit : null, locale);

const flagView = ({ interpretation }: Observation) => {
  if (interpretation === null) return nothing;
  const { words, mark } = flagWords(interpretation);
  return html`<span class="flag ${interpretation}">
    <span aria-hidden="true">${mark}</span> ${words}
  </span>`;
};

const physicianNote = ({ note }: Result, context: PortalContext) =>
  note
    ? noteView({
        heading: msg(str`Note from ${note.author}, ${dateWords(note.writtenAt, context)}`),
        text: html`<span class="narrative">${note.text}</span>`,
      })
    : nothing;
