import { expect, html } from '@open-wc/testing';
import { rosa } from '../../../mocks/people/rosa/rosa.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalRecovery } from '../../../src/widgets/portal-recovery/portal-recovery.js';
import {
  askForLink,
  askForUsername,
  linkSentBy,
} from '../../../stories/fixtures/steps/forgetful.js';
import { lakeside, policies } from '../../../stories/fixtures/support/policies.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { busyButton } from '../support/busy.js';
import { mount } from '../support/mount.js';
import {
  byLabel,
  byRole,
  expectFocusOn,
  isThere,
  textOf,
} from '../../../stories/fixtures/support/query.js';
import { now, open, part, noteIn } from '../support/portal-recovery.js';

const birthDate = rosa(now).patient.birthDate ?? '';

describe('<portal-recovery>, a forgotten username (username.recovery)', () => {
  for (const policy of policies) {
    it(`sends it to the address on file, never to the screen, under ${policy.id}`, async () => {
      const { widget, emails } = await open({ policy });
      await askForUsername(widget, 'rosa.delgado@example.com', birthDate);
      const note = await noteIn(part(widget, `I forgot my ${policy.terms.username.en}`));
      expectFocusOn(note);
      expect(textOf(note)).to.contain('If we have this address on file');
      expect(textOf(note)).to.contain(policy.support.officePhone);
      expect(emails().map(({ to, text }) => [to, /rosa\.delgado$/.test(text)])).to.deep.equal([
        ['rosa.delgado@example.com', true],
      ]);
      expect(textOf(widget)).not.to.contain('rosa.delgado');
    });
  }

  it('says the same to a stranger', async () => {
    const { widget, emails } = await open();
    const section = part(widget, 'I forgot my username');
    await askForUsername(widget, 'rosa.delgado@example.com', birthDate);
    const known = textOf(await noteIn(section));
    await askForUsername(widget, 'nobody@example.com', '1970-01-01');
    await eventually(() => byRole(section, 'button', 'Email me my username'));
    expect(textOf(await noteIn(section))).to.equal(known);
    expect(emails()).to.have.length(1);
  });

  it('tells the hours of the office', async () => {
    const { widget } = await open({ policy: lakeside });
    await askForUsername(widget, 'nobody@example.com', '1970-01-01');
    expect(textOf(await noteIn(part(widget, 'I forgot my member name')))).to.contain(
      'Open Monday, Tuesday, Wednesday, Thursday, and Saturday, 9:30 AM to 6:15 PM, except holidays.',
    );
  });

  it('keeps what was typed for whoever has mistyped', async () => {
    const { widget } = await open();
    await askForUsername(widget, 'rosa@example.com', birthDate);
    await noteIn(part(widget, 'I forgot my username'));
    expect(byLabel(widget, 'Email address').value).to.equal('rosa@example.com');
    expect(byLabel(widget, 'Date of birth').value).to.equal(birthDate);
  });

  it('names what is missing in its own part, and sends nothing', async () => {
    const { widget, requests } = await open();
    byRole(widget, 'button', 'Email me my username').click();
    const summary = await eventually(() =>
      byRole(part(widget, 'I forgot my username'), 'alert', /Enter your email address/),
    );
    expectFocusOn(summary);
    expect(isThere(part(widget, 'I forgot my password'), 'alert')).to.equal(false);
    expect(requests.filter(({ url }) => url.endsWith('/username-recovery'))).to.be.empty;
  });
});

describe('<portal-recovery>', () => {
  it('asks for cookies before anything is sent (login.cookies-required)', async () => {
    const { widget, requests } = await open();
    Object.defineProperty(navigator, 'cookieEnabled', { value: false, configurable: true });
    try {
      await askForLink(widget);
      await eventually(() => byRole(widget, 'alert', /Cookies are turned off/));
      expect(requests.filter(({ url }) => url.includes('/account/'))).to.be.empty;
    } finally {
      Reflect.deleteProperty(navigator, 'cookieEnabled');
    }
  });

  it('sends once however often it is asked, each part by itself', async () => {
    const { widget, backend, requests } = await open();
    const release = backend.faults.hold('requestPasswordReset');
    await askForLink(widget);
    const button = await busyButton(widget, 'Email me a link');
    button.click();
    const other = byRole(widget, 'button', 'Email me my username');
    expect(other.getAttribute('aria-disabled')).to.equal('false');
    release();
    await noteIn(part(widget, 'I forgot my password'));
    expect(requests.filter(({ url }) => url.endsWith('/password-resets'))).to.have.length(1);
  });

  it('helps who is signed in to a new password: changing it takes the one that is forgotten', async () => {
    const { widget, backend } = await open({ signedInAs: 'rosa.delgado' });
    await eventually(() => byRole(widget, 'heading', 'You’re signed in as Rosa Delgado.'));
    expect(isThere(widget, 'button', 'Email me my username')).to.equal(false);
    await askForLink(widget);
    await eventually(() => linkSentBy(backend));
  });

  it('sends another link to who is signed in and opens one that works no more', async () => {
    const { widget } = await open({ signedInAs: 'rosa.delgado' });
    location.hash = '#new-password=made-up';
    await eventually(() => byRole(widget, 'alert', /ask for a new link/));
    await eventually(() => byRole(widget, 'button', 'Email me a link'));
  });

  it('hears of no link once it is gone', async () => {
    const { widget, requests } = await open();
    widget.remove();
    location.hash = '#new-password=made-up';
    await new Promise((resolve) => {
      addEventListener('hashchange', resolve, { once: true });
    });
    expect(location.hash).to.equal('#new-password=made-up');
    expect(requests.filter(({ url }) => url.endsWith('/read'))).to.be.empty;
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('speaks Spanish', async () => {
    const { widget } = await mount<PortalRecovery>(html`<portal-recovery></portal-recovery>`, {
      policy: mycooper,
      locale: 'es',
    });
    const send = await eventually(() =>
      byRole(widget, 'button', 'Enviarme mi identificación por correo'),
    );
    send.click();
    await eventually(() => byRole(widget, 'alert', /Escriba su correo electrónico/));
    expect(textOf(widget)).to.contain('de lunes a viernes, de 8:00 a 17:00');
  });
});
