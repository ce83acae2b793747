import { ContextProvider } from '@lit/context';
import { expect, fixture, html } from '@open-wc/testing';
import { createBackend } from '../../../mocks/backend.js';
import { createFetch } from '../../../mocks/fetch.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { portalContext, providerOfPage } from '../../../src/session/portal-context.js';
import { PortalLogin } from '../../../src/widgets/portal-login/portal-login.js';
import '../../../src/widgets/portal-login/define.js';
import '../../../src/widgets/portal-session/define.js';
import type { PortalSession } from '../../../src/widgets/portal-session/portal-session.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { ManualTimers } from '../../../stories/fixtures/support/manual-timers.js';
import { byRole } from '../../../stories/fixtures/support/query.js';
import { consoleLines } from '../../support/console-errors.js';
import { forgetWritten } from './support/wrong-set-up.js';

const open = async () => createFetch(await createBackend({ policy: mycooper, people: [] }));

const sessionOf = (ask: typeof fetch, baseUrl = '/api', locale = 'en') =>
  html`<portal-session base-url=${baseUrl} locale=${locale} .policy=${mycooper} .fetch=${ask}>
    <portal-login></portal-login>
  </portal-session>`;

const entryIn = (line = '') => line.split('#').at(-1);

describe('what is on a page twice', () => {
  beforeEach(forgetWritten);

  it('warns of two backends, and of two languages', async () => {
    const ask = await open();
    const lines = await consoleLines(async () => {
      const place = await fixture<HTMLElement>(
        html`<div>${sessionOf(ask)} ${sessionOf(ask, '/other', 'es')}</div>`,
      );
      await eventually(() => {
        const sessions = [...place.querySelectorAll<PortalSession>('portal-session')];
        expect(sessions.map(({ context }) => context?.locale)).to.deep.equal(['en', 'es']);
      });
      await import('../../../src/widgets/portal-session/setup-fault.js');
    });
    expect(lines.map(entryIn)).to.have.members(['two-backends', 'two-languages']);
    expect(lines.join(' ')).to.contain('/api').and.contain('/other').and.contain('es');
  });

  it('is nothing to warn of where two sessions are the same', async () => {
    const ask = await open();
    const lines = await consoleLines(async () => {
      const place = await fixture<HTMLElement>(
        html`<div>${sessionOf(ask)} ${sessionOf(ask)}</div>`,
      );
      await eventually(() => {
        expect(place.querySelectorAll('form')).to.have.length(2);
      });
      await import('../../../src/widgets/portal-session/setup-fault.js');
    });
    expect(lines).to.deep.equal([]);
  });

  it('may be the library: both copies share the session, and say that their versions differ', async () => {
    const key = Symbol.for('portal-widgets.page');
    const page = globalThis as Record<symbol, unknown>;
    const here = page[key];
    // As another copy has it, which came first.
    const provider = new ContextProvider(document.createElement('div'), { context: portalContext });
    page[key] = { version: '9.9.9', provider };
    try {
      const lines = await consoleLines(() => {
        expect(providerOfPage()).to.equal(provider);
        providerOfPage();
      });
      expect(lines.map(entryIn)).to.deep.equal(['two-copies']);
      expect(lines[0]).to.contain('9.9.9');
    } finally {
      page[key] = here;
    }
  });

  it('may be a tag: what another class has is told, what another copy has is not', async () => {
    customElements.define('taken-login', class extends HTMLElement {});
    const lines = await consoleLines(() => {
      PortalLogin.define('taken-login');
      PortalLogin.define();
      class Another extends PortalLogin {}
      Another.define();
    });
    expect(lines.map(entryIn)).to.deep.equal(['tag-taken']);
    expect(lines[0]?.startsWith('<taken-login> ')).to.equal(true);
  });
});

describe('an attribute that cannot be', () => {
  beforeEach(forgetWritten);

  for (const level of ['9', '1', 'two']) {
    it(`heading-level="${level}" is 2 instead, with one warning`, async () => {
      const lines = await consoleLines(async () => {
        const login = await fixture<HTMLElement>(
          html`<portal-login heading-level=${level}></portal-login>`,
        );
        await eventually(() => {
          expect(byRole(login, 'heading', 'Sign in').localName).to.equal('h2');
        });
      });
      const told = lines.filter((line) => line.includes(`heading-level ${Number(level)}:`));
      expect(told).to.have.length(1);
      expect(told[0]).to.contain('<portal-login> heading-level').and.contain('2 to 4');
    });
  }
});

describe('what a framework sets on <portal-session> before it is defined', () => {
  it('holds afterwards, also what no attribute has', async () => {
    const ask = await open();
    const timers = new ManualTimers();
    const early = document.createElement('early-session');
    Object.assign(early, { baseUrl: '/api', policy: mycooper, locale: 'en', fetch: ask, timers });
    document.body.append(early);
    const session: Element & Partial<PortalSession> = early;
    const { PortalSession } = await import('../../../src/widgets/portal-session/portal-session.js');
    PortalSession.define('early-session');
    try {
      await eventually(() => {
        expect(session.context?.policy).to.equal(mycooper);
      });
      expect(session).to.include({ timers, fetch: ask });
      expect(session.context?.now()).to.equal(timers.now());
    } finally {
      early.remove();
    }
  });
});
