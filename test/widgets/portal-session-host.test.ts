import { expect, fixture, html } from '@open-wc/testing';
import { demoPassword } from '../../mocks/people/demo-password.js';
import { mychart } from '../../src/policy/mychart.js';
import '../../src/widgets/portal-login/define.js';
import type { PortalSession } from '../../src/widgets/portal-session/portal-session.js';
import '../../src/widgets/test-results/define.js';
import { eventually } from '../../stories/fixtures/support/eventually.js';
import { byLabel, byRole } from '../../stories/fixtures/support/query.js';
import { consoleErrors } from '../support/console-errors.js';
import { rejection } from '../support/rejection.js';
import { mount, type MountOptions } from './support/mount.js';

const open = async (options: MountOptions = {}) => {
  const stage = await mount<HTMLElement>(html`<portal-login></portal-login>`, {
    policy: mychart,
    ...options,
  });
  const { session } = stage;
  const told: string[] = [];
  session.addEventListener('portal-session-changed', ({ reason }) => {
    told.push(`${reason}: ${session.state}`);
  });
  return { ...stage, told };
};

const own = (event: Event) => Object.keys(event).filter((key) => key !== 'isTrusted');

describe('<portal-session> tells its page', () => {
  it('that nobody is signed in, who signs in and out, and why', async () => {
    const { session, widget, told } = await open();
    await session.ready;
    expect(session.state).to.equal('signed-out');
    expect(session.matches(':state(signed-out)')).to.equal(true);
    await eventually(() => byRole(widget, 'button', 'Sign in'));
    byLabel(widget, /username/i).value = 'rosa.delgado';
    byLabel(widget, 'Password').value = demoPassword;
    byRole(widget, 'button', 'Sign in').click();
    await eventually(() => {
      expect(session.state).to.equal('signed-in');
    });
    expect(session.matches(':state(signed-in):not(:state(signed-out))')).to.equal(true);
    await session.signOut();
    await session.context?.store.dispatch({ type: 'refresh' });
    expect(told).to.deep.equal([
      'signed-out: signed-out',
      'signed-in: signed-in',
      'signed-out: signed-out',
    ]);
    expect(session.matches(':state(signed-in)')).to.equal(false);
  });

  it('that somebody was signed in already, and left it idle; with nothing about them', async () => {
    const { session, told } = await open({ signedInAs: 'rosa.delgado' });
    await session.ready;
    const events: Event[] = [];
    session.addEventListener('portal-session-changed', (event) => events.push(event));
    expect(session.recordId).to.equal(session.context?.store.record?.subject);
    await session.context?.store.dispatch({ type: 'expire' });
    expect(told).to.deep.equal(['resumed: signed-in', 'idle: signed-out']);
    expect(session.recordId).to.equal(undefined);
    expect(events.map(own)).to.deep.equal([['reason']]);
  });

  it('who has signed in elsewhere, once it is told to look', async () => {
    const { session, told, signInElsewhere } = await open();
    await session.ready;
    await signInElsewhere('rosa.delgado');
    await session.refresh();
    expect(session.state).to.equal('signed-in');
    expect(told).to.deep.equal(['signed-out: signed-out', 'signed-in: signed-in']);
    await session.refresh();
    expect(told).to.have.length(2);
  });

  it('that the backend cannot say who is signed in, and what it says when asked again', async () => {
    const { session, backend } = await open({
      prepare: ({ faults }) => {
        faults.set('getSession', { outcome: 'internal' });
      },
    });
    expect(await rejection(session.ready)).to.include({ kind: 'unavailable', status: 500 });
    expect(session.state).to.equal('starting');
    backend.faults.clear();
    await session.refresh();
    await session.ready;
    expect(session.state).to.equal('signed-out');
  });

  it('that its settings cannot be used', async () => {
    const errors: (string | undefined)[] = [];
    const listen = ({ kind, target }: HTMLElementEventMap['portal-error']) =>
      errors.push(`${kind} of ${(target as Element).localName}`);
    document.addEventListener('portal-error', listen);
    await consoleErrors(async () => {
      const session = await fixture<PortalSession>(
        html`<portal-session base-url="http://portal.example" policy="mychart"></portal-session>`,
      );
      expect(await rejection(session.ready)).to.be.instanceOf(TypeError);
    });
    document.removeEventListener('portal-error', listen);
    expect(errors).to.deep.equal(['set-up of portal-session']);
  });

  it('why signing in did not succeed, and nothing of what was typed', async () => {
    const { session, widget } = await open();
    const events: HTMLElementEventMap['portal-sign-in-failed'][] = [];
    session.addEventListener('portal-sign-in-failed', (event) => events.push(event));
    await eventually(() => byRole(widget, 'button', 'Sign in'));
    byLabel(widget, /username/i).value = 'rosa.delgado';
    byLabel(widget, 'Password').value = 'wrong';
    byRole(widget, 'button', 'Sign in').click();
    await eventually(() => {
      expect(events.map(({ reason }) => reason)).to.deep.equal(['login.no-hints/password']);
    });
    expect(events.map(own)).to.deep.equal([['reason']]);
  });
});

describe('a page tells <portal-session>', () => {
  it('which record to open', async () => {
    const { session, told } = await open({ signedInAs: 'rosa.delgado' });
    await session.ready;
    const state = session.context?.store.getState();
    const other = state?.status === 'signed-in' ? state.subjects[1]?.id : undefined;
    if (other === undefined) throw new Error('Nobody else’s record can be opened.');
    await session.openRecord(other);
    expect(session.recordId).to.equal(other);
    expect(told.at(-1)).to.equal('record: signed-in');
    expect(await rejection(session.openRecord('somebody'))).to.be.instanceOf(RangeError);
    expect(session.recordId).to.equal(other);
  });

  it('of no record where nobody is signed in', async () => {
    const { session } = await open();
    expect(await rejection(session.openRecord('rosa'))).to.be.instanceOf(RangeError);
  });

  it('that it shows how much is unread: before that, nobody asks', async () => {
    const { session, requests } = await open({ signedInAs: 'rosa.delgado' });
    const asked = () => requests.filter(({ url }) => url.endsWith('/threads/unread')).length;
    await session.ready;
    expect(asked()).to.equal(0);
    let changes = 0;
    session.addEventListener('portal-unread-changed', () => (changes += 1));
    expect(session.unread).to.equal(undefined);
    await eventually(() => {
      expect(session.unread).to.be.greaterThan(0);
    });
    expect(asked()).to.equal(1);
    await session.signOut();
    await eventually(() => {
      expect(changes).to.equal(2);
    });
    expect(session.unread).to.equal(undefined);
  });
});

describe('a failure that an element shows', () => {
  it('is told to the page once: its kind, its status and the element', async () => {
    const told: unknown[] = [];
    const listen = (event: HTMLElementEventMap['portal-error']) => {
      const { kind, status, target } = event;
      told.push([kind, status, (target as Element).localName, own(event)]);
    };
    document.addEventListener('portal-error', listen);
    const { widget } = await mount<HTMLElement>(html`<test-results></test-results>`, {
      signedInAs: 'rosa.delgado',
      prepare: ({ faults }) => {
        faults.set('searchResults', { outcome: 'internal' });
      },
    });
    await eventually(() => byRole(widget, 'alert', /went wrong on our side/));
    await eventually(() => {
      expect(told).to.have.length(1);
    });
    widget.setAttribute('heading-level', '3');
    await eventually(() => byRole(widget, 'heading', 'Test results'));
    document.removeEventListener('portal-error', listen);
    expect(told).to.deep.equal([['unavailable', 500, 'test-results', ['kind', 'status']]]);
  });
});
