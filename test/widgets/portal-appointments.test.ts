import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import ICAL from 'ical.js';
import type { Person } from '../../mocks/db/records/index.js';
import type { Outcome } from '../../mocks/faults.js';
import { rosa } from '../../mocks/people/rosa.js';
import type { EndpointId } from '../../src/contract/index.js';
import { mychart } from '../../src/policy/mychart.js';
import { mycooper } from '../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../src/policy/portal-policy.js';
import { PortalAppointments } from '../../src/widgets/portal-appointments/portal-appointments.js';
import { actFor } from '../../stories/fixtures/proxy.js';
import { fillIn } from '../../stories/fixtures/user.js';
import { lakeside } from '../../stories/fixtures/support/policies.js';
import { eventually } from '../../stories/fixtures/support/eventually.js';
import { keptDrafts } from './support/kept-drafts.js';
import { mount, type MountOptions, type Stage } from './support/mount.js';
import {
  allByRole,
  byLabel,
  byRole,
  expectFocusOn,
  isThere,
  nameOf,
  textOf,
} from '../../stories/fixtures/support/query.js';
import { press, reads } from './support/results.js';

/** Keeps what a browser would save. */
class SavingAppointments extends PortalAppointments {
  readonly saved: File[] = [];
  protected override saveFile(file: File): Promise<void> {
    this.saved.push(file);
    return Promise.resolve();
  }
}
SavingAppointments.define('saving-appointments');

const cancelsOnline: PortalPolicy = {
  ...mycooper,
  appointments: { ...mycooper.appointments, cancelOnline: true },
};

const signedInAs = 'rosa.delgado';

const now = Date.parse('2026-05-04T13:30:00Z');
const rosasId = rosa(now).patient.id;

/** Rosa with so many visits to come, a day apart. */
const withSessions = (count: number): Person => {
  const { appointments = [], ...person } = rosa(now);
  const visit = appointments.find(({ status }) => status === 'booked');
  if (!visit) throw new Error('Rosa has no visit to come.');
  return {
    ...person,
    appointments: Array.from({ length: count }, (_, at) => ({
      ...visit,
      id: `session-${at + 1}`,
      title: `Session ${at + 1}`,
      startsAt: new Date(now + (at + 1) * 86_400_000).toISOString(),
    })),
  };
};

const mountAppointments = (
  options: MountOptions = {},
  template = html`<saving-appointments></saving-appointments>`,
) => mount<SavingAppointments>(template, { signedInAs, ...options });

type AppointmentsStage = Stage<SavingAppointments>;

/** What goes wrong, and how. */
type Faulty = readonly [endpoint: EndpointId, outcome: Outcome];

/** The card of a visit or a request. */
const cardOf = (widget: Element, name: string): HTMLElement => {
  const heading = byRole(widget, 'heading', name);
  const card = heading.closest('article');
  if (!card) throw new Error(`"${name}" is no card.`);
  return card;
};

const requestsSent = ({ requests }: AppointmentsStage, end: string) =>
  requests.filter(({ url, method }) => method === 'POST' && url.endsWith(end));

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

/** Opens the form, once it can be. */
const openForm = async (widget: Element): Promise<void> => {
  (await eventually(() => byRole(widget, 'button', 'Ask for a visit'))).click();
  await eventually(() => byLabel(widget, /^Reason for the visit/));
};

const heardFrom = (widget: Element, ...names: string[]) => {
  const heard: Event[] = [];
  for (const name of names) widget.addEventListener(name, (event) => heard.push(event));
  return heard;
};

