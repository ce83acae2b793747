import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/widgets/portal-session/define.js';
import '../../../src/widgets/portal-signup/define.js';
import '../../../src/widgets/test-results/define.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { byRole } from '../../../stories/fixtures/support/query.js';
import { mount } from '../support/mount.js';
import { placesOf } from '../support/places.js';

/** Whether the browser would follow a click; nothing leaves this page. */
const isFollowed = (link: HTMLElement, click: MouseEventInit = {}): boolean => {
  let followed = false;
  document.addEventListener(
    'click',
    (event) => {
      followed = !event.defaultPrevented;
      event.preventDefault();
    },
    { once: true },
  );
  link.dispatchEvent(
    new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...click }),
  );
  return followed;
};

describe('a page with a router of its own', () => {
  for (const [template, name] of [
    [html`<test-results></test-results>`, 'of an element’s shadow root'],
    [html`<portal-signup recovery-href="/sign-in"></portal-signup>`, 'of an element without one'],
  ] as const) {
    it(`takes a link ${name}`, async () => {
      const { widget, session } = await mount<HTMLElement>(template, {
        signInHref: '/sign-in',
        faqHref: '/sign-in',
      });
      const link = await eventually(() =>
        byRole(widget, 'link', name.includes('without') ? 'I don’t have a code' : 'Sign in'),
      );
      expect(isFollowed(link), 'nobody listens').to.equal(true);
      const places = placesOf(session);
      expect(isFollowed(link), 'somebody takes it').to.equal(false);
      expect(places.map((place) => place.split('#')[0])).to.deep.equal(['/sign-in']);
    });
  }

  it('is not asked about a link that opens elsewhere, or leaves the page where it is', async () => {
    const { widget, session } = await mount<HTMLElement>(html`<test-results></test-results>`, {
      signInHref: '/sign-in',
    });
    const link = await eventually(() => byRole(widget, 'link', 'Sign in'));
    const places = placesOf(session);
    for (const click of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }]) {
      expect(isFollowed(link, click), JSON.stringify(click)).to.equal(true);
    }
    link.setAttribute('target', '_blank');
    expect(isFollowed(link)).to.equal(true);
    link.removeAttribute('target');
    for (const href of ['#there', 'mailto:help@hospital.example', 'tel:+18565550100']) {
      link.setAttribute('href', href);
      expect(isFollowed(link), href).to.equal(true);
    }
    expect(places).to.deep.equal([]);
  });

  it('is not asked about its own links that it has put inside', async () => {
    const session = await fixture<HTMLElement>(
      html`<portal-session base-url="/api" policy="mychart"
        ><a href="/own">Own</a></portal-session
      >`,
    );
    const places = placesOf(session);
    expect(isFollowed(byRole(session, 'link', 'Own'))).to.equal(true);
    expect(places).to.deep.equal([]);
  });
});
