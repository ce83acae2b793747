import { expect, html } from '@open-wc/testing';
import { mychart } from '../../src/policy/mychart.js';
import { mycooper } from '../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../src/policy/portal-policy.js';
import '../../src/widgets/portal-help/define.js';
import { openState } from '../../src/widgets/portal-help/open-state.js';
import type { PortalHelp } from '../../src/widgets/portal-help/portal-help.js';
import { fillIn } from '../../stories/fixtures/steps/user.js';
import { lakeside, policies } from '../../stories/fixtures/support/policies.js';
import { eventually } from '../../stories/fixtures/support/eventually.js';
import { mount, type MountOptions } from './support/mount.js';
import { byLabel, byRole, isThere, textOf } from '../../stories/fixtures/support/query.js';

const open = async (options: MountOptions = {}) => {
  const stage = await mount<PortalHelp>(html`<portal-help></portal-help>`, options);
  await eventually(() => byRole(stage.widget, 'heading', 'Call us'));
  return stage;
};

/** What the email says that a link opens. */
const emailOf = (widget: Element) => {
  const { href } = byRole(widget, 'link', 'Email us') as HTMLAnchorElement;
  const { protocol, pathname, searchParams } = new URL(href);
  return {
    to: protocol + pathname,
    subject: searchParams.get('subject'),
    body: searchParams.get('body'),
  };
};

describe('<portal-help>', () => {
  for (const policy of policies) {
    it(`names the ways to help of ${policy.id} (support.channels)`, async () => {
      const { widget } = await open({ policy });
      const { email, phone, officePhone } = policy.support;
      expect(byRole(widget, 'link', officePhone).getAttribute('href')).to.match(/^tel:1555555/);
      expect(byRole(widget, 'link', email).getAttribute('href')).to.equal(`mailto:${email}`);
      if (phone !== null) byRole(widget, 'link', phone);
      expect(textOf(widget).includes('Support line')).to.equal(phone !== null);
    });

    it(`tells what one needs for ${policy.id} (access.requirements), and its apps (mobile.apps)`, async () => {
      const { widget } = await open({ policy });
      await eventually(() => byRole(widget, 'heading', 'What you need'));
      expect(textOf(widget)).to.include('An up-to-date browser');
      expect(textOf(widget).includes('A working email address')).to.equal(
        policy.signup.emailRequired,
      );
      const app = byRole(widget, 'link', 'Google Play');
      expect(app.getAttribute('href')).to.equal(policy.mobile.googlePlay);
    });
  }

  it('says first what to do in an emergency (messages.not-urgent)', async () => {
    const { widget } = await open({ policy: lakeside });
    expect(byRole(widget, 'link', '119').getAttribute('href')).to.equal('tel:119');
    expect(textOf(widget)).to.match(
      /^Help and contact In an emergency, call 119\. If it’s urgent but not an emergency, call the lakeside nurse line\./,
    );
  });

  it('asks for name and date of birth only where the policy does (support.identify)', async () => {
    const { widget } = await open({ policy: mychart });
    expect(isThere(widget, 'textbox', 'Full name')).to.equal(false);
    expect(emailOf(widget)).to.deep.equal({
      to: 'mailto:MyChartSupport@example.org',
      subject: 'Question about MyChart',
      body: null,
    });
  });

  it('leaves places to fill in, and fills in what is typed (support.identify)', async () => {
    const { widget, requests } = await open({ policy: mycooper });
    expect(emailOf(widget).body).to.equal(
      'Full name: __________\r\nDate of birth: __________\r\n\r\n',
    );
    const asked = requests.length;
    fillIn(await eventually(() => byLabel(widget, 'Full name')), 'Zoë & Theo Brandt');
    fillIn(byLabel(widget, 'Date of birth (optional)'), '1990-07-21');
    await widget.updateComplete;
    expect(emailOf(widget)).to.deep.equal({
      to: 'mailto:MyCooperSupport@cooperhealth.edu',
      subject: 'Question about myCooper',
      body: 'Full name: Zoë & Theo Brandt\r\nDate of birth: Jul 21, 1990\r\n\r\n',
    });
    expect(requests).to.have.length(asked);
  });

  it('knows the name of who is signed in, never the date of birth', async () => {
    const { widget } = await open({ signedInAs: 'rosa.delgado' });
    await eventually(() => {
      expect(byLabel(widget, 'Full name').value).to.equal('Rosa Delgado');
    });
    expect(emailOf(widget).body).to.equal(
      'Full name: Rosa Delgado\r\nDate of birth: __________\r\n\r\n',
    );
  });

  it('forgets who was here when the session ends (session.no-cache)', async () => {
    const { widget, session } = await open({ signedInAs: 'rosa.delgado' });
    await eventually(() => {
      expect(byLabel(widget, 'Full name').value).to.equal('Rosa Delgado');
    });
    fillIn(byLabel(widget, 'Date of birth (optional)'), '1990-07-21');
    await session.signOut();
    await eventually(() => {
      expect(byLabel(widget, 'Full name').value).to.equal('');
    });
    expect(byLabel(widget, 'Date of birth (optional)').value).to.equal('');
    expect(emailOf(widget).body).not.to.match(/Rosa|1990/);
  });

  it('opens and closes with the office, by itself', async () => {
    const { widget, timers } = await open();
    const state = () => textOf(widget.shadowRoot?.querySelector('[part="state"]') ?? widget);
    expect(state()).to.equal('Open now until 5:00 PM EDT.');
    timers.advance({ hours: 7, minutes: 30, milliseconds: -1 }); // 9:30 and so on
    await widget.updateComplete;
    expect(state()).to.equal('Open now until 5:00 PM EDT.');
    timers.advance({ milliseconds: 1 });
    await widget.updateComplete;
    expect(state()).to.equal('Closed now. Opens Tuesday, May 5 at 8:00 AM EDT.');
    timers.advance({ hours: 15 });
    await widget.updateComplete;
    expect(state()).to.equal('Open now until 5:00 PM EDT.');
  });

  it('tells the hours of the portal’s own time zone', async () => {
    const { widget } = await open({ policy: lakeside }); // Monday, half past ten at night in Tokyo
    expect(textOf(widget)).to.match(/Closed now\. Opens Tuesday, May 5 at 9:30 AM (GMT\+9|JST)/);
  });

  it('looks at no clock once it is gone', async () => {
    const { widget, timers } = await open();
    widget.remove();
    await widget.updateComplete;
    timers.advance({ days: 2 });
    expect(widget.isUpdatePending).to.equal(false);
  });
});

