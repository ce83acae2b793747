import { expect, fixture, html } from '@open-wc/testing';
import { createBackend } from '../../mocks/backend.js';
import { createFetch } from '../../mocks/fetch.js';
import { mychart } from '../../src/policy/mychart.js';
import { mycooper } from '../../src/policy/mycooper.js';
import { eventually } from '../../stories/fixtures/support/eventually.js';
import { ManualTimers } from '../../stories/fixtures/support/manual-timers.js';
import { byRole, isThere } from '../../stories/fixtures/support/query.js';
import '../../src/widgets/portal-login/define.js';
import '../../src/widgets/portal-session/define.js';
import type { PortalSession } from '../../src/widgets/portal-session/portal-session.js';
import { consoleErrors } from '../support/console-errors.js';
import { makePerson, password } from '../support/sample-people.js';

const openBackend = async (policy = mychart) => {
  const timers = new ManualTimers();
  const backend = await createBackend({
    policy,
    clock: timers.clock,
    people: [makePerson('ann', 'ann')],
    passwordIterations: 1,
  });
  return { timers, backend, ask: createFetch(backend) };
};

const untilReady = (session: PortalSession) =>
  eventually(() => {
    const { context } = session;
    if (!context) throw new Error('The session is not ready.');
    return context;
  });

const mountSession = async (ask: typeof fetch, baseUrl = '/api') => {
  const session = await fixture<PortalSession>(html`
    <portal-session base-url=${baseUrl} locale="en" .policy=${mychart} .fetch=${ask}>
    </portal-session>
  `);
  await untilReady(session);
  return session;
};

describe('the settings of <portal-session>', () => {
  it('hold when it is moved to another place of the page', async () => {
    const { ask } = await openBackend();
    const session = await mountSession(ask);
    const login = await fixture<HTMLElement>(html`<portal-login></portal-login>`);
    await eventually(() => byRole(login, 'heading', 'Sign in to MyChart'));
    const place = await fixture<HTMLElement>(html`<section></section>`);
    place.append(session);
    const { policy, client } = await untilReady(session);
    expect(policy).to.equal(mychart);
    expect(client.baseUrl).to.match(/\/api$/);
    await eventually(() => byRole(login, 'heading', 'Sign in to MyChart'));
    session.remove();
    expect(session.context).to.equal(undefined);
  });

  it('are each followed when they change', async () => {
    const { ask } = await openBackend();
    const session = await mountSession(ask);
    const changed = async (name: string, value: string) => {
      session.setAttribute(name, value);
      await session.updateComplete;
      return untilReady(session);
    };
    expect(await untilReady(session)).to.include({ faqHref: null, signInHref: null });
    expect((await changed('faq-href', '/help')).faqHref).to.contain('/help');
    expect((await changed('sign-in-href', '/start')).signInHref).to.contain('/start');
    const site = 'https://help.example.org';
    await consoleErrors(async () => {
      expect((await changed('faq-href', `${site}/faq`)).faqHref).to.equal(null);
    });
    const allowed = await changed('allowed-origins', site);
    expect(allowed).to.include({ faqHref: `${site}/faq`, allowedOrigins: site });
    expect((await changed('locale', 'es')).locale).to.equal('es');
    expect((await changed('base-url', '/another')).client.baseUrl).to.match(/\/another$/);
    session.policy = mycooper;
    await session.updateComplete;
    expect((await untilReady(session)).policy).to.equal(mycooper);
    const other = await openBackend();
    let asked = 0;
    session.baseUrl = '/api';
    session.fetch = (...request) => {
      asked += 1;
      return other.ask(...request);
    };
    await session.updateComplete;
    await untilReady(session);
    await eventually(() => {
      expect(asked).to.equal(1);
    });
    session.locale = 'en';
    await session.updateComplete;
    await untilReady(session);
  });

  it('once put right make the note go away', async () => {
    const { ask } = await openBackend();
    const session = await mountSession(ask);
    const login = document.createElement('portal-login');
    session.append(login);
    const complaints = await consoleErrors(async () => {
      session.baseUrl = 'http://settings.example.org';
      await eventually(() => byRole(login, 'alert'));
      expect(session.context).to.equal(undefined);
    });
    expect(complaints).to.contain('<portal-session>').and.contain('not encrypted');
    session.baseUrl = '/api';
    await session.updateComplete;
    await untilReady(session);
    await eventually(() => byRole(login, 'heading', 'Sign in to MyChart'));
    expect(isThere(login, 'alert')).to.equal(false);
  });

  it('that were replaced before they failed are nobody’s concern', async () => {
    const { ask } = await openBackend();
    let fail: (error: Error) => void = () => undefined;
    const session = await mountSession(ask);
    const complaints = await consoleErrors(async () => {
      session.fetch = (input, init) =>
        new Request(input).url.endsWith('/late.json')
          ? new Promise((_, reject) => (fail = reject))
          : ask(input, init);
      session.policy = '/late.json';
      await session.updateComplete;
      session.policy = mycooper;
      await session.updateComplete;
      await untilReady(session);
      fail(new TypeError('Failed to fetch'));
      await new Promise((resolve) => setTimeout(resolve));
      await session.updateComplete;
    });
    expect(complaints).to.equal('');
    expect(isThere(session, 'alert')).to.equal(false);
    expect(session.context?.policy).to.equal(mycooper);
  });
});

