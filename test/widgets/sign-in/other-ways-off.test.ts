import { expect, html } from '@open-wc/testing';
import { mycooper } from '../../../src/policy/mycooper.js';
import '../../../src/widgets/portal-login/define.js';
import type { PortalLogin } from '../../../src/widgets/portal-login/portal-login.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { byRole, isThere } from '../../../stories/fixtures/support/query.js';
import { mount } from '../support/mount.js';
import { open, reads } from '../support/portal-preferences.js';

const policy = { ...mycooper, login: { ...mycooper.login, passkeys: false, secondStep: false } };

describe('a hospital without passkeys and a second step (login.other-ways)', () => {
  it('offers no passkey at sign-in', async () => {
    for (const [each, count] of [
      [mycooper, 'PublicKeyCredential' in window ? 1 : 0], // WebKitGTK knows none
      [policy, 0],
    ] as const) {
      const { widget } = await mount<PortalLogin>(html`<portal-login></portal-login>`, {
        policy: each,
      });
      await eventually(() => byRole(widget, 'heading', /^Sign in to /));
      await eventually(() => {
        expect(widget.querySelectorAll('button.pw-passkey')).to.have.length(count);
      });
    }
  });

  it('sets up none in the settings, and says so', async () => {
    const { widget } = await open({ policy });
    await reads(widget, 'We don’t use passkeys here. You can remove the ones you have.');
    await reads(widget, 'This is off. We only ask for your password.');
    expect(isThere(widget, 'button', 'Add a passkey')).to.equal(false);
    expect(isThere(widget, 'button', 'Set up an authenticator app')).to.equal(false);
  });
});
