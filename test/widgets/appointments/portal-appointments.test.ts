import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import ICAL from 'ical.js';
import { actFor } from '../../../stories/fixtures/steps/proxy.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import {
  allByRole,
  byRole,
  expectFocusOn,
  isThere,
  textOf,
} from '../../../stories/fixtures/support/query.js';
import { press, reads } from '../support/reads.js';
import {
  cancelsOnline,
  now,
  withSessions,
  mountAppointments,
  cardOf,
  openForm,
} from '../support/portal-appointments.js';

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

  it('are still there for whoever is late: one under way is told, and cannot be canceled', async () => {
    const { appointments: [first, ...others] = [], ...person } = withSessions(2);
    if (!first) throw new Error('There is no visit.');
    const startsAt = new Date(now - 60_000).toISOString();
    const { widget } = await mountAppointments({
      policy: cancelsOnline,
      people: [{ ...person, appointments: [{ ...first, startsAt }, ...others] }],
    });
    await reads(widget, 'Session 1');
    byRole(cardOf(widget, 'Session 2'), 'button', 'Cancel appointment');
    expect(isThere(cardOf(widget, 'Session 1'), 'button')).to.equal(false);
  });

  it('are lists also where they look like none', async () => {
    const { widget } = await mountAppointments();
    await reads(widget, 'A flu shot.');
    await reads(widget, 'Yearly visit, gynecology');
    const lists = [...(widget.shadowRoot?.querySelectorAll('ul.pw-cards') ?? [])];
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
    expect(status).to.contain('Saved to your downloads.');
    const text = await file.text();
    for (const secret of ['gynecology', 'Yearly', 'parking', 'Rosa', 'MD']) {
      expect(text.toLowerCase()).not.to.contain(secret.toLowerCase());
    }
    const [event] = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
    expect(String(event?.getFirstPropertyValue('summary'))).to.equal('Appointment (myCooper)');
  });
});

describe('<portal-appointments>: whose record it is', () => {
  it('a proxy who only looks can do nothing, and is told who can', async () => {
    const { widget, session } = await mountAppointments({ policy: cancelsOnline });
    const countOf = (name: string) => allByRole(widget, 'button', name).length;
    await reads(widget, 'Video visit: thyroid');
    await eventually(() => {
      expect(countOf('Request an appointment')).to.equal(1);
      expect(countOf('Cancel appointment')).to.be.greaterThan(0);
    });
    await actFor(session, 'June Whitfield');
    await reads(widget, 'Appointments for June Whitfield');
    await reads(widget, 'Ask the person whose record it is.');
    expect(countOf('Add to calendar'), 'visits to come').to.be.greaterThan(0);
    expect(countOf('Request an appointment')).to.equal(0);
    expect(countOf('Cancel appointment')).to.equal(0);
  });

  it('nothing of a record stays when another opens or someone signs out', async () => {
    const { widget, session } = await mountAppointments();
    await reads(widget, 'Video visit: thyroid');
    press(widget, 'Past appointments');
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
