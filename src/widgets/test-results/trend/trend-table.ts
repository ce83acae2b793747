import { html } from 'lit';
import type { DatedObservation } from '../../../contract/record/results.js';
import { msg } from '../../../locales/localize.js';
import { flagView, rangeOf, valueView } from '../observation-views.js';
import type { WhenWords } from './when-words.js';

/** The same facts as in the chart, and those that no chart can show; each as its laboratory printed it. */
export const trendTable = (
  observations: readonly DatedObservation[],
  name: string,
  when: WhenWords,
  locale: string,
) => {
  const columns = [msg('Result'), msg('Normal range'), msg('High or low'), msg('Lab')] as const;
  return html`
    <table role="table" part="measurements">
      <caption class="pw-visually-hidden">
        ${name}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">${msg('Collected')}</th>
          ${columns.map((label) => html`<th scope="col" role="columnheader">${label}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${observations.map(
          (observation) => html`
            <tr role="row">
              <th scope="row" role="rowheader" tabindex="-1">${when(observation)}</th>
              <td role="cell" data-label=${columns[0]}>${valueView(observation, locale)}</td>
              <td role="cell" data-label=${columns[1]}>${rangeOf(observation, locale)}</td>
              <td role="cell" data-label=${columns[2]}>${flagView(observation)}</td>
              <td role="cell" data-label=${columns[3]}>
                ${observation.laboratory ?? msg('Not given')}
              </td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
};
