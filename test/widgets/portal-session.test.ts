import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createBackend } from '../../mocks/backend.js';
import { createFetch } from '../../mocks/fetch.js';
import { mychart } from '../../src/policy/mychart.js';
import { mycooper } from '../../src/policy/mycooper.js';
import { announcedSeconds, timeLeft } from '../../src/widgets/portal-session/idle-warning.js';
import '../../src/widgets/portal-login/define.js';
import '../../src/widgets/portal-session/define.js';
import type { PortalSession } from '../../src/widgets/portal-session/portal-session.js';
import { consoleErrors } from '../support/console-errors.js';
import { expectAccessible } from './support/axe.js';
import { eventually } from '../../stories/fixtures/support/eventually.js';
import { mount } from './support/mount.js';
import {
  byRole,
  expectFocusOn,
  focused,
  isThere,
  textOf,
} from '../../stories/fixtures/support/query.js';

const mountSignedIn = async () => {
  const stage = await mount<HTMLElement>(html`<portal-login></portal-login>`, {
    signedInAs: 'rosa.delgado',
    policy: mychart,
  });
  const { widget, session, timers } = stage;
  await eventually(() => byRole(widget, 'heading', /signed in as/));
  /** The idle limit is watched only once its module is there. */
  const warned = () =>
    eventually(() => {
      timers.advance({ seconds: 0 });
      return byRole(session, 'dialog');
    });
  return { ...stage, warned };
};

