import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DeskResult } from '../../mocks/desk/results.js';
import type { Observation, ResultValue } from '../../src/contract/record/results.js';
import { readPages, typedIn, type Desk, type PatientPanel } from './panel.js';

/** What the patient sees and does not see yet; reviewing and correcting it. */
export const resultsPanel: PatientPanel = {
  heading: 'Results',
  async read(desk, { id }) {
    const { client, pages } = desk;
    const params = { patient: id };
    const [waiting, list] = await Promise.all([
      client.call('searchPatientResults', { params, body: { reviewed: false, limit: 100 } }),
      readPages(pages, (cursor) =>
        client.call('searchPatientResults', { params, body: { reviewed: true, cursor, limit: 5 } }),
      ),
    ]);
    const [{ total }] = list;
    const reviewed = list.flatMap(({ results }) => results);
    const correction = desk.opened === null ? nothing : await readCorrection(desk, desk.opened);
    return html`<h4>Waiting for a physician’s review (${waiting.total})</h4>
      ${listOf(desk, waiting.results)}
      <h4>Reviewed (${total})</h4>
      ${listOf(desk, reviewed)}
      ${
        reviewed.length < total
          ? html`<button type="button" @click=${desk.showMore}>Show more results</button>`
          : nothing
      }
      ${correction}`;
  },
};

const listOf = (desk: Desk, results: readonly DeskResult[]) =>
  html`<ul class="rows">
    ${repeat(
      results,
      ({ id }) => id,
      (result) =>
        html`<li>
          <span>
            <strong>${result.name}</strong><br />
            ${result.collectedAt ? desk.time(result.collectedAt) : 'no date'}, ${result.status},
            ${releaseWords(desk, result)}
          </span>
          <span class="actions">
            ${
              result.reviewed
                ? nothing
                : html`<button
                    type="button"
                    aria-label="Mark as reviewed: ${result.name}"
                    @click=${() => review(desk, result)}
                  >
                    Mark as reviewed
                  </button>`
            }
            ${
              result.correctable
                ? html`<button
                    type="button"
                    aria-label="Correct ${result.name}"
                    @click=${() => desk.open(result.id)}
                  >
                    Correct
                  </button>`
                : nothing
            }
          </span>
        </li>`,
    )}
  </ul>`;

const releaseWords = ({ time }: Desk, { release }: DeskResult): string => {
  if (release.allowed) return 'the patient sees it';
  const at = release.next.find(({ action }) => action === 'wait')?.at;
  return `not shown${at ? ` before ${time(at)}` : ''} (${release.rule})`;
};

const review = ({ client, run }: Desk, { id, name }: DeskResult) =>
  run(() => client.call('reviewResult', { params: { result: id } }), `${name}: reviewed.`);

const readCorrection = async (desk: Desk, id: string): Promise<TemplateResult> => {
  const result = await desk.client.call('getDeskResult', { params: { result: id } });
  return html`<form
    aria-labelledby="correction"
    @submit=${(event: SubmitEvent) => correct(desk, result, typedIn(event))}
  >
    <h4 id="correction" data-opened tabindex="-1">Correct ${result.name}</h4>
    <label>
      Value
      <select name="observation">
        ${result.observations.map(
          (observation) =>
            html`<option value=${observation.id}>
              ${observation.name}: ${valueWords(observation.value)}
            </option>`,
        )}
      </select>
    </label>
    <label>Should be <input name="value" required autocomplete="off" /></label>
    <label>
      What was wrong, for the patient
      <input name="text" required maxlength="1000" autocomplete="off" />
    </label>
    <p class="actions">
      <button type="submit">Correct it</button>
      <button type="button" @click=${() => desk.open(null)}>Cancel</button>
    </p>
  </form>`;
};

const correct = async (
  { client, run, open }: Desk,
  { id, name, observations }: DeskResult & { readonly observations: readonly Observation[] },
  typed: ReadonlyMap<string, string>,
): Promise<void> => {
  const observation = typed.get('observation') ?? '';
  const before = observations.find((each) => each.id === observation)?.value ?? null;
  await run(
    () =>
      client.call('correctResult', {
        params: { result: id },
        body: {
          observation,
          value: valueFrom(typed.get('value') ?? '', before),
          text: typed.get('text') ?? '',
        },
      }),
    () => {
      open(null);
      return `${name}: corrected. The value before stays with it.`;
    },
  );
};

/** A number stays one of the unit that it was in. */
const valueFrom = (text: string, before: ResultValue | null): ResultValue => {
  const value = Number(text);
  return before?.kind === 'quantity' && Number.isFinite(value)
    ? { kind: 'quantity', value, comparator: null, unit: before.unit }
    : { kind: 'text', text };
};

const valueWords = (value: ResultValue | null): string => {
  if (value === null) return 'no value';
  if (value.kind === 'text') return value.text;
  return `${value.comparator ?? ''}${value.value} ${value.unit ?? ''}`.trim();
};
