import { expect } from '@open-wc/testing';
import type { Outcome } from '../../mocks/faults.js';
import { rosa } from '../../mocks/people/rosa/rosa.js';
import type { EndpointId } from '../../src/contract/index.js';
import { fillIn } from '../../stories/fixtures/user.js';
import { eventually } from '../../stories/fixtures/support/eventually.js';
import { keptDrafts } from './support/kept-drafts.js';
import {
  byLabel,
  byRole,
  expectFocusOn,
  isThere,
  textOf,
} from '../../stories/fixtures/support/query.js';
import { press, reads } from './support/reads.js';
import {
  cancelsOnline,
  signedInAs,
  now,
  mountAppointments,
  type AppointmentsStage,
  cardOf,
  requestsSent,
  openForm,
  heardFrom,
} from './support/portal-appointments.js';

const rosasId = rosa(now).patient.id;

/** What goes wrong, and how. */
type Faulty = readonly [endpoint: EndpointId, outcome: Outcome];

/** What is in the record now. */
const requestsOf = async ({ backend }: AppointmentsStage, reason: string) => {
  const found: string[] = [];
  await backend.db.transact((tables) => {
    for (const request of tables.appointmentRequests.by('patientId', rosasId)) {
      if (request.reason === reason) found.push(request.status);
    }
  });
  return found;
};

