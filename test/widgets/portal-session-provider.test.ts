import { expect, fixture, html } from '@open-wc/testing';
import { createBackend } from '../../mocks/backend.js';
import { createFetch } from '../../mocks/fetch.js';
import { mycooper } from '../../src/policy/mycooper.js';
import '../../src/widgets/portal-login/define.js';
import '../../src/widgets/portal-session/define.js';
import type { PortalSession } from '../../src/widgets/portal-session/portal-session.js';
import { eventually } from '../../stories/fixtures/support/eventually.js';
import { byRole, isThere } from '../../stories/fixtures/support/query.js';
import { mount } from './support/mount.js';
import { placesOf } from './support/places.js';

const signedIn = async () => {
  const stage = await mount<HTMLElement>(html`<portal-login></portal-login>`, {
    signedInAs: 'rosa.delgado',
  });
  await stage.session.ready;
  stage.session.signOutHref = '/sso/sign-out';
  await stage.session.ready;
  return { ...stage, places: placesOf(stage.session) };
};

describe('signing in at an identity provider', () => {
  const login = (providerOnly: boolean) =>
    mount<HTMLElement>(html`
      <portal-login ?provider-only=${providerOnly}>
        <a slot="provider" href="/sso">Sign in with Harbor ID</a>
        <p>Signing in needs JavaScript.</p>
      </portal-login>
    `);

  it('begins with the page’s own link, above the form', async () => {
    const { widget, session } = await login(false);
    await eventually(() => byRole(widget, 'button', 'Sign in'));
    const places = placesOf(session);
    byRole(widget, 'link', 'Sign in with Harbor ID').click();
    expect(places).to.deep.equal(['/sso']);
    expect(widget.textContent).not.to.contain('JavaScript');
  });

  it('is the only way where the page says so', async () => {
    const { widget, session } = await login(true);
    await session.ready;
    await eventually(() => byRole(widget, 'heading', /Sign in/));
    byRole(widget, 'link', 'Sign in with Harbor ID');
    expect(isThere(widget, 'button', 'Sign in')).to.equal(false);
  });

  it('ends there, too, once the backend has confirmed that the session is over', async () => {
    const { session, places, backend } = await signedIn();
    backend.faults.set('signOut', { outcome: 'internal' });
    await session.signOut();
    expect(session.state).to.equal('signed-out');
    expect(places, 'the backend has not confirmed it').to.deep.equal([]);
  });

  for (const type of ['sign-out', 'expire'] as const) {
    it(`goes on to the page that ends it: ${type}`, async () => {
      const { session, places } = await signedIn();
      await session.context?.store.dispatch({ type });
      await eventually(() => {
        expect(places).to.deep.equal(['/sso/sign-out']);
      });
    });
  }

  it('does not go on where another tab has signed out', async () => {
    const { session, places, answerInstead } = await signedIn();
    answerInstead('GET', '/session', () =>
      Response.json({ status: 'signed-out', csrfToken: 'another', ended: 'sign-out' }),
    );
    await session.refresh();
    expect(session.state).to.equal('signed-out');
    expect(places).to.deep.equal([]);
  });
});

describe('bearer tokens', () => {
  it('go with requests to the backend, and not with the policy file', async () => {
    const backend = await createBackend({ policy: mycooper, people: [] });
    const ask = createFetch(backend);
    const sent: Request[] = [];
    const send: typeof fetch = (input, init) => {
      const request = new Request(
        input instanceof Request ? input : new URL(input, location.href),
        init,
      );
      sent.push(request);
      return request.url.endsWith('/policy.json')
        ? Promise.resolve(Response.json(mycooper))
        : ask(request);
    };
    const session = await fixture<PortalSession>(html`
      <portal-session
        base-url="/api"
        policy="/policy.json"
        .fetch=${send}
        .authorize=${() => Promise.resolve('a-token')}
      ></portal-session>
    `);
    await session.ready;
    expect(
      sent.map(({ url, headers, credentials }) => [
        new URL(url).pathname,
        headers.get('Authorization'),
        credentials,
      ]),
    ).to.deep.include.members([['/api/session', 'Bearer a-token', 'omit']]);
    const policy = sent.find(({ url }) => url.endsWith('/policy.json'));
    expect(policy?.headers.has('Authorization')).to.equal(false);
  });
});
