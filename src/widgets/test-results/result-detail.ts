import { html, nothing } from 'lit';
import { analyteOf, observationName } from '../../contract/record/analyte.js';
import type { Observation, Result } from '../../contract/record/results.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { noteView } from '../../ui/note.js';
import { incompleteNote } from '../../ui/not-shown.js';
import { drugTable, growthsOf } from './microbiology.js';
import { flagView, rangeOf, valueView } from './observation-views.js';
import type { Trend } from './result-reader.js';
import { dateWords, momentWords, statusWords } from './result-words.js';

/** What can be done from a result, besides reading it. */
export interface ResultActions {
  /** Shows an analyte of it over the years. */
  readonly onTrend: (trend: Trend) => void;
}

/** All that the record says of one result. Fetched with the first result that somebody opens. */
export const resultDetail = (result: Result, context: PortalContext, actions: ResultActions) => {
  const growths = growthsOf(result);
  return html`
    ${statusNote(result, context)}
    ${result.incomplete ? incompleteNote(msg('A part of this result can’t be shown here.'), context) : nothing}
    ${facts(result, context)}
    ${
      growths
        ? growths.map(
            (growth) => html`
              ${observationTable(result.name, growth.findings, context, actions)}
              ${drugTable(growth, context.locale)}
            `,
          )
        : observationTable(result.name, result.observations, context, actions)
    }
    ${physicianNote(result, context)}
  `;
};

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

const observationTable = (
  name: string,
  observations: readonly Observation[],
  context: PortalContext,
  { onTrend }: ResultActions,
) => {
  const { locale } = context;
  if (observations.length === 0) return nothing;
  const labels = [msg('Result'), msg('Normal range'), msg('High or low')] as const;
  // A report in words alone has nothing to put under the other two.
  const columns = observations.every(isWide) ? [labels[0]] : labels;
  return html`
    <table role="table" part="observations">
      <caption class="pw-visually-hidden">
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
              <th scope="row" role="rowheader">
                ${observationName(observation)}${ownTime(observation, context)}
              </th>
              ${
                isWide(observation)
                  ? html`<td role="cell" colspan="3">
                      ${valueView(observation, locale)} ${flagView(observation)}
                    </td>`
                  : html`
                      <td role="cell" data-label=${labels[0]}>
                        ${valueView(observation, locale)} ${trendButton(observation, onTrend)}
                      </td>
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

/** When it was taken, if not with the rest. */
const ownTime = ({ takenAt }: Observation, context: PortalContext) =>
  takenAt === undefined
    ? nothing
    : html`<div class="pw-muted">${momentWords(takenAt, context)}</div>`;

/** What is measured the same each time can be looked at over the years. */
const trendButton = (observation: Observation, onTrend: ResultActions['onTrend']) => {
  const analyte = analyteOf(observation);
  const name = observationName(observation);
  const onClick = () => {
    onTrend({ analyte, name });
  };
  return html`<div>
    <button
      class="open trend"
      type="button"
      value=${analyte}
      aria-label=${msg(str`${name} over time`)}
      @click=${onClick}
    >
      ${msg('Over time')}
    </button>
  </div>`;
};

/** What has no range to stand beside: no value, or words such as what a radiologist saw. */
const isWide = ({ value, referenceRange }: Observation): boolean =>
  !value || (value.kind === 'text' && !referenceRange);

const physicianNote = ({ note }: Result, context: PortalContext) =>
  note
    ? noteView({
        heading: msg(str`Note from ${note.author}, ${dateWords(note.writtenAt, context)}`),
        text: html`<span class="narrative">${note.text}</span>`,
      })
    : nothing;
