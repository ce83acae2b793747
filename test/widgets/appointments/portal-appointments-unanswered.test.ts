import { expect } from '@open-wc/testing';
import type { Outcome } from '../../../mocks/faults.js';
import { rosa } from '../../../mocks/people/rosa/rosa.js';
import { fillIn } from '../../../stories/fixtures/steps/user.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { keptDrafts } from '../support/kept-drafts.js';
import {
  byLabel,
  byRole,
  expectFocusOn,
  isThere,
  textOf,
} from '../../../stories/fixtures/support/query.js';
import { press, reads } from '../support/reads.js';
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
} from '../support/portal-appointments.js';

const rosasId = rosa(now).patient.id;

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
  it('whose answer is lost is sent again, and is there once', async () => {
    const stage = await mountAppointments({
      prepare: ({ faults }) => faults.setNext('requestAppointment', { outcome: 'lost' }),
    });
    const { widget } = stage;
    await openForm(widget);
    fillIn(byLabel(widget, /^Reason for the appointment/), 'My knee clicks.');
    press(widget, 'Request an appointment');
    await reads(widget, 'Appointment requested.');
    await eventually(() => cardOf(widget, 'My knee clicks.'));
    expect(await requestsOf(stage, 'My knee clicks.')).to.deep.equal(['pending']);
  });

  /** Sends a request without an answer. */
  const sendBlindly = async ({ widget, backend }: AppointmentsStage, outcome: Outcome = 'lost') => {
    await openForm(widget);
    fillIn(byLabel(widget, /^Reason for the appointment/), 'My knee clicks.');
    backend.faults.set('requestAppointment', { outcome });
    press(widget, 'Request an appointment');
    await reads(widget, 'We don’t know if your request got through.');
    expectFocusOn(widget.shadowRoot?.querySelector('[part=note]'));
  };

  for (const outcome of ['lost', 'offline'] as const) {
    it(`without any answer (${outcome}) is sent again: there is one; the office can be asked, too`, async () => {
      const stage = await mountAppointments();
      const { widget, backend } = stage;
      await sendBlindly(stage, outcome);
      await reads(widget, 'Or call your office: 1-555-555-0118');
      backend.faults.clear();
      press(widget, 'Send it again');
      await reads(widget, 'Appointment requested.');
      expect(await requestsOf(stage, 'My knee clicks.')).to.deep.equal(['pending']);
    });
  }

  it('without an answer cannot be changed until it is known: nothing else is sent', async () => {
    const stage = await mountAppointments();
    const { widget, backend } = stage;
    await sendBlindly(stage);
    const reason = byLabel(widget, /^Reason for the appointment/);
    expect(reason.value).to.equal('My knee clicks.');
    expect(reason.matches(':disabled')).to.equal(true);
    press(widget, 'Send it again');
    await eventually(() => {
      expect(requestsSent(stage, '/appointment-requests')).to.have.lengthOf(4);
    });
    const again = await eventually(() => {
      const button = byRole(widget, 'button', 'Send it again');
      expect(button.getAttribute('aria-disabled'), 'no answer is awaited').to.equal('false');
      return button;
    });
    await reads(widget, /We don’t know if your request got through\..*Send it again/);
    expectFocusOn(widget.shadowRoot?.querySelector('[part=note]'));
    backend.faults.clear();
    again.click();
    await reads(widget, 'Appointment requested.');
    const sent = requestsSent(stage, '/appointment-requests');
    expect(new Set(sent.map(({ body }) => body)).size).to.equal(1);
    expect(new Set(sent.map(({ headers }) => headers.get('idempotency-key'))).size).to.equal(1);
  });

  it('without an answer, closed and opened again: nothing is sent meanwhile, nobody is told that it is not sent, and there is one', async () => {
    const stage = await mountAppointments();
    const { widget, backend, timers } = stage;
    const heard = heardFrom(widget, 'portal-appointment-requested');
    await sendBlindly(stage);
    timers.advance({ seconds: 2 });
    await reads(widget, 'Draft saved at');
    backend.faults.clear();
    press(widget, 'Cancel');
    await reads(widget, /Request an appointment.*We don’t know if your request got through\./);
    await openForm(widget);
    await reads(widget, 'We don’t know if your request got through.');
    expect(textOf(widget)).not.to.contain('It hasn’t been sent yet.');
    expect(byLabel(widget, /^Reason for the appointment/).value).to.equal('My knee clicks.');
    expect(requestsSent(stage, '/appointment-requests')).to.have.lengthOf(2);
    press(widget, 'Send it again');
    await reads(widget, 'Appointment requested.');
    await eventually(() => cardOf(widget, 'My knee clicks.'));
    expect(heard).to.have.lengthOf(1);
    await eventually(() => expect(keptDrafts(backend)).to.deep.equal([]));
    expect(await requestsOf(stage, 'My knee clicks.')).to.deep.equal(['pending']);
  });

  it('without an answer, and signed out for idling: is still in doubt for whoever comes back', async () => {
    const stage = await mountAppointments();
    const { widget, backend, session, timers, signInElsewhere } = stage;
    await sendBlindly(stage);
    timers.advance({ minutes: 15 });
    await reads(widget, 'We signed you out.');
    expect(widget.shadowRoot?.innerHTML).not.to.contain('knee');
    backend.faults.clear();
    await signInElsewhere(signedInAs);
    await session.context?.store.dispatch({ type: 'refresh' });
    await reads(widget, 'We don’t know if your request got through.');
    (await eventually(() => byRole(widget, 'button', 'Send it again'))).click();
    await reads(widget, 'Appointment requested.');
    expect(await requestsOf(stage, 'My knee clicks.')).to.deep.equal(['pending']);
  });
});

