import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DeskPatient } from '../../mocks/desk/patients.js';
import type { DeskClient } from './desk-client.js';
import { readPages, typedIn } from './panel.js';

/** Which patients are listed. */
export interface PatientSearch {
  /** Words of the name. */
  readonly text: string;
  readonly pages: number;
}

interface Chooser {
  search(search: PatientSearch): void;
  pick(id: string): void;
}

/** Everybody who is found, to pick one. */
export const patientList = async (
  client: DeskClient,
  search: PatientSearch,
  picked: string | null,
): Promise<(chooser: Chooser) => TemplateResult> => {
  const list = await readPages(search.pages, (cursor) =>
    client.call('searchPatients', { body: { text: search.text, cursor, limit: 10 } }),
  );
  const [{ total }] = list;
  const patients = list.flatMap((page) => page.patients);
  return (chooser) =>
    html`<form
        role="search"
        @submit=${(event: SubmitEvent) =>
          chooser.search({ text: typedIn(event).get('text') ?? '', pages: 1 })}
      >
        <label>Name <input name="text" type="search" maxlength="100" autocomplete="off" /></label>
        <p class="actions"><button type="submit">Find</button></p>
      </form>
      <p>${total === 1 ? '1 patient' : `${total} patients`}</p>
      <ul class="rows">
        ${repeat(
          patients,
          ({ id }) => id,
          (patient) =>
            html`<li>
              <button
                type="button"
                aria-pressed=${patient.id === picked ? 'true' : 'false'}
                @click=${() => chooser.pick(patient.id)}
              >
                ${patient.name}
              </button>
              <span>${accountWords(patient)}</span>
            </li>`,
        )}
      </ul>
      ${
        patients.length < total
          ? html`<button
              type="button"
              @click=${() => chooser.search({ ...search, pages: search.pages + 1 })}
            >
              Show more patients
            </button>`
          : nothing
      }`;
};

const accountWords = ({ account, activationCode }: DeskPatient): string => {
  if (account) return account.state === 'locked' ? 'locked' : account.username;
  return activationCode?.state === 'works' ? 'has a code' : 'no account';
};
