import { html, nothing } from 'lit';
import { analyteOf, observationName } from '../../contract/record/analyte.js';
import type { Observation, Result } from '../../contract/record/results.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { trend } from '../../ui/generated/icons.js';
import { iconView } from '../../ui/icon.js';
import { callLink } from '../../ui/call-link.js';
import { localized } from '../../ui/words/policy-words.js';
import { noteView } from '../../ui/note.js';
import { incompleteNote } from '../../ui/not-shown.js';
import { drugTable, growthsOf } from './microbiology.js';
import { flagView, rangeOf, valueView } from './observation-views.js';
import { rangeBarView } from './range-bar.js';
import type { Trend } from './result-reader.js';
import { collectedWords, dateWords, momentWords, statusWords } from './result-words.js';
import { recordText } from '../../ui/words/record-text.js';

/** What can be done from a result, besides reading it. */
export interface ResultActions {
  /** Shows an analyte of it over the years. */
  readonly onTrend: (trend: Trend) => void;
}

/** All that the record says of one result. Fetched with the first result that somebody opens. */
export const resultDetail = (result: Result, context: PortalContext, actions: ResultActions) => {
  const growths = growthsOf(result);
  return html`
    ${criticalNote(result, context)}
    <p class="pw-muted">
      ${collectedWords(result, context)}${result.orderedBy === null ? nothing : html` · ${result.orderedBy}`}
    </p>
    ${physicianNote(result, context)} ${statusNote(result, context)} ${missingNote(result, context)}
    ${
      growths
        ? growths.map(
            (growth) => html`
              ${observationTable(result.name, growth.findings, context, actions)}
              ${drugTable(growth, context.locale)}
            `,
          )
        : observationTable(result.name, diagnosisFirst(result), context, actions)
    }
  `;
};

/** Says that part of a result is missing, or all of it: never an empty page. */
const missingNote = (
  { incomplete, observations, documents = [], status }: Result,
  context: PortalContext,
) => {
  if (incomplete) return incompleteNote(msg('We can’t show part of this result here.'), context);
  return observations.length + documents.length === 0 && status !== 'cancelled'
    ? incompleteNote(msg('This result came to us without values.'), context)
    : nothing;
};

const day = 86_400_000;

/** For so long after it was reported, a critical value may still be waiting for somebody to act on it. */
const urgentDays = 30;

/** Whom to call about a critical value, before all else. */
const criticalNote = (
  { observations, reportedAt, collectedAt }: Result,
  { policy, locale, now }: PortalContext,
) => {
  if (!observations.some(({ interpretation }) => interpretation?.startsWith('critical'))) {
    return nothing;
  }
  const at = reportedAt ?? collectedAt;
  const isOld = at !== null && now() - Date.parse(at) > urgentDays * day;
  const office = localized(policy.terms.office, locale);
  const phone = callLink(policy.support.officePhone);
  return isOld
    ? noteView({
        tone: 'warning',
        heading: msg('This result had a critical value.'),
        text: html`${msg(str`If no one has talked with you about it, call your ${office}:`)}
        ${phone}`,
      })
    : noteView({
        tone: 'emergency',
        heading: msg('This result has a critical value.'),
        text: html`${msg(str`Call your ${office} now:`)} ${phone}`,
        steps: [
          html`${msg('If you feel very sick, call')} ${callLink(policy.messages.emergencyNumber)}`,
        ],
      });
};

/** What a pathologist concluded stands before what was seen. */
const diagnosisFirst = ({ category, observations }: Result): readonly Observation[] =>
  category === 'pathology'
    ? observations.toSorted((a, b) => Number(isDiagnosis(b)) - Number(isDiagnosis(a)))
    : observations;

const isDiagnosis = ({ name }: Observation): boolean => /diagnos/i.test(name);

/** What became of a result that is not simply final. */
const statusNote = ({ status, correction }: Result, context: PortalContext) => {
  const headings = {
    final: '',
    amended: msg('This result was updated.'),
    corrected: msg('This result was corrected.'),
    cancelled: msg('This test was canceled, so it has no values.'),
  };
  const heading = headings[status];
  if (!heading) return nothing;
  const { text = '', correctedAt = null } = correction ?? {};
  return noteView({
    heading,
    text: correctedAt ? `${dateWords(correctedAt, context)}: ${text}` : text,
  });
};

/** Dates, people and places: closed on the screen, whole on paper. */
export const resultFacts = (result: Result, context: PortalContext) => {
  const unknown = msg('Not given');
  const rows = [
    [msg('Status'), statusWords()[result.status]],
    [msg('Collected'), collectedWords(result, context)],
    [msg('Reported'), dateWords(result.reportedAt, context)],
    [msg('Ordered by'), result.orderedBy ?? unknown],
    [msg('Lab'), result.laboratory ?? unknown],
    [msg('Specimen'), result.specimen ?? unknown],
  ];
  const list = html`<dl>
    ${rows.map(
      ([name, words]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${words}</dd>
        </div>`,
    )}
  </dl>`;
  return html`
    <details part="facts">
      <summary>${msg('Lab, specimen, and dates')}</summary>
      ${list}
    </details>
    <div class="printed">${list}</div>
  `;
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
                ${recordText(observationName(observation))}${ownTime(observation, context)}
              </th>
              ${
                isWide(observation)
                  ? html`<td role="cell" colspan="3">
                      ${valueView(observation, locale)} ${flagView(observation)}
                    </td>`
                  : html`
                      <td role="cell">
                        <div class="value">
                          <div>${valueView(observation, locale)}</div>
                          ${trendButton(observation, onTrend)}
                        </div>
                      </td>
                      <td role="cell" data-label=${labels[1]}>
                        ${rangeOf(observation, locale)} ${rangeBarView(observation)}
                      </td>
                      <td role="cell">${flagView(observation)}</td>
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
  return html`<button
    class="pw-tertiary trend"
    type="button"
    value=${analyte}
    aria-label=${msg(str`${name} over time`)}
    @click=${onClick}
  >
    ${iconView(trend)} ${msg('Over time')}
  </button>`;
};

/** What has no range to stand beside: no value, or words such as what a radiologist saw. */
const isWide = ({ value, referenceRange }: Observation): boolean =>
  !value || (value.kind === 'text' && !referenceRange);

const physicianNote = ({ note }: Result, context: PortalContext) =>
  note
    ? noteView({
        heading: msg(str`Note from ${note.author}, ${dateWords(note.writtenAt, context)}`),
        text: html`<span class="narrative">${recordText(note.text)}</span>`,
      })
    : nothing;