describe('<portal-appointments>: visits', () => {
  it('tells of each what, when, with whom, how and where, and what to do before', async () => {
    const { widget } = await mountAppointments();
    await reads(widget, 'Yearly visit, gynecology');
    const video = textOf(cardOf(widget, 'Video visit: thyroid'));
    expect(video).to.match(/Monday, May 11, 2026 11:00.AM to 11:20.AM/);
    expect(video).to.contain('How By video').and.to.contain('Have your medicine bottles at hand.');
    expect(video).not.to.contain('Where');
    const visit = cardOf(widget, 'Yearly visit, gynecology');
    expect(textOf(visit)).to.contain('Riverbend Hospital, Specialty Clinics 1 Riverbend Way');
    expect(byRole(visit, 'link', '1-555-555-0125').getAttribute('href')).to.equal(
      'tel:15555550125',
    );
  });

  it('leads to a map by a plain link, which the host may change; nothing is sent before', async () => {
    const { widget, requests } = await mountAppointments();
    await reads(widget, 'Yearly visit, gynecology');
    const link = byRole(widget, 'link', /^Directions to Riverbend Hospital/);
    const address = encodeURIComponent('1 Riverbend Way, Harbor Falls, NJ 08000');
    expect(link.getAttribute('href')).to.equal(
      `https://www.google.com/maps/search/?api=1&query=${address}`,
    );
    expect(link.getAttribute('rel')).to.equal('noreferrer');
    widget.mapHref = 'https://maps.example.org/to/{address}';
    await widget.updateComplete;
    expect(link.getAttribute('href')).to.equal(`https://maps.example.org/to/${address}`);
    for (const { url } of requests) expect(new URL(url).origin).to.equal(location.origin);
  });

  it('are still there for who is late: one under way is told, and cannot be canceled', async () => {
    const { appointments: [first, ...others] = [], ...person } = withSessions(2);
    if (!first) throw new Error('There is no visit.');
    const startsAt = new Date(now - 60_000).toISOString();
    const { widget } = await mountAppointments({
      policy: cancelsOnline,
      people: [{ ...person, appointments: [{ ...first, startsAt }, ...others] }],
    });
    await reads(widget, 'Session 1');
    byRole(cardOf(widget, 'Session 2'), 'button', 'Cancel this visit');
    expect(isThere(cardOf(widget, 'Session 1'), 'button')).to.equal(false);
  });

  it('are lists also where they look like none', async () => {
    const { widget } = await mountAppointments();
    await reads(widget, 'A flu shot.');
    await reads(widget, 'Yearly visit, gynecology');
    const lists = [...(widget.shadowRoot?.querySelectorAll('ul.cards') ?? [])];
    expect(lists.map((list) => list.getAttribute('role'))).to.deep.equal(['list', 'list']);
  });

  it('goes on at the first visit of the next page', async () => {
    const stage = await mountAppointments({ people: [withSessions(12)] });
    const { widget } = stage;
    await reads(widget, 'Showing 10 of 12');
    const more = byRole(widget, 'button', 'Load more');
    more.focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => {
      expectFocusOn(byRole(widget, 'heading', 'Session 11'));
    });
    expect(isThere(widget, 'button', 'Load more')).to.equal(false);
  });

  it('gives the calendar an entry that tells neither what for nor with whom', async () => {
    const { widget } = await mountAppointments();
    await reads(widget, 'Yearly visit, gynecology');
    byRole(cardOf(widget, 'Yearly visit, gynecology'), 'button', 'Add to calendar').click();
    const file = await eventually(() => {
      const [saved] = widget.saved;
      if (!saved) throw new Error('Nothing is saved yet.');
      return saved;
    });
    expect(file.name).to.equal('appointment.ics');
    expect(file.type).to.equal('text/calendar');
    const status = allByRole(widget, 'status').map(textOf).join(' ');
    expect(status).to.contain('was saved to your downloads.');
    const text = await file.text();
    for (const secret of ['gynecology', 'Yearly', 'parking', 'Rosa', 'MD']) {
      expect(text.toLowerCase()).not.to.contain(secret.toLowerCase());
    }
    const [event] = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
    expect(String(event?.getFirstPropertyValue('summary'))).to.equal('Appointment (myCooper)');
  });
});

