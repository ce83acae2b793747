import { expect, fixture, html } from '@open-wc/testing';
import { demoPassword } from '../../../mocks/people/demo-password.js';
import { mychart } from '../../../src/policy/mychart.js';
import '../../../src/widgets/portal-appointments/define.js';
import '../../../src/widgets/portal-faq/define.js';
import '../../../src/widgets/portal-help/define.js';
import '../../../src/widgets/portal-login/define.js';
import '../../../src/widgets/portal-preferences/define.js';
import '../../../src/widgets/portal-signup/define.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { byLabel, byRole, isThere, textOf } from '../../../stories/fixtures/support/query.js';
import { patWith } from '../../../stories/fixtures/support/reports.js';
import { placesOf } from '../support/places.js';
import { mount, type MountOptions } from '../support/mount.js';
import { openResult, years } from '../support/results.js';

/** Addresses of which none may be followed; test/unit/client/address.test.ts has the whole list. */
const tricks = [
  'javascript:alert(1)',
  'JaVa\tScRi\npt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '//other.example',
  '\\\\other.example',
  '/\t/other.example',
  'https://other.example/a',
  'https://someone@other.example/',
];

const stores: readonly unknown[] = Object.values(mychart.mobile);

/** Where links of an element lead, shadow roots included; calls and mails apart. */
const placesIn = (root: ParentNode): string[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element instanceof HTMLAnchorElement && !/^(tel|mailto):/.test(element.href)
      ? [element.href]
      : []),
    ...(element.shadowRoot ? placesIn(element.shadowRoot) : []),
  ]);

/** Only the policy's stores are other sites. */
const expectNoWayOut = (root: ParentNode) => {
  for (const place of placesIn(root).filter((href) => !stores.includes(href))) {
    expect(new URL(place).origin, place).to.equal(location.origin);
  }
};

/** Below each answer stands the way to a person. */
const openAnswer = async (faq: Element) => {
  (await eventually(() => byRole(faq, 'button', 'Does MyChart cost anything?'))).click();
};

const signInAt = async (attributes: object, options: MountOptions = {}) => {
  const { widget, session } = await mount<HTMLElement>(html`<portal-login></portal-login>`, {
    policy: mychart,
    ...options,
  });
  await eventually(() => byRole(widget, 'button', 'Sign in'));
  const gone = placesOf(widget);
  Object.assign(widget, attributes);
  byLabel(widget, /username/i).value = 'rosa.delgado';
  byLabel(widget, 'Password').value = demoPassword;
  return { widget, session, gone };
};

describe('addresses that a page gives to the elements', () => {
  for (const trick of tricks) {
    it(`never lead away after signing in: ${JSON.stringify(trick)}`, async () => {
      const { widget, gone } = await signInAt({
        nextHref: trick,
        recoveryHref: trick,
        signupHref: trick,
      });
      expectNoWayOut(widget);
      expect(isThere(widget, 'link', 'Sign up with a code')).to.equal(false);
      byRole(widget, 'button', 'Sign in').click();
      await eventually(() => byRole(widget, 'heading', /signed in as/));
      expect(gone).to.deep.equal([]);
      expectNoWayOut(widget);
    });
  }

  it('lead to another site after signing in, where the page allows it', async () => {
    const { widget, session, gone } = await signInAt({ nextHref: 'https://visits.example/a' });
    session.allowedOrigins = 'https://visits.example';
    await eventually(() => {
      expect(session.context?.allowedOrigins).to.equal('https://visits.example');
    });
    byRole(widget, 'button', 'Sign in').click();
    await eventually(() => {
      expect(gone).to.deep.equal(['https://visits.example/a']);
    });
  });

  it('never lead away from what is refused or over', async () => {
    for (const trick of tricks) {
      const stage = await mount<HTMLElement>(html`<test-results></test-results>`, {
        faqHref: trick,
        signInHref: trick,
      });
      await eventually(() => {
        expect(textOf(stage.widget)).to.contain('Sign in to see');
      });
      expect(stage.session.context?.signInHref).to.equal(null);
      expect(stage.session.context?.faqHref).to.equal(null);
      expectNoWayOut(stage.session);
    }
  });

  it('never lead away from a question about a result', async () => {
    const { widget } = await mount<HTMLElement>(html`<test-results></test-results>`, {
      signedInAs: 'pat.doe',
      people: [patWith(...years)],
    });
    Object.assign(widget, { messagesHref: '//other.example' });
    await openResult(widget, 'Salts');
    byRole(widget, 'button', 'Ask about this result');
    expectNoWayOut(widget.shadowRoot ?? widget);
  });

  it('never lead away from the settings, from signing up or from the FAQ', async () => {
    for (const trick of tricks.slice(0, 4)) {
      const { session } = await mount<HTMLElement>(
        html`<portal-preferences recovery-href=${trick}></portal-preferences>
          <portal-signup recovery-href=${trick} next-href=${trick}></portal-signup>`,
        { signedInAs: 'rosa.delgado' },
      );
      await eventually(() => {
        expect(textOf(session)).to.contain('Your settings').and.contain('signed in as');
      });
      expectNoWayOut(session);
      const faq = await fixture<HTMLElement>(
        html`<portal-faq policy="mychart" help-href=${trick}></portal-faq>`,
      );
      await openAnswer(faq);
      await eventually(() => byRole(faq, 'button', 'Ask a person'));
      expectNoWayOut(faq.shadowRoot ?? faq);
    }
    const faq = await fixture<HTMLElement>(
      html`<portal-faq
        policy="mychart"
        help-href="https://help.example/a"
        allowed-origins="https://help.example"
      ></portal-faq>`,
    );
    await openAnswer(faq);
    const link = await eventually(() => byRole(faq, 'link', 'Ask a person'));
    expect(link.getAttribute('href')).to.equal('https://help.example/a');
  });

  it('of a map open a map, or the usual one where it is none', async () => {
    const { widget } = await mount<HTMLElement>(
      html`<portal-appointments map-href="javascript:alert('{address}')"></portal-appointments>`,
      { signedInAs: 'rosa.delgado' },
    );
    const link = await eventually(() => {
      const [first] = [...(widget.shadowRoot?.querySelectorAll('[part=directions]') ?? [])];
      if (!first) throw new Error('There is no link yet.');
      return first;
    });
    expect(link.getAttribute('href')).to.match(/^https:\/\/www\.google\.com\/maps/);
  });
});