describe('<portal-appointments>: asking for a visit', () => {
  it('whose answer is lost is looked up, and is there once', async () => {
    const stage = await mountAppointments({
      prepare: ({ faults }) => faults.set('requestAppointment', { outcome: 'lost' }),
    });
    const { widget } = stage;
    await openForm(widget);
    fillIn(byLabel(widget, /^Reason for the visit/), 'My knee clicks.');
    press(widget, 'Send request');
    await reads(widget, 'We have your request.');
    expect(await requestsOf(stage, 'My knee clicks.')).to.deep.equal(['pending']);
  });

  /** Sends a request that arrives, without an answer, and not to be looked up. */
  const sendBlindly = async ({ widget, backend }: AppointmentsStage) => {
    await openForm(widget);
    fillIn(byLabel(widget, /^Reason for the visit/), 'My knee clicks.');
    backend.faults.set('requestAppointment', { outcome: 'lost' });
    backend.faults.set('searchAppointmentRequests', { outcome: 'offline' });
    press(widget, 'Send request');
    await reads(widget, 'We do not know whether your request arrived.');
    expectFocusOn(widget.shadowRoot?.querySelector('[part=note]'));
  };

  it('without an answer, and not to be looked up, is sent again: there is one', async () => {
    const stage = await mountAppointments();
    const { widget, backend } = stage;
    await sendBlindly(stage);
    backend.faults.clear();
    press(widget, 'Send it again');
    await reads(widget, 'We have your request.');
    expect(await requestsOf(stage, 'My knee clicks.')).to.deep.equal(['pending']);
  });

  it('without an answer can be looked up; the office can be asked, too', async () => {
    const stage = await mountAppointments();
    const { widget, backend } = stage;
    await sendBlindly(stage);
    await reads(widget, 'Or call your office and ask: 1-555-555-0118');
    backend.faults.clear();
    press(widget, 'Look it up');
    await reads(widget, 'We have your request.');
    await eventually(() => cardOf(widget, 'My knee clicks.'));
    expect(requestsSent(stage, '/appointment-requests')).to.have.lengthOf(1);
  });

  it('without an answer, changed and sent again: there is one, and it is told which', async () => {
    const stage = await mountAppointments();
    const { widget, backend, timers } = stage;
    await sendBlindly(stage);
    backend.faults.clear();
    fillIn(byLabel(widget, /^Anything else/), 'In the mornings only.');
    timers.advance({ seconds: 2 });
    await reads(widget, 'Draft saved at');
    press(widget, 'Send it again');
    await reads(widget, 'What you changed later is not in it, but it is kept.');
    expect(await requestsOf(stage, 'My knee clicks.')).to.deep.equal(['pending']);
    press(widget, 'Ask for a visit');
    const note = await eventually(() => byLabel(widget, /^Anything else/));
    expect(note.value).to.equal('In the mornings only.');
  });

  it('without an answer, and nothing known yet: nothing else is sent', async () => {
    const stage = await mountAppointments();
    const { widget, backend } = stage;
    await sendBlindly(stage);
    backend.faults.clear('requestAppointment');
    let release = () => {};
    const delay = new Promise<void>((resolve) => (release = resolve));
    backend.faults.set('searchAppointmentRequests', { delay, outcome: 'offline' });
    fillIn(byLabel(widget, /^Anything else/), 'In the mornings only.');
    press(widget, 'Send it again');
    await reads(widget, 'Looking it up…');
    release();
    await reads(widget, 'We do not know whether your request arrived.');
    expect(requestsSent(stage, '/appointment-requests')).to.have.lengthOf(1);
  });

  it('without an answer, and closed: what the record says is told, and no draft is left of it', async () => {
    const stage = await mountAppointments();
    const { widget, backend, timers } = stage;
    const heard = heardFrom(widget, 'portal-appointment-requested');
    await sendBlindly(stage);
    timers.advance({ seconds: 2 });
    await reads(widget, 'Draft saved at');
    backend.faults.clear();
    press(widget, 'Cancel');
    await reads(widget, 'We have your request.');
    await eventually(() => cardOf(widget, 'My knee clicks.'));
    expect(heard).to.have.lengthOf(1);
    await eventually(() => expect(keptDrafts(backend)).to.deep.equal([]));
    expect(await requestsOf(stage, 'My knee clicks.')).to.deep.equal(['pending']);
  });

  it('without an answer, closed and opened again: nobody is told that it is not sent, and there is one', async () => {
    const stage = await mountAppointments();
    const { widget, backend, timers } = stage;
    await sendBlindly(stage);
    timers.advance({ seconds: 2 });
    await reads(widget, 'Draft saved at');
    press(widget, 'Cancel');
    await reads(widget, /Ask for a visit.*We do not know whether your request arrived\./);
    await openForm(widget);
    await reads(widget, 'We do not know whether your request arrived.');
    expect(textOf(widget)).not.to.contain('It is not sent yet.');
    expect(byLabel(widget, /^Reason for the visit/).value).to.equal('My knee clicks.');
    backend.faults.clear();
    press(widget, 'Send it again');
    await reads(widget, 'We have your request.');
    expect(await requestsOf(stage, 'My knee clicks.')).to.deep.equal(['pending']);
  });

  it('without an answer, and signed out for idling: is still in doubt for who comes back', async () => {
    const stage = await mountAppointments();
    const { widget, backend, session, timers, signInElsewhere } = stage;
    await sendBlindly(stage);
    timers.advance({ minutes: 15 });
    await reads(widget, 'You were signed out.');
    expect(widget.shadowRoot?.innerHTML).not.to.contain('knee');
    backend.faults.clear();
    await signInElsewhere(signedInAs);
    await session.context?.store.dispatch({ type: 'refresh' });
    await reads(widget, 'We do not know whether your request arrived.');
    press(widget, 'Look it up');
    await reads(widget, 'We have your request.');
    expect(await requestsOf(stage, 'My knee clicks.')).to.deep.equal(['pending']);
  });

  it('offline, nothing arrives: it says so, keeps what was typed, and goes when sent again', async () => {
    const stage = await mountAppointments();
    const { widget, backend } = stage;
    await openForm(widget);
    fillIn(byLabel(widget, /^Reason for the visit/), 'My knee clicks.');
    backend.faults.set('requestAppointment', { outcome: 'offline' });
    press(widget, 'Send request');
    await reads(widget, 'Your request did not arrive.');
    expect(byLabel(widget, /^Reason for the visit/).value).to.equal('My knee clicks.');
    backend.faults.clear();
    press(widget, 'Send it again');
    await reads(widget, 'We have your request.');
    expect(await requestsOf(stage, 'My knee clicks.')).to.deep.equal(['pending']);
  });
});