describe('what <portal-session> tells its page', () => {
  it('is each beginning and each end of a session, once, with its reason', async () => {
    const { ask } = await openBackend();
    const session = await mountSession(ask);
    const told: string[] = [];
    const place = session.parentElement;
    place?.addEventListener('portal-session-started', () => told.push('started'));
    place?.addEventListener('portal-session-ended', ({ ended }) => told.push(`ended: ${ended}`));
    const { store } = await untilReady(session);
    const signIn = () => store.dispatch({ type: 'sign-in', username: 'ann', password });
    await signIn();
    await store.dispatch({ type: 'refresh' });
    expect(told).to.deep.equal(['started']);
    await session.signOut();
    await store.dispatch({ type: 'refresh' });
    expect(told).to.deep.equal(['started', 'ended: sign-out']);
    await signIn();
    await store.dispatch({ type: 'expire' });
    expect(told.slice(2)).to.deep.equal(['started', 'ended: idle']);
  });

  it('is the time by which it counts', async () => {
    const { ask, timers } = await openBackend();
    const session = await fixture<PortalSession>(html`
      <portal-session
        base-url="/api"
        locale="en"
        .policy=${mychart}
        .fetch=${ask}
        .timers=${timers}
      ></portal-session>
    `);
    const { now, after } = await untilReady(session);
    const begun = now();
    let over = 0;
    after(60_000, () => (over += 1));
    after(60_000, () => (over += 10))();
    timers.advance({ minutes: 1, milliseconds: -1 });
    expect([now() - begun, over]).to.deep.equal([59_999, 0]);
    timers.advance({ milliseconds: 1 });
    expect([now() - begun, over]).to.deep.equal([60_000, 1]);
  });
});

describe('two <portal-session> for two backends', () => {
  it('serve what stands in each; what stands in none belongs to the first', async () => {
    const [one, two] = [await openBackend(), await openBackend(mycooper)];
    const first = await mountSession(one.ask);
    const second = await fixture<PortalSession>(html`
      <portal-session base-url="/another" locale="en" .policy=${mycooper} .fetch=${two.ask}>
        <portal-login></portal-login>
      </portal-session>
    `);
    const inside = second.querySelector<HTMLElement>('portal-login');
    if (!inside) throw new Error('The form stands in the second one.');
    const outside = await fixture<HTMLElement>(html`<portal-login></portal-login>`);
    await eventually(() => byRole(inside, 'heading', 'Sign in to myCooper'));
    await eventually(() => byRole(outside, 'heading', 'Sign in to MyChart'));
    second.remove();
    await new Promise((resolve) => setTimeout(resolve));
    expect(isThere(outside, 'heading', 'Sign in to MyChart')).to.equal(true);
    first.remove();
    await eventually(() => {
      expect(isThere(outside, 'heading', 'Sign in to MyChart')).to.equal(false);
    });
  });
});
