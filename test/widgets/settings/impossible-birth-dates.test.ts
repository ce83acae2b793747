import { expect, html } from '@open-wc/testing';
import { mina } from '../../../mocks/people/mina/mina.js';
import { rosa } from '../../../mocks/people/rosa/rosa.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import '../../../src/widgets/portal-help/define.js';
import type { PortalHelp } from '../../../src/widgets/portal-help/portal-help.js';
import '../../../src/widgets/proxy-switcher/define.js';
import type { ProxySwitcher } from '../../../src/widgets/proxy-switcher/proxy-switcher.js';
import { askForUsername } from '../../../stories/fixtures/steps/forgetful.js';
import { proveIt } from '../../../stories/fixtures/steps/newcomer.js';
import { accept, openInvitation } from '../../../stories/fixtures/steps/relatives.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { byLabel, byRole, expectFocusOn, textOf } from '../../../stories/fixtures/support/query.js';
import { fillIn } from '../../../stories/fixtures/steps/user.js';
import { mount } from '../support/mount.js';
import { open as openRecovery } from '../support/portal-recovery.js';
import { birthDate, now, open as openSignup } from '../support/portal-signup.js';
import { reads } from '../support/reads.js';

/** What a date field has where somebody typed 09/13/88, 09/13/2088 and 09/13/1888. */
const impossible = ['0088-09-13', '2088-09-13', '1888-09-13'];
const words = /This date is in the future|Use all 4 digits, like 1988\./;

describe('a date of birth that cannot be', () => {
  it('uses up no try of a code', async () => {
    const { widget, requests } = await openSignup();
    for (const value of [...impossible, ...impossible]) {
      await proveIt(widget, value);
      await eventually(() => {
        expect(textOf(widget)).to.match(words);
      });
      expectFocusOn(widget.querySelector('[part=error-summary]'));
      expect(byLabel(widget, 'Date of birth').value).to.equal(value);
    }
    expect(requests.some(({ url }) => url.includes('activation'))).to.equal(false);
    await proveIt(widget, birthDate);
    await eventually(() => byRole(widget, 'heading', 'Choose how you sign in'));
  });

  it('is not sent for a forgotten username', async () => {
    const { widget, requests, emails } = await openRecovery();
    const asked = requests.length;
    for (const value of impossible) {
      await askForUsername(widget, 'rosa.delgado@example.com', value);
      await eventually(() => {
        expect(textOf(widget)).to.match(words);
      });
    }
    expect(requests).to.have.length(asked);
    expect(emails()).to.deep.equal([]);
  });

  it('is not sent with an invitation', async () => {
    const { widget, backend, requests } = await mount<ProxySwitcher>(
      html`<proxy-switcher></proxy-switcher>`,
      { policy: mychart, people: [mina(now), rosa(now)], signedInAs: 'mina.park' },
    );
    await reads(widget, 'own record');
    await openInvitation(backend);
    for (const value of impossible) {
      await accept(widget, value);
      await reads(widget, words);
    }
    expect(requests.some(({ url }) => url.endsWith('/family/invitations'))).to.equal(false);
  });

  it('stands in no email, and is told once it is typed', async () => {
    const { widget } = await mount<PortalHelp>(html`<portal-help></portal-help>`, {
      policy: mycooper,
    });
    const field = await eventually(() => byLabel(widget, 'Date of birth (optional)'));
    const mail = () => (byRole(widget, 'link', 'Email us') as HTMLAnchorElement).href;
    field.focus();
    fillIn(field, '0088-09-13');
    await widget.updateComplete;
    expect(textOf(widget), 'while it is being typed').not.to.match(words);
    field.blur();
    await reads(widget, words);
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(decodeURIComponent(mail())).to.contain('Date of birth: ____');
    fillIn(field, '1988-09-13');
    await eventually(() => {
      expect(textOf(widget)).not.to.match(words);
    });
    expect(decodeURIComponent(mail())).to.contain('Date of birth: Sep 13, 1988');
    expect(field.getAttribute('aria-invalid')).to.equal(null);
  });
});