describe('<portal-session>', () => {
  it('warns two minutes before the idle limit, and counts down', async () => {
    const { session, timers, warned } = await mountSignedIn();
    timers.advance({ minutes: 12, seconds: 59 });
    expect(isThere(session, 'dialog')).to.equal(false);
    timers.advance({ seconds: 1 });
    const dialog = await warned();
    expect(textOf(dialog)).to.contain('Are you still there?').and.contain('in 2 minutes.');
    timers.advance({ seconds: 61 });
    await session.updateComplete;
    expect(textOf(dialog)).to.contain('59 seconds');
    await expectAccessible(session);
  });

  it('counts a second that has begun: never none before the end', async () => {
    const { session, timers, warned } = await mountSignedIn();
    timers.clock.advance({ minutes: 13, milliseconds: 500 }); // the computer slept, and woke up
    const dialog = await warned();
    expect(textOf(dialog)).to.contain('in 2 minutes.');
    timers.advance({ seconds: 1 });
    await session.updateComplete;
    expect(textOf(dialog)).to.contain('in 1 minute, 59 seconds.');
    timers.advance({ seconds: 118, milliseconds: 499 });
    await session.updateComplete;
    expect(textOf(dialog)).to.contain('in 1 second.');
  });

  it('stays signed in when asked to, and gives the focus back', async () => {
    const { session, widget, timers, warned } = await mountSignedIn();
    const button = byRole(widget, 'button', 'Sign out');
    button.focus();
    timers.advance({ minutes: 13 });
    await warned();
    expect(focused()?.textContent.trim()).to.equal('Stay signed in');
    await sendKeys({ press: 'Enter' });
    await eventually(() => {
      expect(isThere(session, 'dialog')).to.equal(false);
    });
    expectFocusOn(button);
    timers.advance({ minutes: 12 });
    expect(session.context?.store.getState().status).to.equal('signed-in');
  });

  it('takes Escape for staying', async () => {
    const { session, timers, warned } = await mountSignedIn();
    timers.advance({ minutes: 13 });
    await warned();
    await sendKeys({ press: 'Escape' });
    await eventually(() => {
      expect(session.context?.store.getState()).to.have.property('warning', null);
    });
  });

  it('signs out from the warning', async () => {
    const { session, widget, timers, warned } = await mountSignedIn();
    timers.advance({ minutes: 13 });
    byRole(await warned(), 'button', 'Sign out now').click();
    await eventually(() => byRole(widget, 'button', 'Sign in'));
    await eventually(() => {
      expect(session.context?.store.getState()).to.deep.equal({
        status: 'signed-out',
        ended: 'sign-out',
      });
    });
  });

  it('signs out at the limit, closes the warning and tells the host, with nothing about the person', async () => {
    const { session, timers, warned } = await mountSignedIn();
    const events: Event[] = [];
    document.body.addEventListener('portal-session-ended', (event) => events.push(event), {
      once: true,
    });
    timers.advance({ minutes: 13 });
    await warned();
    timers.advance({ minutes: 2 });
    await eventually(() => {
      expect(isThere(session, 'dialog')).to.equal(false);
    });
    expect(events).to.have.length(1);
    expect(events[0]).to.have.property('ended', 'idle');
    expect(Object.keys(events[0] ?? {}).filter((key) => key !== 'isTrusted')).to.deep.equal([
      'ended',
    ]);
  });

  it('announces the time left at few steps', () => {
    expect([121, 120, 61, 60, 31, 30, 11, 10, 1].map(announcedSeconds)).to.deep.equal([
      undefined,
      120,
      120,
      60,
      60,
      30,
      30,
      10,
      10,
    ]);
  });

  it('tells the time left in the plural forms of the language', () => {
    expect([119, 60, 1].map((seconds) => timeLeft(seconds, 'en'))).to.deep.equal([
      '1 minute, 59 seconds',
      '1 minute',
      '1 second',
    ]);
    expect(timeLeft(119, 'es')).to.contain('1 minuto').and.contain('59 segundos');
  });

  it('serves widgets that stand elsewhere on the page and came before it', async () => {
    const backend = await createBackend({ policy: mychart, people: [] });
    const login = await fixture<HTMLElement>(html`<portal-login></portal-login>`);
    await fixture(html`
      <portal-session
        base-url="/api"
        locale="en"
        .policy=${mychart}
        .fetch=${createFetch(backend)}
      ></portal-session>
    `);
    await eventually(() => byRole(login, 'heading', 'Sign in to MyChart'));
  });

  for (const removed of ['first', 'second'] as const) {
    it(`shares one session and one warning with another for the same backend; when the ${removed} is removed, the other goes on`, async () => {
      const { session: first, timers, backend, holdAnswer } = await mountSignedIn();
      const second = await fixture<PortalSession>(html`
        <portal-session
          base-url="/api"
          locale="en"
          .policy=${mychart}
          .timers=${timers}
          .fetch=${createFetch(backend)}
        ></portal-session>
      `);
      await eventually(() => {
        expect(second.context).not.to.equal(undefined);
        expect(second.context?.store).to.equal(first.context?.store);
      });
      timers.advance({ minutes: 13 });
      const dialog = await eventually(() => byRole(first, 'dialog'));
      expect(isThere(second, 'dialog')).to.equal(false);

      const other = removed === 'first' ? second : first;
      (removed === 'first' ? first : second).remove();
      const still = await eventually(() => byRole(other, 'dialog'));
      expect(still === dialog).to.equal(removed === 'second');
      const kept = holdAnswer('/session/activity');
      byRole(still, 'button', 'Stay signed in').click();
      await eventually(() => {
        expect(isThere(other, 'dialog')).to.equal(false);
      });
      await kept.held; // the backend knows, before its clock moves on
      kept.release();

      const ended: string[] = [];
      other.addEventListener('portal-session-ended', (event) => {
        ended.push(event.ended);
      });
      timers.advance({ minutes: 13 });
      await eventually(() => byRole(other, 'dialog'));
      timers.advance({ minutes: 2 });
      expect(ended).to.deep.equal(['idle']);
      await eventually(() => {
        expect(isThere(other, 'dialog')).to.equal(false);
      });
    });
  }

  it('that cannot work has its elements say so, and tells the console what is wrong', async () => {
    for (const [settings, complaint] of [
      [{ baseUrl: 'http://portal.example.org', policy: 'mychart' }, 'not encrypted'],
      [{ baseUrl: '/api', policy: { ...mycooper, fee: 12 } }, 'fee: expected nothing of this name'],
    ] as const) {
      let session: PortalSession | undefined;
      const complaints = await consoleErrors(async () => {
        session = await fixture<PortalSession>(html`
          <portal-session locale="en" base-url=${settings.baseUrl} .policy=${settings.policy}
            ><portal-login></portal-login
          ></portal-session>
        `);
        await eventually(() => byRole(session ?? document, 'alert'));
      });
      expect(complaints).to.contain(complaint);
      expect(session && textOf(session)).to.contain('call us');
    }
  });

  it('takes new settings, and only the latest of them', async () => {
    const backend = await createBackend({ policy: mychart, people: [] });
    const session = await fixture<PortalSession>(html`
      <portal-session
        base-url="/api"
        locale="en"
        policy="mychart"
        .fetch=${createFetch(backend)}
      ></portal-session>
    `);
    session.policy = 'mycooper';
    await session.updateComplete;
    session.policy = 'mychart';
    await session.updateComplete;
    session.policy = 'mycooper';
    await eventually(() => {
      expect(session.context?.policy).to.equal(mycooper);
    });
  });

  it('speaks the page’s language where none is set', async () => {
    const backend = await createBackend({ policy: mychart, people: [] });
    document.documentElement.lang = 'es-MX';
    try {
      const session = await fixture<PortalSession>(html`
        <portal-session base-url="/api" policy="mychart" .fetch=${createFetch(backend)}>
        </portal-session>
      `);
      await eventually(() => {
        expect(session.context?.locale).to.equal('es');
      });
      session.locale = 'en';
      await eventually(() => {
        expect(session.context?.locale).to.equal('en');
      });
    } finally {
      document.documentElement.lang = 'en';
    }
  });

  it('tells the widgets its language, but one to which the host has given another', async () => {
    const backend = await createBackend({ policy: mychart, people: [] });
    const session = await fixture<PortalSession>(html`
      <portal-session base-url="/api" locale="es" policy="mychart" .fetch=${createFetch(backend)}>
        <portal-login></portal-login>
        <portal-login lang="en-US"></portal-login>
      </portal-session>
    `);
    const languages = () => [...session.querySelectorAll('portal-login')].map(({ lang }) => lang);
    await eventually(() => {
      expect(languages()).to.deep.equal(['es', 'en-US']);
    });
    session.locale = 'en';
    await eventually(() => {
      expect(languages()).to.deep.equal(['en', 'en-US']);
    });
  });
});
