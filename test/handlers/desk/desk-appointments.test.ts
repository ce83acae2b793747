import { expect } from 'chai';
import type { Person } from '../../../mocks/db/records/index.js';
import { contract } from '../../../src/contract/index.js';
import { openDesk, refusal } from './desk-portal.js';
import { successOf, type Browser } from '../../support/portal.js';
import {
  deskBooking,
  makeAppointment,
  makeAppointmentRequest,
  makePerson,
} from '../../support/sample-people.js';

const openWith = async (parts: Partial<Person> = {}) => {
  const portal = await openDesk({
    people: [{ ...makePerson('ann', 'ann.example'), ...parts }, makePerson('bob', 'bob.example')],
  });
  await portal.browser.signIn('ann.example');
  return portal;
};

const ann = { params: { patient: 'ann' } };
const appointment = { params: { appointment: 'appointment' } };

const upcoming = async (browser: Browser) => {
  const body = { period: 'upcoming' };
  const answer = await browser.write('POST', '/patients/ann/appointments/search', body);
  return successOf(contract.searchAppointments, answer).appointments;
};

const requests = async (browser: Browser) => {
  const answer = await browser.write('POST', '/patients/ann/appointment-requests/search', {});
  return successOf(contract.searchAppointmentRequests, answer).requests;
};

describe('appointments at the desk', () => {
  it('to come are listed, earliest first, and which of them can be cancelled', async () => {
    const { desk } = await openWith({
      appointments: [
        makeAppointment({ id: 'late', startsAt: '2026-04-01T14:00:00Z' }),
        makeAppointment({ id: 'gone', startsAt: '2026-03-02T14:30:00Z' }),
        makeAppointment({ id: 'begun', startsAt: '2026-03-02T15:00:00Z' }),
        makeAppointment({ id: 'off', startsAt: '2026-03-10T14:00:00Z', status: 'cancelled' }),
        makeAppointment({ id: 'soon', startsAt: '2026-03-02T15:01:00Z' }),
      ],
    });
    const first = await desk.call('searchPatientAppointments', { ...ann, body: { limit: 2 } });
    expect(first.total).to.equal(4);
    const rest = await desk.call('searchPatientAppointments', {
      ...ann,
      body: { cursor: first.nextCursor },
    });
    const seen = [...first.appointments, ...rest.appointments];
    expect(seen.map(({ id, cancellable }) => [id, cancellable])).to.deep.equal([
      ['begun', false],
      ['soon', true],
      ['off', false],
      ['late', true],
    ]);
  });

  it('are booked, and the patient sees them', async () => {
    const { browser, desk } = await openWith();
    const { appointment: id } = await desk.call('bookAppointment', { ...ann, body: deskBooking });
    const [seen, ...others] = await upcoming(browser);
    expect(others).to.deep.equal([]);
    const { title, practitioner, location, instructions } = deskBooking;
    expect(seen).to.deep.include({
      ...{ id, title, practitioner, location, instructions },
      startsAt: '2026-03-16T14:30:00.000Z',
      status: 'booked',
    });
  });

  it('answer a request that waits, which can be answered once', async () => {
    const { browser, desk } = await openWith({ appointmentRequests: [makeAppointmentRequest()] });
    const booking = { ...ann, body: { ...deskBooking, request: 'request' } };
    const { appointment: id } = await desk.call('bookAppointment', booking);
    expect((await requests(browser))[0]).to.deep.include({ status: 'booked', appointmentId: id });
    const waiting = await desk.call('searchPatientAppointmentRequests', { ...ann, body: {} });
    expect(waiting.total).to.equal(0);
    expect((await refusal(desk.call('bookAppointment', booking))).status).to.equal(409);
    expect(await upcoming(browser)).to.have.length(1);
  });

  it('are not booked for the past, for another patient’s request, or for nobody', async () => {
    const { browser, desk } = await openWith({ appointmentRequests: [makeAppointmentRequest()] });
    const bob = { params: { patient: 'bob' } };
    for (const [status, booking] of [
      [409, { ...ann, body: { ...deskBooking, startsAt: '2026-03-02T15:00:00Z' } }],
      [404, { ...bob, body: { ...deskBooking, request: 'request' } }],
      [404, { ...ann, body: { ...deskBooking, request: 'nothing' } }],
      [404, { params: { patient: 'nobody' }, body: deskBooking }],
    ] as const) {
      expect((await refusal(desk.call('bookAppointment', booking))).status).to.equal(status);
    }
    expect(await upcoming(browser)).to.deep.equal([]);
  });

  it('are cancelled once', async () => {
    const { browser, desk } = await openWith({ appointments: [makeAppointment()] });
    await desk.call('cancelPatientAppointment', appointment);
    expect((await upcoming(browser))[0]?.status).to.equal('cancelled');
    expect((await refusal(desk.call('cancelPatientAppointment', appointment))).status).to.equal(
      409,
    );
  });
});

describe('requests for appointments at the desk', () => {
  it('are listed while they wait, the longest waiting first', async () => {
    const at = (day: number) => Date.UTC(2026, 1, day);
    const { desk } = await openWith({
      appointmentRequests: [
        makeAppointmentRequest({ id: 'second', requestedAt: at(3) }),
        makeAppointmentRequest({ id: 'first', requestedAt: at(2) }),
        makeAppointmentRequest({ id: 'withdrawn', status: 'withdrawn', requestedAt: at(1) }),
      ],
    });
    const list = await desk.call('searchPatientAppointmentRequests', { ...ann, body: {} });
    expect(list.requests.map(({ id }) => id)).to.deep.equal(['first', 'second']);
    expect(list.requests[0]).to.deep.include({
      reason: 'A cough that does not go away',
      requestedBy: 'Ann Example',
      days: [1, 3],
    });
  });

  it('are declined with a reason, once', async () => {
    const { browser, desk } = await openWith({ appointmentRequests: [makeAppointmentRequest()] });
    const no = { params: { request: 'request' }, body: { answer: 'Please call us.' } };
    await desk.call('declineAppointmentRequest', no);
    expect((await requests(browser))[0]).to.deep.include({
      status: 'declined',
      answer: 'Please call us.',
    });
    expect((await refusal(desk.call('declineAppointmentRequest', no))).status).to.equal(409);
  });

  it('and appointments that are not there are not found', async () => {
    const { desk } = await openWith();
    const nobody = { params: { patient: 'nobody' }, body: {} };
    for (const work of [
      () => desk.call('searchPatientAppointments', nobody),
      () => desk.call('searchPatientAppointmentRequests', nobody),
      () => desk.call('cancelPatientAppointment', appointment),
      () =>
        desk.call('declineAppointmentRequest', {
          params: { request: 'nothing' },
          body: { answer: 'No.' },
        }),
    ]) {
      expect((await refusal(work())).status).to.equal(404);
    }
  });
});