describe('<portal-appointments>: a yes without an answer', () => {
  const shoulder = 'My shoulder hurts when I lift my arm.';

  /** Says yes to taking the request back, which has no answer. */
  const takeBack = async ({ widget, backend }: AppointmentsStage, outcome: Outcome = 'lost') => {
    await reads(widget, shoulder);
    backend.faults.set('withdrawAppointmentRequest', { outcome });
    press(cardOf(widget, shoulder), 'Cancel request');
    const dialog = await eventually(() => byRole(widget, 'dialog'));
    press(dialog, 'Cancel request');
    return dialog;
  };

  it('is said again: a request that is taken back is told as such, once', async () => {
    const stage = await mountAppointments();
    const { widget, backend } = stage;
    const heard = heardFrom(widget, 'portal-appointment-request-withdrawn');
    await reads(widget, shoulder);
    backend.faults.setNext('withdrawAppointmentRequest', { outcome: 'lost' });
    press(cardOf(widget, shoulder), 'Cancel request');
    press(await eventually(() => byRole(widget, 'dialog')), 'Cancel request');
    await reads(widget, 'Request canceled.');
    await reads(cardOf(widget, shoulder), 'This request was canceled.');
    await eventually(() => {
      expectFocusOn(byRole(widget, 'heading', shoulder));
    });
    expect(requestsSent(stage, '/withdrawal')).to.have.lengthOf(2);
    expect(heard).to.have.lengthOf(1);
  });

  it('is said again: a visit that is canceled is told as such', async () => {
    const { widget, backend } = await mountAppointments({ policy: cancelsOnline });
    await reads(widget, 'Yearly visit, gynecology');
    backend.faults.setNext('cancelAppointment', { outcome: 'wrong' });
    press(cardOf(widget, 'Video visit: thyroid'), 'Cancel appointment');
    press(await eventually(() => byRole(widget, 'dialog')), 'Cancel appointment');
    await reads(widget, 'Appointment canceled.');
    await reads(cardOf(widget, 'Video visit: thyroid'), 'Video visit: thyroid Canceled');
  });

  for (const outcome of ['lost', 'offline'] as const) {
    it(`(${outcome}): says that it does not know, and whom to ask; can be said again`, async () => {
      const stage = await mountAppointments();
      const { widget, backend } = stage;
      const dialog = await takeBack(stage, outcome);
      await reads(dialog, 'We don’t know if this went through.');
      await reads(dialog, 'Or call your office: 1-555-555-0118');
      expectFocusOn(byRole(dialog, 'alert'));
      expect(isThere(dialog, 'button', 'Keep request'), 'it may be too late').to.equal(false);
      backend.faults.clear();
      press(dialog, 'Cancel request');
      await reads(widget, 'Request canceled.');
      await reads(cardOf(widget, shoulder), 'This request was canceled.');
    });
  }

  it('said again: what the office has done in the meantime is told', async () => {
    const stage = await mountAppointments();
    const { widget, backend } = stage;
    const dialog = await takeBack(stage, 'offline');
    await reads(dialog, 'We don’t know if this went through.');
    await backend.db.transact((tables) => {
      for (const request of tables.appointmentRequests.by('patientId', rosasId)) {
        tables.appointmentRequests.put({ ...request, status: 'declined', answer: 'Call us.' });
      }
    });
    backend.faults.clear();
    press(dialog, 'Cancel request');
    await reads(dialog, 'Something has changed.');
    press(dialog, 'Close');
    await reads(cardOf(widget, shoulder), 'We can’t book this appointment. Reply: Call us.');
  });

  it('and closed without knowing: says nothing more, reads the record anew, and shows the truth', async () => {
    const stage = await mountAppointments();
    const { widget, backend } = stage;
    const dialog = await takeBack(stage);
    await reads(dialog, 'We don’t know if this went through.');
    backend.faults.clear();
    press(dialog, 'Close');
    await reads(cardOf(widget, shoulder), 'This request was canceled.');
    await eventually(() => {
      expect(isThere(widget, 'alert')).to.equal(false);
    });
    expect(requestsSent(stage, '/withdrawal')).to.have.lengthOf(2);
  });

  it('and closed without knowing, offline still: says so in the page, until it is said again', async () => {
    const stage = await mountAppointments();
    const { widget, backend } = stage;
    const heard = heardFrom(widget, 'portal-appointment-request-withdrawn');
    const dialog = await takeBack(stage);
    await reads(dialog, 'We don’t know if this went through.');
    backend.faults.set('searchAppointmentRequests', { outcome: 'offline' });
    press(dialog, 'Close');
    await eventually(() => {
      expect(isThere(widget, 'dialog')).to.equal(false);
      expectFocusOn(byRole(widget, 'alert', /^We don’t know if this went through\./));
    });
    backend.faults.clear();
    press(cardOf(widget, shoulder), 'Cancel request');
    press(await eventually(() => byRole(widget, 'dialog')), 'Cancel request');
    await reads(cardOf(widget, shoulder), 'This request was canceled.');
    await eventually(() => {
      expect(isThere(widget, 'alert')).to.equal(false);
    });
    expect(heard).to.have.lengthOf(1);
  });
});
