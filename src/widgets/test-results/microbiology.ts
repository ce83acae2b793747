import { html, nothing } from 'lit';
import type { Observation, Result } from '../../contract/record/results.js';
import { msg, str } from '../../locales/localize.js';
import { valueWords } from './value-words.js';
import { recordText } from '../../ui/words/record-text.js';

/** What a laboratory's word for how a germ answers to a drug means for the patient. */
const meanings = (): Readonly<Record<string, string>> => ({
  susceptible: msg('Works'),
  'susceptible, dose dependent': msg('Works at a high enough dose'),
  intermediate: msg('May work'),
  resistant: msg('Doesn’t work'),
  'not susceptible': msg('Doesn’t work'),
});

/** The word may have behind it what was measured: "Resistant (>=32 ug/mL)". */
const answerOf = ({ value }: Observation): string | undefined =>
  value?.kind === 'text'
    ? meanings()[value.text.replace(/\(.*/s, '').trim().toLowerCase()]
    : undefined;

/** How much of a drug keeps a germ from growing (a minimum inhibitory concentration). */
const isConcentration = ({ value }: Observation): boolean =>
  value?.kind === 'quantity' && /^([umµμ]|mc)g\/m?L$/i.test(value.unit ?? '');

/** What grew in a culture, and the drugs that were tried on it. */
interface Growth {
  readonly findings: readonly Observation[];
  readonly drugs: readonly Observation[];
}

/**
 * A culture's observations by what grew: the drugs that were tried stand after their germ. Undefined: no
 * drugs were tried.
 */
export const growthsOf = ({ category, observations }: Result): readonly Growth[] | undefined => {
  if (category !== 'microbiology' || !observations.some(answerOf)) return undefined;
  const growths: { findings: Observation[]; drugs: Observation[] }[] = [];
  for (const observation of observations) {
    const current = growths.at(-1);
    const hasDrugs = current !== undefined && current.drugs.length > 0;
    if (current && (answerOf(observation) || (hasDrugs && isConcentration(observation)))) {
      current.drugs.push(observation);
    } else if (current && !hasDrugs) current.findings.push(observation);
    else growths.push({ findings: [observation], drugs: [] });
  }
  return growths;
};

/** What grew, as the laboratory named it last before the drugs. */
const germOf = ({ findings }: Growth): string | undefined =>
  findings.map(({ value }) => (value?.kind === 'text' ? value.text.trim() : '')).findLast(Boolean);

/** The drugs that were tried on a germ: whether each works, in plain words and in the laboratory's own. */
export const drugTable = (growth: Growth, locale: string) => {
  const { drugs } = growth;
  if (drugs.length === 0) return nothing;
  const germ = germOf(growth);
  const columns = [msg('Does it work?'), msg('Lab’s wording')] as const;
  return html`
    <table role="table" part="susceptibilities">
      <caption>
        ${
          germ === undefined
            ? msg('Which medications work against this germ')
            : msg(str`Which medications work against ${germ}`)
        }
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">${msg('Medication')}</th>
          ${columns.map((label) => html`<th scope="col" role="columnheader">${label}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${drugs.map(
          (drug) => html`
            <tr role="row">
              <th scope="row" role="rowheader">${recordText(drug.name)}</th>
              <td role="cell" data-label=${columns[0]}>${answerOf(drug) ?? ''}</td>
              <td role="cell" data-label=${columns[1]}>
                ${drug.value === null ? '' : valueWords(drug.value, locale)}
              </td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
};
