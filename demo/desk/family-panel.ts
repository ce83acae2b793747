import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { relationship } from '../../src/contract/family/family.js';
import type { DeskConsentForm } from '../../mocks/desk/consent-forms.js';
import type { DeskProxy } from '../../mocks/desk/proxies.js';
import type { DeskClient } from './desk-client.js';
import { readPages, typedIn, type Desk, type PatientPanel } from './panel.js';

/** What is opened in the panel while a form is taken in. */
const newForm = 'new form';

/** Who may open the patient's record, and forms of those who want to. */
export const familyPanel: PatientPanel = {
  heading: 'Family',
  async read(desk, { id }) {
    const { client, pages, opened } = desk;
    const params = { patient: id };
    const [waiting, list] = await Promise.all([
      client.call('searchPatientConsentForms', { params, body: { limit: 100 } }),
      readPages(pages, (cursor) =>
        client.call('searchPatientProxies', { params, body: { cursor, limit: 5 } }),
      ),
    ]);
    const [{ total }] = list;
    const proxies = list.flatMap((page) => page.proxies);
    return html`<h4>Consent forms waiting (${waiting.total})</h4>
      <ul class="rows">
        ${repeat(
          waiting.forms,
          (form) => form.id,
          (form) => html`<li>${decisionForm(desk, form)}</li>`,
        )}
      </ul>
      <h4>May open this record (${total})</h4>
      ${proxyList(desk, proxies)}
      ${
        proxies.length < total
          ? html`<button type="button" @click=${desk.showMore}>Show more people</button>`
          : nothing
      }
      <p class="actions">
        <button type="button" @click=${() => desk.open(newForm)}>Add a consent form</button>
      </p>
      ${opened === newForm ? takingInForm(desk, id) : nothing}`;
  },
};

const decisionForm = (desk: Desk, form: DeskConsentForm) => {
  const { proxy, approvable } = form;
  return html`<form
    aria-label="Consent form: ${proxy.name}"
    @submit=${(event: SubmitEvent) => process(desk, form, typedIn(event))}
  >
    <p>
      <strong>${proxy.name}</strong>, ${form.relationship}<br />
      handed in
      ${desk.time(form.handedInAt)}${
        approvable.allowed ? nothing : html`<br />cannot be approved (${approvable.rule})`
      }
    </p>
    ${
      approvable.allowed
        ? html`<label>
            Access
            <select name="access" aria-label="Access: ${proxy.name}">
              <option value="full">full: all that the patient may do</option>
              <option value="view">view: look only</option>
            </select>
          </label>`
        : nothing
    }
    <p class="actions">
      ${
        approvable.allowed
          ? html`<button
              type="submit"
              name="decision"
              value="approve"
              aria-label="Approve: ${proxy.name}"
            >
              Approve
            </button>`
          : nothing
      }
      <button type="submit" name="decision" value="decline" aria-label="Decline: ${proxy.name}">
        Decline
      </button>
    </p>
  </form>`;
};

const process = (
  { client, run }: Desk,
  { id, proxy }: DeskConsentForm,
  typed: ReadonlyMap<string, string>,
) => {
  const approved = typed.get('decision') === 'approve';
  const access = typed.get('access') === 'view' ? 'view' : 'full';
  return run(
    () =>
      client.call('processConsentForm', {
        params: { form: id },
        body: { access: approved ? access : null },
      }),
    `The form of ${proxy.name} is ${approved ? 'approved' : 'declined'}.`,
  );
};

const proxyList = (desk: Desk, proxies: readonly DeskProxy[]) =>
  html`<ul class="rows">
    ${repeat(
      proxies,
      ({ id }) => id,
      (access) =>
        html`<li>
          <span>
            <strong>${access.proxy.name}</strong><br />
            ${access.relationship}, ${access.access},
            ${access.givenBy === 'patient' ? 'given by the patient' : 'by a form'}, since
            ${desk.time(access.since)}${access.endsOn ? `, ends on ${access.endsOn}` : nothing}
          </span>
          <button
            type="button"
            aria-label="End access: ${access.proxy.name}"
            @click=${() => end(desk, access)}
          >
            End access
          </button>
        </li>`,
    )}
  </ul>`;

const end = ({ client, run }: Desk, { id, proxy }: DeskProxy) =>
  run(
    () => client.call('endProxy', { params: { proxy: id } }),
    `${proxy.name} opens this record no more.`,
  );

const takingInForm = (desk: Desk, patient: string) =>
  html`<form
    aria-labelledby="taking-in"
    @submit=${(event: SubmitEvent) => takeIn(desk, patient, typedIn(event))}
  >
    <h4 id="taking-in" data-opened tabindex="-1">A Proxy Consent Form</h4>
    <label>
      Name of who wants to open this record, a patient here too
      <input name="proxy" required maxlength="100" autocomplete="off" />
    </label>
    <label>
      Relationship
      <select name="relationship">
        ${relationship.options.map((name) => html`<option>${name}</option>`)}
      </select>
    </label>
    <p class="actions">
      <button type="submit">Add form</button>
      <button type="button" @click=${() => desk.open(null)}>Discard form</button>
    </p>
  </form>`;

const takeIn = ({ client, run, open }: Desk, patient: string, typed: ReadonlyMap<string, string>) =>
  run(
    async () => {
      const { id, name } = await patientNamed(client, typed.get('proxy') ?? '');
      await client.call('handInConsentForm', {
        params: { patient },
        body: {
          proxy: id,
          relationship: typed.get('relationship') as DeskProxy['relationship'], // one of the choices
        },
      });
      return name;
    },
    (name) => {
      open(null);
      return `The form of ${name} waits.`;
    },
  );

/** @throws Error where nobody has this name, or several do */
const patientNamed = async (client: DeskClient, name: string) => {
  const { patients, total } = await client.call('searchPatients', {
    body: { text: name, limit: 1 },
  });
  const [patient] = patients;
  if (!patient) throw new Error(`No patient here is named ${name}.`);
  if (total > 1) throw new Error(`${total} patients are named ${name}: write the whole name.`);
  return patient;
};
