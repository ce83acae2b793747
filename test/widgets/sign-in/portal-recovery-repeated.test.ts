import { expect } from '@open-wc/testing';
import {
  askForLink,
  askForUsername,
  chooseNewPassword,
} from '../../../stories/fixtures/steps/forgetful.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { byRole, textOf } from '../../../stories/fixtures/support/query.js';
import { press } from '../../../stories/fixtures/steps/user.js';
import { noteIn, now, open, part } from '../support/portal-recovery.js';
import { rosa } from '../../../mocks/people/rosa/rosa.js';

const birthDate = rosa(now).patient.birthDate ?? '';

describe('<portal-recovery>, where an answer is lost and somebody tries again', () => {
  it('sends one letter with the username', async () => {
    const { widget, backend, emails } = await open();
    const section = part(widget, 'I forgot my username');
    backend.faults.set('recoverUsername', { outcome: 'lost' });
    await askForUsername(widget, 'rosa.delgado@example.com', birthDate);
    await eventually(() => byRole(section, 'alert', /We can’t reach the portal/));
    backend.faults.clear();
    await press(widget, 'Email me my username');
    expect(textOf(await sent(section))).to.contain('we’ve emailed');
    expect(emails()).to.have.length(1);
  });

  it('sends one letter with a link; asked once more after that, another one', async () => {
    const { widget, backend, emails } = await open();
    const section = part(widget, 'I forgot my password');
    backend.faults.set('requestPasswordReset', { outcome: 'lost' });
    await askForLink(widget);
    await eventually(() => byRole(section, 'alert', /We can’t reach the portal/));
    backend.faults.clear();
    await press(widget, 'Email me a link');
    await sent(section);
    expect(emails()).to.have.length(1);
    await press(widget, 'Email me a link');
    await eventually(() => {
      expect(emails()).to.have.length(2);
    });
  });

  it('sets the password once, and says that it did', async () => {
    const { widget, backend, openLink, trySignIn } = await open();
    await openLink();
    backend.faults.set('resetPassword', { outcome: 'lost' });
    await chooseNewPassword(widget);
    await eventually(() => byRole(widget, 'alert', /We can’t reach the portal/));
    backend.faults.clear();
    await press(widget, 'Save my new password');
    await eventually(() => byRole(widget, 'heading', 'You have a new password.'));
    expect(await trySignIn('ferry over calm water')).to.equal('signed in');
  });
});

/** What is told once it was sent. */
const sent = async (section: Element): Promise<HTMLElement> => {
  await eventually(() => {
    if (section.querySelector('[role=alert]')) throw new Error('Not sent yet.');
  });
  return noteIn(section);
};
