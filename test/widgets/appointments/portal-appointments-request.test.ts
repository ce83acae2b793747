import { expect } from '@open-wc/testing';
import { fillIn } from '../../../stories/fixtures/steps/user.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import {
  allByRole,
  byLabel,
  byRole,
  expectFocusOn,
  isThere,
  nameOf,
  textOf,
} from '../../../stories/fixtures/support/query.js';
import { press, reads } from '../support/reads.js';
import {
  signedInAs,
  mountAppointments,
  cardOf,
  requestsSent,
  openForm,
  heardFrom,
} from '../support/portal-appointments.js';

describe('<portal-appointments>: asking for a visit', () => {
  it('sends what was chosen, shows it as waiting, and tells the page its id only', async () => {
    const stage = await mountAppointments();
    const { widget } = stage;
    const heard = heardFrom(widget, 'portal-appointment-requested');
    await openForm(widget);
    expectFocusOn(byRole(widget, 'heading', 'Request an appointment'));
    fillIn(byLabel(widget, /^Reason for the appointment/), '  My knee clicks. ');
    byLabel(widget, /\(Dermatology\)$/).click();
    byLabel(widget, 'By video').click();
    byLabel(widget, 'Tuesday').click();
    byLabel(widget, 'Thursday').click();
    byLabel(widget, 'Afternoon').click();
    fillIn(byLabel(widget, /^Anything else/), 'Not on the 12th.');
    press(widget, 'Request an appointment');
    await reads(widget, 'Appointment requested. We’ll reply here by May 6, 2026.');
    expectFocusOn(widget.shadowRoot?.querySelector('[part=note]'));
    await eventually(() => cardOf(widget, 'My knee clicks.'));
    const card = textOf(cardOf(widget, 'My knee clicks.'));
    expect(card).to.contain('We’ll reply by May 6, 2026.');
    expect(card).to.contain('How By video Days Tuesday or Thursday Times Afternoon');
    expect(card).to.contain('Your note Not on the 12th.');
    const [sent] = requestsSent(stage, '/appointment-requests');
    expect(JSON.parse(sent?.body ?? '')).to.include({ reason: 'My knee clicks.', mode: 'video' });
    expect(heard).to.have.lengthOf(1);
    expect(Object.keys(heard[0] ?? {}).filter((key) => key !== 'isTrusted')).to.deep.equal([
      'requestId',
    ]);
  });

  it('closes with Back and opens again with Forward, with what was typed', async () => {
    const { widget } = await mountAppointments();
    await openForm(widget);
    const { length } = history;
    fillIn(byLabel(widget, /^Reason for the appointment/), 'My knee clicks.');
    history.back();
    await eventually(() => {
      expect(isThere(widget, 'form')).to.equal(false);
      expectFocusOn(byRole(widget, 'button', 'Request an appointment'));
    });
    history.forward();
    const reason = await eventually(() => byLabel(widget, /^Reason for the appointment/));
    expect(reason.value).to.equal('My knee clicks.');
    press(widget, 'Cancel');
    await eventually(() => expect(isThere(widget, 'form')).to.equal(false));
    await openForm(widget);
    expect(history.length, 'a closed form leaves no entry').to.equal(length);
  });

  it('leaves the history alone where the host has its own', async () => {
    const { widget } = await mountAppointments();
    widget.history = 'off';
    const before = history.state as unknown;
    await openForm(widget);
    expect(history.state).to.deep.equal(before);
    press(widget, 'Cancel');
    await eventually(() => {
      expect(isThere(widget, 'form')).to.equal(false);
      expectFocusOn(byRole(widget, 'button', 'Request an appointment'));
    });
  });

  it('offers the days on which the office is open', async () => {
    const policy = { ...lakeside, appointments: { ...lakeside.appointments, request: true } };
    const { widget } = await mountAppointments({ policy });
    await openForm(widget);
    const boxes = allByRole(widget, 'checkbox').map(nameOf);
    expect(boxes.slice(0, policy.calendar.businessDays.length)).to.deep.equal([
      'Monday',
      'Tuesday',
      'Wednesday',
      'Thursday',
      'Saturday',
    ]);
  });

  it('pressed twice, it asks once', async () => {
    const stage = await mountAppointments();
    const { widget } = stage;
    await openForm(widget);
    fillIn(byLabel(widget, /^Reason for the appointment/), 'My knee clicks.');
    press(widget, 'Request an appointment');
    byRole(widget, 'button', /^(Sending|Request an appointment)/).click();
    await reads(widget, 'Appointment requested.');
    expect(requestsSent(stage, '/appointment-requests')).to.have.lengthOf(1);
  });

  it('where nobody asks online: no button, but whom to call (appointments.request)', async () => {
    const { widget } = await mountAppointments({ policy: lakeside, faqHref: 'faq.html' });
    await reads(widget, 'You can’t request an appointment online.');
    byRole(widget, 'link', lakeside.support.officePhone);
    expect(isThere(widget, 'button', 'Request an appointment')).to.equal(false);
    expect(byRole(widget, 'link', 'Why is this so?').getAttribute('href')).to.equal(
      'faq.html#faq-appointments-request',
    );
  });

  it('comes back after an idle logout, to the same person', async () => {
    const { widget, session, timers, signInElsewhere } = await mountAppointments();
    await openForm(widget);
    const reason = byLabel(widget, /^Reason for the appointment/);
    fillIn(reason, 'My knee clicks.');
    byLabel(widget, 'Tuesday').click();
    timers.advance({ seconds: 2 });
    await reads(widget, 'Draft saved at');
    timers.advance({ minutes: 15 });
    await reads(widget, 'You were signed out.');
    expect(widget.shadowRoot?.innerHTML).not.to.contain('knee');

    await signInElsewhere(signedInAs);
    await session.context?.store.dispatch({ type: 'refresh' });
    await reads(widget, 'This is what you typed on');
    expect(byLabel(widget, /^Reason for the appointment/).value).to.equal('My knee clicks.');
    expect((byLabel(widget, 'Tuesday') as HTMLInputElement).checked).to.equal(true);
  });

  it('is never shown to who signs in next', async () => {
    const { widget, session, timers, signInElsewhere } = await mountAppointments();
    await openForm(widget);
    fillIn(byLabel(widget, /^Reason for the appointment/), 'My knee clicks.');
    timers.advance({ seconds: 2 });
    await reads(widget, 'Draft saved at');
    await signInElsewhere('henry.okafor');
    await session.context?.store.dispatch({ type: 'refresh' });
    await reads(widget, 'Upcoming appointments');
    await eventually(() => byRole(widget, 'button', 'Request an appointment'));
    expect(widget.shadowRoot?.innerHTML).not.to.contain('knee');
  });
});

describe('<portal-appointments>: requests', () => {
  it('that wait can be taken back, once', async () => {
    const stage = await mountAppointments();
    const { widget } = stage;
    const heard = heardFrom(widget, 'portal-appointment-request-withdrawn');
    const name = 'My shoulder hurts when I lift my arm.';
    await reads(widget, name);
    press(cardOf(widget, name), 'Cancel request');
    const dialog = await eventually(() => byRole(widget, 'dialog'));
    const yes = byRole(dialog, 'button', 'Cancel request');
    yes.click();
    yes.click();
    await reads(widget, 'Request canceled.');
    await reads(cardOf(widget, name), 'This request was canceled.');
    await eventually(() => {
      expectFocusOn(byRole(widget, 'heading', name));
    });
    expect(requestsSent(stage, '/withdrawal')).to.have.lengthOf(1);
    expect(heard).to.have.lengthOf(1);
  });

  it('that were declined say why', async () => {
    const { widget } = await mountAppointments();
    await reads(widget, 'A flu shot.');
    expect(textOf(cardOf(widget, 'A flu shot.'))).to.contain(
      'We can’t book this appointment. Reply: No appointment needed: come to the walk-in clinic',
    );
  });
});
