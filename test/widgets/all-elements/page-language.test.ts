import { expect, fixture, html } from '@open-wc/testing';
import { createBackend } from '../../../mocks/backend.js';
import { createFetch } from '../../../mocks/fetch.js';
import { mychart } from '../../../src/policy/mychart.js';
import { useLocale } from '../../../src/locales/localization.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { byRole } from '../../../stories/fixtures/support/query.js';
import '../../../src/autoload.js';
import type { PortalSession } from '../../../src/widgets/portal-session/portal-session.js';

describe('the language of the page', () => {
  const page = document.documentElement;
  const { lang } = page;

  afterEach(async () => {
    page.lang = lang;
    await useLocale('en');
  });

  const mountLogin = async (locale: string) => {
    const ask = createFetch(await createBackend({ policy: mychart, people: [] }));
    const place = await fixture<HTMLElement>(html`
      <div>
        <portal-session base-url="/api" locale=${locale} .policy=${mychart} .fetch=${ask}>
          <portal-login></portal-login>
        </portal-session>
      </div>
    `);
    const login = place.querySelector('portal-login');
    if (!login) throw new Error('There is no sign-in form.');
    await eventually(() => byRole(login, 'heading', 'Sign in to MyChart'));
    return login;
  };

  it('is followed when it changes, and back', async () => {
    const login = await mountLogin('');
    page.lang = 'es-US';
    await eventually(() => byRole(login, 'heading', /^Inici/));
    expect(login.lang).to.equal('es');
    page.lang = 'en-US';
    await eventually(() => byRole(login, 'heading', 'Sign in to MyChart'));
  });

  it('is followed by what is told the policy itself', async () => {
    const place = await fixture<HTMLElement>(
      html`<div><portal-help policy="mychart" contact-only></portal-help></div>`,
    );
    await eventually(() => byRole(place, 'heading', 'Call us'));
    page.lang = 'es';
    await eventually(() => byRole(place, 'heading', 'Llámenos'));
  });

  it('is the one asked for last, though another is still on its way', async () => {
    const login = await mountLogin('en');
    await Promise.all([useLocale('es'), useLocale('en')]);
    byRole(login, 'heading', 'Sign in to MyChart');
    await Promise.all([useLocale('es'), useLocale('tlh')]);
    byRole(login, 'heading', 'Sign in to MyChart');
    await useLocale('es');
    await eventually(() => byRole(login, 'heading', /^Inici/));
  });

  it('is not followed by a session that has its own', async () => {
    const login = await mountLogin('en');
    page.lang = 'es';
    const session = login.closest<PortalSession>('portal-session');
    // Observers hear in the order in which they began: this one after the library's.
    await new Promise((heard) => {
      new MutationObserver(heard).observe(page, { attributeFilter: ['lang'] });
      page.lang = 'es-MX';
    });
    await session?.updateComplete;
    await eventually(() => expect(session?.context?.locale).to.equal('en'));
    byRole(login, 'heading', 'Sign in to MyChart');
  });
});
