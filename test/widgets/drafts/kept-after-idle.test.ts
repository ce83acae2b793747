import { expect } from '@open-wc/testing';
import { fillIn } from '../../../stories/fixtures/steps/user.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { byLabel, textOf } from '../../../stories/fixtures/support/query.js';
import { mountAppointments, openForm } from '../support/portal-appointments.js';
import { press, reads } from '../support/reads.js';

describe('a form whose session is over', () => {
  it('says that what was typed is kept, after a 401 too', async () => {
    const { widget, backend, timers } = await mountAppointments();
    await openForm(widget);
    fillIn(byLabel(widget, /^Reason for the appointment/), 'My knee clicks.');
    await eventually(() => {
      timers.advance({ seconds: 5 });
      expect(textOf(widget)).to.contain('Draft saved at');
    });
    await backend.db.transact(({ sessions }) => {
      for (const { id } of sessions.values()) sessions.delete(id);
    });
    press(widget, 'Request an appointment');
    await reads(widget, 'We kept what you typed. Sign in to continue.');
    expect(textOf(widget)).not.to.contain('knee');
  });

  it('says nothing of the kind where nothing was typed', async () => {
    const { widget, session } = await mountAppointments();
    await openForm(widget);
    await session.context?.store.dispatch({ type: 'expire' });
    await reads(widget, 'We signed you out.');
    expect(textOf(widget)).not.to.match(/what you typed/i);
  });
});