describe('whether an office is open', () => {
  const at = (time: string, policy: PortalPolicy = mycooper) => openState(Date.parse(time), policy);

  const rows: [what: string, time: string, policy: PortalPolicy, isOpen: boolean, next: string][] =
    [
      ['a minute before it opens', '2026-05-04T11:59:00Z', mycooper, false, '2026-05-04T12:00:00Z'],
      ['as it opens', '2026-05-04T12:00:00Z', mycooper, true, '2026-05-04T21:00:00Z'],
      ['in its last moment', '2026-05-04T20:59:59.999Z', mycooper, true, '2026-05-04T21:00:00Z'],
      ['as it closes', '2026-05-04T21:00:00Z', mycooper, false, '2026-05-05T12:00:00Z'],
      ['on a Friday night', '2026-05-08T23:00:00Z', mycooper, false, '2026-05-11T12:00:00Z'],
      ['after the clocks go back', '2026-10-30T22:00:00Z', mycooper, false, '2026-11-02T13:00:00Z'],
      ['on Thanksgiving', '2026-11-26T15:00:00Z', mycooper, false, '2026-11-27T13:00:00Z'],
      [
        'on a Saturday that is a day like any',
        '2026-05-09T01:00:00Z',
        lakeside,
        true,
        '2026-05-09T09:15:00Z',
      ],
      ['on a holiday of its own', '2026-03-03T03:00:00Z', lakeside, false, '2026-03-04T00:30:00Z'],
    ];
  for (const [what, time, policy, isOpen, next] of rows) {
    it(`${what}: ${isOpen ? 'open' : 'closed'}`, () => {
      const state = at(time, policy);
      expect(state.isOpen).to.equal(isOpen);
      const changesAt = state.isOpen ? state.closesAt : state.opensAt;
      expect(new Date(changesAt).toISOString()).to.equal(new Date(next).toISOString());
    });
  }

  it('tells a holiday from a weekend', () => {
    expect(at('2026-11-26T15:00:00Z')).to.include({ isOpen: false, isHoliday: true });
    expect(at('2026-05-09T15:00:00Z')).to.include({ isOpen: false, isHoliday: false });
    expect(at('2026-05-04T23:00:00Z')).to.include({ isOpen: false, isHoliday: false });
  });
});