describe('<portal-appointments>: cancelling', () => {
  for (const policy of [mychart, mycooper]) {
    it(`${policy.id}: needs a call, and says whom to call`, async () => {
      const { widget } = await mountAppointments({ policy, faqHref: 'faq.html' });
      await reads(widget, 'Yearly visit, gynecology');
      const video = cardOf(widget, 'Video visit: thyroid');
      expect(isThere(video, 'button', 'Cancel this visit')).to.equal(false);
      press(video, 'Cancel or change this visit');
      await reads(video, 'Please call to cancel or to move this visit.');
      byRole(video, 'link', policy.support.officePhone);
      expect(byRole(video, 'link', 'Why is this so?').getAttribute('href')).to.equal(
        'faq.html#faq-appointments-cancel-by-phone',
      );
      expect(isThere(widget, 'alert'), 'it was told beforehand').to.equal(false);
    });
  }

  it('is asked once more, done once, told, and the focus stays at the visit', async () => {
    const stage = await mountAppointments({ policy: cancelsOnline });
    const { widget } = stage;
    const heard = heardFrom(widget, 'portal-appointment-cancelled');
    await reads(widget, 'Yearly visit, gynecology');
    byRole(cardOf(widget, 'Video visit: thyroid'), 'button', 'Cancel this visit').click();
    const dialog = await eventually(() => byRole(widget, 'dialog'));
    expect(textOf(dialog)).to.match(/Video visit: thyroid: Monday, May 11, 2026, 11:00.AM/);
    const yes = byRole(dialog, 'button', 'Yes, cancel it');
    yes.click();
    yes.click();
    await reads(widget, 'The visit is canceled.');
    await eventually(() => {
      expectFocusOn(byRole(widget, 'heading', 'Video visit: thyroid'));
    });
    await reads(cardOf(widget, 'Video visit: thyroid'), 'Status Canceled');
    expect(isThere(cardOf(widget, 'Video visit: thyroid'), 'button')).to.equal(false);
    expect(requestsSent(stage, '/cancellation')).to.have.lengthOf(1);
    expect(heard).to.have.lengthOf(1);
    expect(Object.keys(heard[0] ?? {}).filter((key) => key !== 'isTrusted')).to.deep.equal([
      'appointmentId',
    ]);
  });

  it('on a page that was loaded later leaves all there, and the focus at the visit', async () => {
    const { widget } = await mountAppointments({
      policy: cancelsOnline,
      people: [withSessions(12)],
    });
    await reads(widget, 'Showing 10 of 12');
    press(widget, 'Load more');
    await eventually(() => cardOf(widget, 'Session 12'));
    for (const name of ['Session 12', 'Session 11']) {
      press(cardOf(widget, name), 'Cancel this visit');
      press(await eventually(() => byRole(widget, 'dialog')), 'Yes, cancel it');
      await reads(cardOf(widget, name), 'Status Canceled');
      await eventually(() => {
        expect(isThere(widget, 'dialog')).to.equal(false);
        expectFocusOn(byRole(widget, 'heading', name));
      });
    }
    expect(textOf(widget)).not.to.contain('Showing 10 of 12');
  });

  it('is given up by Escape, and the button has the focus again', async () => {
    const stage = await mountAppointments({ policy: cancelsOnline });
    const { widget } = stage;
    await reads(widget, 'Yearly visit, gynecology');
    const button = byRole(cardOf(widget, 'Video visit: thyroid'), 'button', 'Cancel this visit');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => byRole(widget, 'dialog'));
    await sendKeys({ press: 'Escape' });
    await eventually(() => {
      expect(isThere(widget, 'dialog')).to.equal(false);
      expectFocusOn(button);
    });
    expect(requestsSent(stage, '/cancellation')).to.have.lengthOf(0);
  });

  it('that the hospital does not allow any more is refused in the dialog, with whom to call', async () => {
    const { widget, backend } = await mountAppointments({ policy: cancelsOnline });
    await reads(widget, 'Yearly visit, gynecology');
    byRole(cardOf(widget, 'Video visit: thyroid'), 'button', 'Cancel this visit').click();
    const dialog = await eventually(() => byRole(widget, 'dialog'));
    await backend.setPolicy(mycooper);
    press(dialog, 'Yes, cancel it');
    await reads(dialog, /Please call to cancel.*1-555-555-0118/);
    press(dialog, 'No, keep it');
    await eventually(() => expect(isThere(widget, 'dialog')).to.equal(false));
  });
});

