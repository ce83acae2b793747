import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { useLocale } from '../../../src/locales/localization.js';
import { msg } from '../../../src/locales/localize.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { providerOfPage, type PortalContext } from '../../../src/session/portal-context.js';
import { SessionController } from '../../../src/session/session-controller.js';
import { openBrowser, signInAs } from '../support/tabs.js';

/** A widget of few words. */
class SmallWidget extends LitElement {
  readonly session: SessionController = new SessionController(this);

  protected override render() {
    const { state, subject } = this.session;
    return html`${state.status} ${subject?.id} ${msg('Sign out')}`;
  }
}
customElements.define('small-widget', SmallWidget);

const wordsOf = async (widget: SmallWidget): Promise<string> => {
  await widget.updateComplete;
  return widget.shadowRoot?.textContent.replace(/\s+/g, ' ').trim() ?? '';
};

const mountWidget = () => fixture<SmallWidget>(html`<small-widget></small-widget>`);

/** A session of one tab, as `<portal-session>` provides it. */
const openSession = async (change: Partial<PortalContext> = {}) => {
  const { openTab, timers } = await openBrowser();
  const tab = openTab();
  const context: PortalContext = {
    client: tab.client,
    store: tab.store,
    policy: mycooper,
    locale: 'en',
    now: () => timers.now(),
    after: (...wait) => timers.after(...wait),
    faqHref: null,
    signInHref: null,
    allowedOrigins: '',
    ...change,
  };
  return { tab, context };
};

const provide = (context: PortalContext | undefined) => {
  providerOfPage().setValue(context);
};

describe('a widget on a page with a session', () => {
  afterEach(async () => {
    fixtureCleanup();
    provide(undefined);
    await useLocale('en');
  });

  it('waits as long as there is no session, and follows it from then on', async () => {
    const widget = await mountWidget();
    expect(await wordsOf(widget)).to.equal('starting Sign out');
    const { tab, context } = await openSession();
    provide(context);
    expect(widget.session.context).to.equal(context);
    await tab.store.dispatch({ type: 'refresh' });
    expect(await wordsOf(widget)).to.equal('signed-out Sign out');
    await signInAs(tab, 'ann');
    expect(await wordsOf(widget)).to.equal('signed-in ann Sign out');
    await tab.store.dispatch({ type: 'sign-out' });
    expect(await wordsOf(widget)).to.equal('signed-out Sign out');
  });

  it('shows what is so by then where the session was there first', async () => {
    const { tab, context } = await openSession();
    await signInAs(tab, 'ann');
    provide(context);
    expect(await wordsOf(await mountWidget())).to.equal('signed-in ann Sign out');
  });

  it('does what was asked before there was a session as soon as there is one, once', async () => {
    const widget = await mountWidget();
    const told: PortalContext[] = [];
    const waiting = [1, 2].map(async () => told.push(await widget.session.ready));
    await Promise.resolve();
    expect(told).to.deep.equal([]);
    const { context } = await openSession();
    provide(context);
    await Promise.all(waiting);
    expect(told).to.deep.equal([context, context]);
    expect(await widget.session.ready).to.equal(context);
    provide((await openSession()).context);
    await widget.updateComplete;
    expect(told).to.have.length(2);
  });

  it('knows nobody once it is taken off the page, and follows again when it is put back', async () => {
    const { tab, context } = await openSession();
    await signInAs(tab, 'ann');
    provide(context);
    const widget = await mountWidget();
    const place = widget.parentElement;
    widget.remove();
    expect(widget.session.state.status).to.equal('starting');
    expect(widget.session.subject).to.equal(undefined);
    place?.append(widget);
    expect(await wordsOf(widget)).to.equal('signed-in ann Sign out');
    await tab.store.dispatch({ type: 'sign-out' });
    expect(await wordsOf(widget)).to.equal('signed-out Sign out');
  });

  it('is not changed any more by the session before', async () => {
    const before = await openSession();
    provide(before.context);
    const widget = await mountWidget();
    const { tab, context } = await openSession();
    await signInAs(tab, 'bob');
    provide(context);
    await widget.updateComplete;
    let updates = 0;
    widget.addController({ hostUpdate: () => (updates += 1) });
    await signInAs(before.tab, 'ann');
    expect(await wordsOf(widget)).to.equal('signed-in bob Sign out');
    expect(updates).to.equal(0);
    await tab.store.dispatch({ type: 'sign-out' });
    await widget.updateComplete;
    expect(updates).to.be.greaterThan(0);
  });

  it('speaks another language as soon as the page does', async () => {
    const { context } = await openSession();
    provide(context);
    const widget = await mountWidget();
    expect(await wordsOf(widget)).to.equal('starting Sign out');
    await useLocale('es');
    expect(await wordsOf(widget)).to.equal('starting Cerrar sesión');
  });

  it('says which language is the portal’s, unless the host has said another', async () => {
    const widget = await mountWidget();
    const told = await fixture<SmallWidget>(html`<small-widget lang="en-GB"></small-widget>`);
    expect(widget.lang).to.equal('');
    provide((await openSession({ locale: 'es' })).context);
    expect([widget.lang, told.lang]).to.deep.equal(['es', 'en-GB']);
    provide(undefined);
    expect([widget.lang, told.lang]).to.deep.equal(['es', 'en-GB']);
  });

  it('leads to other sites only where the host allows it', async () => {
    const widget = await mountWidget();
    expect(widget.session.href('https://help.example.org/')).to.equal(undefined);
    provide((await openSession({ allowedOrigins: 'https://help.example.org' })).context);
    expect(widget.session.href('https://help.example.org/')).to.equal('https://help.example.org/');
    expect(widget.session.href('/help')).to.contain('/help');
    expect(widget.session.href(null)).to.equal(undefined);
  });
});