describe('<portal-appointments>: a yes without an answer', () => {
  const shoulder = 'My shoulder hurts when I lift my arm.';

  /** Says yes to taking the request back, while this goes wrong. */
  const takeBack = async ({ widget, backend }: AppointmentsStage, ...faults: Faulty[]) => {
    await reads(widget, shoulder);
    for (const [endpoint, outcome] of faults) backend.faults.set(endpoint, { outcome });
    press(cardOf(widget, shoulder), 'Take this back');
    const dialog = await eventually(() => byRole(widget, 'dialog'));
    press(dialog, 'Yes, take it back');
    return dialog;
  };

  it('is looked up: a request that is taken back is told as such, once', async () => {
    const stage = await mountAppointments();
    const { widget } = stage;
    const heard = heardFrom(widget, 'portal-appointment-request-withdrawn');
    await takeBack(stage, ['withdrawAppointmentRequest', 'lost']);
    await reads(widget, 'The request is taken back.');
    await reads(cardOf(widget, shoulder), 'This was taken back.');
    await eventually(() => {
      expectFocusOn(byRole(widget, 'heading', shoulder));
    });
    expect(requestsSent(stage, '/withdrawal')).to.have.lengthOf(1);
    expect(heard).to.have.lengthOf(1);
  });

  it('is looked up: a visit that is canceled is told as such', async () => {
    const { widget, backend } = await mountAppointments({ policy: cancelsOnline });
    await reads(widget, 'Yearly visit, gynecology');
    backend.faults.set('cancelAppointment', { outcome: 'wrong' });
    press(cardOf(widget, 'Video visit: thyroid'), 'Cancel this visit');
    press(await eventually(() => byRole(widget, 'dialog')), 'Yes, cancel it');
    await reads(widget, 'The visit is canceled.');
    await reads(cardOf(widget, 'Video visit: thyroid'), 'Status Canceled');
  });

  it('is looked up: what did not arrive can be said again', async () => {
    const stage = await mountAppointments();
    const { widget, backend } = stage;
    const dialog = await takeBack(stage, ['withdrawAppointmentRequest', 'offline']);
    await reads(dialog, 'This was not done. Nothing has changed in the record.');
    expectFocusOn(byRole(dialog, 'alert'));
    backend.faults.clear();
    press(dialog, 'Yes, take it back');
    await reads(widget, 'The request is taken back.');
  });

  it('is looked up: what the office has done in the meantime is told', async () => {
    const stage = await mountAppointments();
    const { widget, backend } = stage;
    await reads(widget, shoulder);
    await backend.db.transact((tables) => {
      for (const request of tables.appointmentRequests.by('patientId', rosasId)) {
        tables.appointmentRequests.put({ ...request, status: 'declined', answer: 'Call us.' });
      }
    });
    const dialog = await takeBack(stage, ['withdrawAppointmentRequest', 'offline']);
    await reads(dialog, 'Something has changed in the meantime.');
    press(dialog, 'Close');
    await reads(cardOf(widget, shoulder), 'We cannot book this visit. Answer: Call us.');
  });

  const blind: Faulty[] = [
    ['withdrawAppointmentRequest', 'lost'],
    ['searchAppointmentRequests', 'offline'],
  ];

  it('and not to be looked up: says that it does not know, and whom to ask; can be looked up again', async () => {
    const stage = await mountAppointments();
    const { widget, backend } = stage;
    const dialog = await takeBack(stage, ...blind);
    await reads(dialog, 'We do not know whether this was done.');
    await reads(dialog, 'Or call your office and ask: 1-555-555-0118');
    expect(isThere(dialog, 'button', 'No, keep it'), 'it may be too late').to.equal(false);
    backend.faults.clear();
    press(dialog, 'Look it up');
    await reads(widget, 'The request is taken back.');
    await reads(cardOf(widget, shoulder), 'This was taken back.');
  });

  it('and closed without knowing: reads the record anew, and tells the truth', async () => {
    const stage = await mountAppointments();
    const { widget, backend } = stage;
    const dialog = await takeBack(stage, ...blind);
    await reads(dialog, 'We do not know whether this was done.');
    backend.faults.clear();
    press(dialog, 'Close');
    await reads(widget, 'The request is taken back.');
    await reads(cardOf(widget, shoulder), 'This was taken back.');
    expect(requestsSent(stage, '/withdrawal')).to.have.lengthOf(1);
  });

  it('and closed without knowing, offline still: says so in the page, until it is known', async () => {
    const stage = await mountAppointments();
    const { widget, backend } = stage;
    const heard = heardFrom(widget, 'portal-appointment-request-withdrawn');
    const dialog = await takeBack(stage, ...blind);
    await reads(dialog, 'We do not know whether this was done.');
    press(dialog, 'Close');
    await eventually(() => {
      expect(isThere(widget, 'dialog')).to.equal(false);
      expectFocusOn(byRole(widget, 'alert'));
    });
    await reads(widget, 'We do not know whether this was done.');
    backend.faults.clear();
    press(widget, 'Look it up');
    await reads(cardOf(widget, shoulder), 'This was taken back.');
    expect(isThere(widget, 'alert')).to.equal(false);
    expect(heard).to.have.lengthOf(1);
  });
});