describe('<portal-appointments>: asking for a visit', () => {
  it('sends what was chosen, shows it as waiting, and tells the page its id only', async () => {
    const stage = await mountAppointments();
    const { widget } = stage;
    const heard = heardFrom(widget, 'portal-appointment-requested');
    await openForm(widget);
    expectFocusOn(byRole(widget, 'heading', 'Ask for a visit'));
    fillIn(byLabel(widget, /^Reason for the visit/), '  My knee clicks. ');
    byLabel(widget, /\(Dermatology\)$/).click();
    byLabel(widget, 'By video').click();
    byLabel(widget, 'Tuesday').click();
    byLabel(widget, 'Thursday').click();
    byLabel(widget, 'Afternoon').click();
    fillIn(byLabel(widget, /^Anything else/), 'Not on the 12th.');
    press(widget, 'Send request');
    await reads(widget, 'We have your request. You will have an answer by May 6, 2026.');
    expectFocusOn(widget.shadowRoot?.querySelector('[part=note]'));
    await eventually(() => cardOf(widget, 'My knee clicks.'));
    const card = textOf(cardOf(widget, 'My knee clicks.'));
    expect(card).to.contain('Waiting. You will have an answer by May 6, 2026.');
    expect(card).to.contain('How By video Days Tuesday or Thursday Times Afternoon');
    expect(card).to.contain('Your note Not on the 12th.');
    const [sent] = requestsSent(stage, '/appointment-requests');
    expect(JSON.parse(sent?.body ?? '')).to.include({ reason: 'My knee clicks.', mode: 'video' });
    expect(heard).to.have.lengthOf(1);
    expect(Object.keys(heard[0] ?? {}).filter((key) => key !== 'isTrusted')).to.deep.equal([
      'requestId',
    ]);
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
    fillIn(byLabel(widget, /^Reason for the visit/), 'My knee clicks.');
    press(widget, 'Send request');
    byRole(widget, 'button', /^Send/).click();
    await reads(widget, 'We have your request.');
    expect(requestsSent(stage, '/appointment-requests')).to.have.lengthOf(1);
  });

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
    fillIn(byLabel(widget, /^Anything else/), 'In the mornings only.');
    press(widget, 'Send it again');
    await reads(widget, 'Looking it up…');
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

  it('where nobody asks online: no button, but whom to call (appointments.request)', async () => {
    const { widget } = await mountAppointments({ policy: lakeside, faqHref: 'faq.html' });
    await reads(widget, 'You cannot ask for a visit online here.');
    byRole(widget, 'link', lakeside.support.officePhone);
    expect(isThere(widget, 'button', 'Ask for a visit')).to.equal(false);
    expect(byRole(widget, 'link', 'Why is this so?').getAttribute('href')).to.equal(
      'faq.html#faq-appointments-request',
    );
  });

  it('comes back after an idle logout, to the same person', async () => {
    const { widget, session, timers, signInElsewhere } = await mountAppointments();
    await openForm(widget);
    const reason = byLabel(widget, /^Reason for the visit/);
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
    expect(byLabel(widget, /^Reason for the visit/).value).to.equal('My knee clicks.');
    expect((byLabel(widget, 'Tuesday') as HTMLInputElement).checked).to.equal(true);
  });

  it('is never shown to who signs in next', async () => {
    const { widget, session, timers, signInElsewhere } = await mountAppointments();
    await openForm(widget);
    fillIn(byLabel(widget, /^Reason for the visit/), 'My knee clicks.');
    timers.advance({ seconds: 2 });
    await reads(widget, 'Draft saved at');
    await signInElsewhere('henry.okafor');
    await session.context?.store.dispatch({ type: 'refresh' });
    await reads(widget, 'Upcoming visits');
    await eventually(() => byRole(widget, 'button', 'Ask for a visit'));
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
    press(cardOf(widget, name), 'Take this back');
    const yes = await eventually(() => byRole(widget, 'button', 'Yes, take it back'));
    yes.click();
    yes.click();
    await reads(widget, 'The request is taken back.');
    await reads(cardOf(widget, name), 'This was taken back.');
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
      'We cannot book this visit. Answer: No appointment needed: come to the walk-in clinic',
    );
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

describe('<portal-appointments>: whose record it is', () => {
  it('a proxy who only looks can do nothing, and is told who can', async () => {
    const { widget, session } = await mountAppointments();
    await reads(widget, 'Video visit: thyroid');
    await actFor(session, 'June Whitfield');
    await reads(widget, 'Appointments for June Whitfield');
    await reads(widget, 'Ask the person whose record it is.');
    for (const name of ['Ask for a visit', 'Cancel this visit']) {
      expect(allByRole(widget, 'button', name)).to.have.lengthOf(0);
    }
  });

  it('nothing of a record stays when another opens or someone signs out', async () => {
    const { widget, session } = await mountAppointments();
    await reads(widget, 'Video visit: thyroid');
    press(widget, 'Past visits');
    await reads(widget, 'Removal of a mole');
    await actFor(session, 'Leo Delgado');
    await reads(widget, 'Last visit before adult care');
    const traces = ['thyroid', 'mole', 'shoulder', 'gynecology'];
    for (const trace of traces) expect(widget.shadowRoot?.innerHTML).not.to.contain(trace);
    void session.signOut();
    await widget.updateComplete;
    for (const trace of [...traces, 'adult care', 'Leo']) {
      expect(widget.shadowRoot?.innerHTML).not.to.contain(trace);
    }
  });
});

describe('<portal-appointments>: on a narrow page', () => {
  it('nothing sticks out, also with large letters and the form open', async () => {
    const { widget } = await mountAppointments();
    await openForm(widget);
    widget.style.width = '320px';
    widget.style.fontSize = '200%';
    await widget.updateComplete;
    expect(widget.scrollWidth).to.be.at.most(320);
  });
});
