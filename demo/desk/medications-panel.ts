import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DeskRenewal } from '../../mocks/desk/renewals.js';
import type { UndocumentedMedication } from '../../mocks/desk/medications.js';
import { readPages, typedIn, type Desk, type PatientPanel } from './panel.js';

/** Renewals that wait, and prescriptions from outside that the patient does not see yet. */
export const medicationsPanel: PatientPanel = {
  heading: 'Medications',
  async read(desk, { id }) {
    const { client, pages } = desk;
    const [renewals, { members }, list] = await Promise.all([
      client.call('searchRenewals', { body: { patient: id, limit: 100 } }),
      client.call('listCareTeam', { params: { patient: id } }),
      readPages(pages, (cursor) =>
        client.call('searchUndocumentedMedications', {
          params: { patient: id },
          body: { cursor, limit: 5 },
        }),
      ),
    ]);
    const [{ total }] = list;
    const undocumented = list.flatMap(({ medications }) => medications);
    const physician = members[0]?.name ?? '';
    return html`<h4>Renewals waiting (${renewals.total})</h4>
      <ul class="rows">
        ${repeat(
          renewals.renewals,
          (renewal) => renewal.id,
          (renewal) => html`<li>${renewalForm(desk, renewal, physician)}</li>`,
        )}
      </ul>
      <h4>From outside, not documented (${total})</h4>
      <ul class="rows">
        ${repeat(
          undocumented,
          (medication) => medication.id,
          (medication) => html`<li>${documentForm(desk, medication, physician)}</li>`,
        )}
      </ul>
      ${
        undocumented.length < total
          ? html`<button type="button" @click=${desk.showMore}>Show more medications</button>`
          : nothing
      }`;
  },
};

const renewalForm = (desk: Desk, renewal: DeskRenewal, physician: string) => {
  const { medication, requestedBy, requestedAt, expectedBy } = renewal;
  const { name } = medication;
  return html`<form
    aria-label="Renewal: ${name}"
    @submit=${(event: SubmitEvent) => decide(desk, renewal, typedIn(event))}
  >
    <p>
      <strong>${name}</strong><br />
      ${requestedBy}, ${desk.time(requestedAt)}; answer promised by ${expectedBy}<br />
      ${wishWords(renewal)}
    </p>
    <label>
      Signed by
      <input
        name="by"
        aria-label="Signed by: renewal of ${name}"
        .value=${medication.prescriber ?? physician}
        required
        maxlength="100"
        autocomplete="off"
      />
    </label>
    <label>
      Note to the patient
      <input
        name="note"
        aria-label="Note to the patient: ${name}"
        maxlength="1000"
        autocomplete="off"
      />
    </label>
    <p class="actions">
      <button type="submit" name="decision" value="approve" aria-label="Approve: ${name}">
        Approve
      </button>
      <button type="submit" name="decision" value="deny" aria-label="Deny: ${name}">Deny</button>
    </p>
  </form>`;
};

const wishWords = ({ supplyDays, refills, newAllergies, pharmacy, note }: DeskRenewal): string =>
  [
    `${supplyDays} days, refills: ${refills}`,
    newAllergies === null ? [] : `New allergies: ${newAllergies}`,
    pharmacy === null ? [] : `Pharmacy: ${pharmacy}`,
    note === null ? [] : `Note: ${note}`,
  ]
    .flat()
    .join('. ');

const decide = (
  { client, run }: Desk,
  { id, medication: { name } }: DeskRenewal,
  typed: ReadonlyMap<string, string>,
) => {
  const approved = typed.get('decision') === 'approve';
  return run(
    () =>
      client.call('decideRenewal', {
        params: { renewal: id },
        body: { approved, by: typed.get('by') ?? '', note: typed.get('note') || null },
      }),
    `${name}: ${approved ? 'approved' : 'denied'}.`,
  );
};

const documentForm = (desk: Desk, medication: UndocumentedMedication, physician: string) => {
  const { name, directions, prescriber, prescribedOn } = medication;
  return html`<form
    aria-label="Documentation: ${name}"
    @submit=${(event: SubmitEvent) => document(desk, medication, typedIn(event))}
  >
    <p>
      <strong>${name}</strong><br />
      ${prescriber ?? 'prescriber not known'}, ${prescribedOn ?? 'no date'}<br />
      ${directions ?? 'no directions'}
    </p>
    <label>
      Documented by
      <input
        name="by"
        aria-label="Documented by: ${name}"
        .value=${physician}
        required
        maxlength="100"
        autocomplete="off"
      />
    </label>
    <p class="actions">
      <button type="submit" aria-label="Document: ${name}">Document</button>
    </p>
  </form>`;
};

const document = (
  { client, run }: Desk,
  { id, name }: UndocumentedMedication,
  typed: ReadonlyMap<string, string>,
) =>
  run(
    () =>
      client.call('documentMedication', {
        params: { medication: id },
        body: { by: typed.get('by') ?? '' },
      }),
    `${name}: documented. The patient sees it.`,
  );
