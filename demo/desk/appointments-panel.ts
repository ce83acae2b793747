import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { appointmentMode } from '../../src/contract/record/appointments.js';
import type { DeskAppointment } from '../../mocks/desk/appointments.js';
import type { DeskAppointmentRequest } from '../../mocks/desk/appointment-requests.js';
import { readPages, typedIn, type Desk, type PatientPanel } from './panel.js';

/** What is opened in the panel while an appointment is booked without a request; no id has a space. */
const noRequest = 'no request';

/** Appointments to come, and requests that wait for one. */
export const appointmentsPanel: PatientPanel = {
  heading: 'Appointments',
  async read(desk, { id }) {
    const { client, pages, opened } = desk;
    const params = { patient: id };
    const [waiting, list] = await Promise.all([
      client.call('searchPatientAppointmentRequests', { params, body: { limit: 100 } }),
      readPages(pages, (cursor) =>
        client.call('searchPatientAppointments', { params, body: { cursor, limit: 5 } }),
      ),
    ]);
    const [{ total }] = list;
    const appointments = list.flatMap((page) => page.appointments);
    const request = waiting.requests.find((each) => each.id === opened);
    return html`<h4>Requests waiting (${waiting.total})</h4>
      ${requestList(desk, waiting.requests)}
      <h4>To come (${total})</h4>
      ${appointmentList(desk, appointments)}
      ${
        appointments.length < total
          ? html`<button type="button" @click=${desk.showMore}>Show more appointments</button>`
          : nothing
      }
      <p class="actions">
        <button type="button" @click=${() => desk.open(noRequest)}>Book an appointment</button>
      </p>
      ${request || opened === noRequest ? bookingForm(desk, id, request) : nothing}
      ${request ? decliningForm(desk, request) : nothing}`;
  },
};

const requestList = (desk: Desk, requests: readonly DeskAppointmentRequest[]) =>
  html`<ul class="rows">
    ${repeat(
      requests,
      ({ id }) => id,
      (request) =>
        html`<li>
          <span>
            <strong>${request.reason}</strong><br />
            ${request.requestedBy}, ${desk.time(request.requestedAt)}; answer promised by
            ${request.expectedBy}<br />
            ${wishWords(request)}
          </span>
          <button
            type="button"
            aria-label="Answer: ${request.reason}"
            @click=${() => desk.open(request.id)}
          >
            Answer
          </button>
        </li>`,
    )}
  </ul>`;

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const wishWords = ({ practitioner, mode, days, times, note }: DeskAppointmentRequest): string =>
  [
    practitioner?.name ?? 'anybody',
    mode,
    days.map((day) => weekdays[day - 1]).join(' ') || 'any day',
    times.join(' ') || 'any time',
    note ?? [],
  ]
    .flat()
    .join(', ');

const appointmentList = (desk: Desk, appointments: readonly DeskAppointment[]) =>
  html`<ul class="rows">
    ${repeat(
      appointments,
      ({ id }) => id,
      (appointment) => {
        const name = `${appointment.title}, ${desk.time(appointment.startsAt)}`;
        return html`<li>
          <span>
            <strong>${appointment.title}</strong><br />
            ${desk.time(appointment.startsAt)}, ${appointment.status},
            ${appointment.practitioner ?? 'nobody named'}
          </span>
          ${
            appointment.cancellable
              ? html`<button
                  type="button"
                  aria-label="Cancel: ${name}"
                  @click=${() => cancel(desk, appointment.id, name)}
                >
                  Cancel
                </button>`
              : nothing
          }
        </li>`;
      },
    )}
  </ul>`;

const cancel = ({ client, run }: Desk, appointment: string, name: string) =>
  run(
    () => client.call('cancelPatientAppointment', { params: { appointment } }),
    `${name}: cancelled.`,
  );

const bookingForm = (desk: Desk, patient: string, request: DeskAppointmentRequest | undefined) =>
  html`<form
    aria-labelledby="booking"
    @submit=${(event: SubmitEvent) => book(desk, patient, request, typedIn(event))}
  >
    <h4 id="booking" data-opened tabindex="-1">
      ${request ? `Book: ${request.reason}` : 'Book an appointment'}
    </h4>
    <label>
      What it is
      <input name="title" value="Office visit" required maxlength="200" autocomplete="off" />
    </label>
    <label>When, in the portal’s time <input name="when" type="datetime-local" required /></label>
    <label>
      Minutes <input name="minutes" type="number" min="1" max="1440" value="30" required />
    </label>
    <label>
      With
      <input
        name="practitioner"
        .value=${request?.practitioner?.name ?? ''}
        maxlength="100"
        autocomplete="off"
      />
    </label>
    <label>
      How
      <select name="mode">
        ${appointmentMode.options.map(
          (mode) => html`<option ?selected=${mode === request?.mode}>${mode}</option>`,
        )}
      </select>
    </label>
    <label>Where <input name="location" maxlength="200" autocomplete="off" /></label>
    <label>
      What to bring, how to get there
      <input name="instructions" maxlength="1000" autocomplete="off" />
    </label>
    <p class="actions">
      <button type="submit">Book it</button>
      <button type="button" @click=${() => desk.open(null)}>Discard booking</button>
    </p>
  </form>`;

const book = (
  { client, run, open, instantOf }: Desk,
  patient: string,
  request: DeskAppointmentRequest | undefined,
  typed: ReadonlyMap<string, string>,
) => {
  const title = typed.get('title') ?? '';
  const place = typed.get('location') ?? '';
  return run(
    () =>
      client.call('bookAppointment', {
        params: { patient },
        body: {
          request: request?.id ?? null,
          title,
          startsAt: instantOf(typed.get('when') ?? ''),
          minutes: Number(typed.get('minutes')),
          practitioner: typed.get('practitioner') || null,
          mode: typed.get('mode') as DeskAppointment['mode'], // one of the choices
          location: place ? { name: place, address: null, phone: null } : null,
          instructions: typed.get('instructions') || null,
        },
      }),
    () => {
      open(null);
      return `${title}: booked.`;
    },
  );
};

const decliningForm = (desk: Desk, request: DeskAppointmentRequest) =>
  html`<form
    aria-labelledby="declining"
    @submit=${(event: SubmitEvent) => decline(desk, request, typedIn(event))}
  >
    <h4 id="declining">Decline: ${request.reason}</h4>
    <label>
      Why, and what to do instead
      <input name="answer" required maxlength="1000" autocomplete="off" />
    </label>
    <p class="actions"><button type="submit">Decline it</button></p>
  </form>`;

const decline = (
  { client, run, open }: Desk,
  { id, reason }: DeskAppointmentRequest,
  typed: ReadonlyMap<string, string>,
) =>
  run(
    () =>
      client.call('declineAppointmentRequest', {
        params: { request: id },
        body: { answer: typed.get('answer') ?? '' },
      }),
    () => {
      open(null);
      return `${reason}: declined.`;
    },
  );
