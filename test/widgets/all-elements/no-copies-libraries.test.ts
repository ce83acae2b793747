import { expect, html } from '@open-wc/testing';
import { session as turbo } from '@hotwired/turbo';
import htmx from 'htmx.org';
import { demoPassword } from '../../../mocks/people/demo-password.js';
import { mychart } from '../../../src/policy/mychart.js';
import '../../../src/widgets/portal-login/define.js';
import '../../../src/widgets/portal-preferences/define.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { byLabel, byRole, textOf } from '../../../stories/fixtures/support/query.js';
import { mount } from '../support/mount.js';

const secret = 'rosa.delgado@example.com';

const mountSettings = async () => {
  const stage = await mount<HTMLElement>(
    html`<portal-preferences></portal-preferences>
      <p>Words of the page.</p>
      <div id="next"></div>`,
    { signedInAs: 'rosa.delgado', policy: mychart },
  );
  await shows(stage.widget);
  return stage;
};

const shows = (widget: Element) =>
  eventually(() => {
    expect(textOf(widget)).to.contain(secret);
  });

/** What htmx keeps of pages in the browser's storage. */
const keptByHtmx = () => sessionStorage.getItem('htmx-history-cache') ?? '';

describe('pages under navigation libraries', () => {
  const { href } = location;

  afterEach(() => {
    history.replaceState(null, '', href);
    sessionStorage.clear();
  });

  /** As a link with `hx-get` and `hx-push-url` does. */
  const goOn = () =>
    htmx.ajax('get', '/LICENSE', { target: '#next', swap: 'innerHTML', push: '/next' });

  it('are kept by htmx with all that they say, if nobody tells it not to', async () => {
    const { widget } = await mountSettings();
    widget.removeAttribute('hx-history');
    // Nor is it told that a copy is about to be made.
    const deaf = (event: Event) => {
      event.stopImmediatePropagation();
    };
    addEventListener('htmx:beforeHistorySave', deaf, true);
    await goOn();
    removeEventListener('htmx:beforeHistorySave', deaf, true);
    expect(keptByHtmx()).to.contain(secret);
  });

  it('are not kept by htmx where there is a widget', async () => {
    const { widget } = await mountSettings();
    await goOn();
    expect(location.pathname).to.equal('/next');
    expect(keptByHtmx()).to.equal('');
    await shows(widget);
  });

  it('are kept by htmx without what a widget says, though another script has taken its mark', async () => {
    const { widget } = await mountSettings();
    widget.removeAttribute('hx-history');
    await goOn();
    expect(keptByHtmx()).to.contain('Words of the page.');
    expect(keptByHtmx()).not.to.match(/delgado|<input/);
    await shows(widget);
  });

  it('keep what is typed into a widget from htmx', async () => {
    const { widget, requests } = await mount<HTMLElement>(html`<portal-login></portal-login>`, {
      policy: mychart,
    });
    const button = await eventually(() => byRole(widget, 'button', 'Sign in'));
    widget.parentElement?.setAttribute('hx-boost', 'true');
    htmx.process(document.body);
    const sent: Event[] = [];
    const hear = (event: Event) => {
      event.preventDefault();
      sent.push(event);
    };
    addEventListener('htmx:beforeRequest', hear);
    byLabel(widget, 'Username').value = 'rosa.delgado';
    byLabel(widget, 'Password').value = demoPassword;
    button.click();
    await eventually(() => byRole(widget, 'heading', 'You’re signed in as Rosa Delgado.'));
    removeEventListener('htmx:beforeRequest', hear);
    expect(sent).to.have.length(0);
    expect(requests.filter(({ method }) => method === 'POST')).to.have.length(1);
  });

  it('are kept by Turbo without what a widget says', async () => {
    const { widget } = await mountSettings();
    const snapshot = await turbo.view.cacheSnapshot();
    const kept = snapshot.element.outerHTML;
    expect(kept).to.contain('Words of the page.').and.contain('<portal-preferences');
    expect(kept).not.to.match(/delgado|<input/);
    document.dispatchEvent(new Event('turbo:load')); // as when the page is shown again
    await shows(widget);
  });

  after(() => {
    turbo.stop();
  });
});
