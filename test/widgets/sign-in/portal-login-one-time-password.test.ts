import { expect, html } from '@open-wc/testing';
import '../../../src/widgets/portal-login/define.js';
import type { PortalLogin } from '../../../src/widgets/portal-login/portal-login.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { byLabel, byRole, expectFocusOn, textOf } from '../../../stories/fixtures/support/query.js';
import { fillIn, signIn } from '../../../stories/fixtures/steps/user.js';
import { mount, type MountOptions } from '../support/mount.js';
import { givePassword } from '../../../stories/fixtures/support/staff.js';

const own = 'ferry over calm water';

/** Rosa was given a one-time password, and has signed in with it. */
const open = async (options: MountOptions = {}) => {
  const stage = await mount<PortalLogin>(html`<portal-login></portal-login>`, options);
  const { widget, backend, session } = stage;
  await eventually(() => {
    expect(session.context?.store.getState().status).to.equal('signed-out');
  });
  const [account] = backend.db.tables.accounts.by('username', 'rosa.delgado');
  const { password } = await givePassword(backend, account?.patientId ?? '');
  await signIn(widget, 'rosa.delgado', password);
  const heading = await eventually(() => byRole(widget, 'heading', 'Choose a new password'));
  await eventually(() => {
    expectFocusOn(heading);
  });
  const choose = async (typed: string) => {
    fillIn(await eventually(() => byLabel(widget, 'New password')), typed);
    byRole(widget, 'button', 'Save my new password').click();
  };
  const isSignedIn = () =>
    eventually(() => byRole(widget, 'heading', 'You’re signed in as Rosa Delgado.'));
  return { ...stage, choose, isSignedIn };
};

describe('<portal-login> after a one-time password (login.unlock)', () => {
  it('asks for a password of one’s own, and signs in with it', async () => {
    const { choose, isSignedIn, widget } = await open({ policy: mycooper });
    await eventually(() => {
      expect(textOf(widget)).to.contain('Now choose one only you know.');
    });
    const username = byLabel(widget, 'New password').form?.elements.namedItem('username');
    expect(username).to.include({ autocomplete: 'username', readOnly: true });
    expect((username as HTMLInputElement).value, 'for password managers').to.match(/\w/);
    await choose(own);
    await isSignedIn();
  });

  it('says what is wrong with one that is too short, and takes a better one', async () => {
    const { choose, isSignedIn, widget } = await open({ policy: mychart });
    await choose('short');
    await eventually(() => byRole(widget, 'alert', /New password: Use at least \d+ characters/));
    await choose(own);
    await isSignedIn();
  });

  it('whose answer is lost, tried again: it is done, and signed in', async () => {
    const { backend, choose, isSignedIn, widget } = await open({ policy: mychart });
    backend.faults.set('chooseNewPassword', { outcome: 'lost' });
    await choose(own);
    await eventually(() => byRole(widget, 'alert', /We can’t reach the portal/));
    backend.faults.clear();
    await choose(own);
    await isSignedIn();
  });
});
