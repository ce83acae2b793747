import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { byRole, expectFocusOn, isThere, textOf } from '../../../stories/fixtures/support/query.js';
import { press, reads } from '../support/reads.js';
import {
  cancelsOnline,
  withSessions,
  mountAppointments,
  cardOf,
  requestsSent,
  heardFrom,
} from '../support/portal-appointments.js';

describe('<portal-appointments>: cancelling', () => {
  for (const policy of [mychart, mycooper]) {
    it(`${policy.id}: needs a call, and says whom to call`, async () => {
      const { widget } = await mountAppointments({ policy, faqHref: 'faq.html' });
      await reads(widget, 'Yearly visit, gynecology');
      const video = cardOf(widget, 'Video visit: thyroid');
      expect(isThere(video, 'button', 'Cancel appointment')).to.equal(false);
      press(video, 'Cancel or change appointment');
      await reads(video, 'Call us to cancel or change this appointment.');
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
    byRole(cardOf(widget, 'Video visit: thyroid'), 'button', 'Cancel appointment').click();
    const dialog = await eventually(() => byRole(widget, 'dialog'));
    expect(textOf(dialog)).to.match(/Video visit: thyroid: Monday, May 11, 2026, 11:00.AM/);
    const yes = byRole(dialog, 'button', 'Cancel appointment');
    yes.click();
    yes.click();
    await reads(widget, 'Appointment canceled.');
    await eventually(() => {
      expectFocusOn(byRole(widget, 'heading', 'Video visit: thyroid'));
    });
    await reads(cardOf(widget, 'Video visit: thyroid'), 'Video visit: thyroid Canceled');
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
      press(cardOf(widget, name), 'Cancel appointment');
      press(await eventually(() => byRole(widget, 'dialog')), 'Cancel appointment');
      await reads(cardOf(widget, name), `${name} Canceled`);
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
    const button = byRole(cardOf(widget, 'Video visit: thyroid'), 'button', 'Cancel appointment');
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
    byRole(cardOf(widget, 'Video visit: thyroid'), 'button', 'Cancel appointment').click();
    const dialog = await eventually(() => byRole(widget, 'dialog'));
    await backend.setPolicy(mycooper);
    press(dialog, 'Cancel appointment');
    await reads(dialog, /Call us to cancel.*1-555-555-0118/);
    press(dialog, 'Keep appointment');
    await eventually(() => expect(isThere(widget, 'dialog')).to.equal(false));
  });
});
