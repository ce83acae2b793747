import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { mina } from '../../mocks/people/mina/mina.js';
import { rosa } from '../../mocks/people/rosa/rosa.js';
import { mychart } from '../../src/policy/mychart.js';
import '../../src/widgets/proxy-switcher/define.js';
import type { ProxySwitcher } from '../../src/widgets/proxy-switcher/proxy-switcher.js';
import '../../src/widgets/test-results/define.js';
import {
  accept,
  delgados,
  endAccess,
  ids,
  okafors,
  openFamily,
  openInvitation,
  openRecord,
  openSwitcher,
} from '../../stories/fixtures/steps/relatives.js';
import { press } from '../../stories/fixtures/steps/user.js';
import { eventually } from '../../stories/fixtures/support/eventually.js';
import { ManualTimers } from '../../stories/fixtures/support/manual-timers.js';
import { mount, type MountOptions } from './support/mount.js';
import {
  allByRole,
  byRole,
  expectFocusOn,
  isThere,
  nameOf,
  textOf,
} from '../../stories/fixtures/support/query.js';
import { reads } from './support/reads.js';

const now = new ManualTimers().now();
const at = (people: readonly ((now: number) => ReturnType<typeof rosa>)[]) =>
  people.map((person) => person(now));

const open = (options: MountOptions = {}) =>
  mount<ProxySwitcher>(html`<proxy-switcher></proxy-switcher>`, {
    people: at(okafors),
    signedInAs: 'henry.okafor',
    faqHref: '/faq',
    signInHref: '/sign-in',
    ...options,
  });

type Opened = Awaited<ReturnType<typeof open>>;

const subjectOf = ({ session }: Opened): string => {
  const state = session.context?.store.getState();
  return state?.status === 'signed-in' ? state.subject.id : '';
};

/** The events that a widget fires, by name, with what they carry. */
const eventsOf = (widget: HTMLElement): { readonly type: string }[] => {
  const fired: { readonly type: string }[] = [];
  for (const type of [
    'portal-record-opened',
    'portal-access-given-up',
    'portal-invitation-accepted',
  ]) {
    widget.addEventListener(type, (event) =>
      fired.push({ ...Object.fromEntries(Object.entries(event)), type }),
    );
  }
  return fired;
};

describe('<proxy-switcher>: switching (proxy.own-login)', () => {
  it('opens the record of a family member with the keyboard, says so, and goes back', async () => {
    const stage = await open();
    const { widget } = stage;
    const fired = eventsOf(widget);
    const bar = await eventually(() => byRole(widget, 'button', 'Your record Henry Okafor Switch'));
    bar.focus();
    await sendKeys({ press: 'Enter' });
    const ada = await eventually(() => byRole(widget, 'button', /^Ada Okafor/));
    ada.focus();
    await sendKeys({ press: 'Enter' });
    await reads(widget, 'You’re viewing Ada Okafor’s record.');
    expect(textOf(byRole(widget, 'status', /./))).to.contain('Ada Okafor');
    expect(subjectOf(stage)).to.equal(ids.ada);
    expectFocusOn(byRole(widget, 'button', 'Ada Okafor’s record Your child · Full access Switch'));
    expect(isThere(widget, 'button', /^Henry Okafor/), 'the records are gone').to.equal(false);

    await openSwitcher(widget);
    const current = byRole(widget, 'button', /^Ada Okafor You/);
    expect(current.getAttribute('aria-current')).to.equal('true');
    await openRecord(widget, 'Henry Okafor');
    await reads(widget, 'You’re viewing your own record.');
    expect(subjectOf(stage)).to.equal(ids.henry);
    const opened = (subjectId: string) => ({
      type: 'portal-record-opened',
      isTrusted: false,
      subjectId,
    });
    expect(fired).to.deep.equal([opened(ids.ada), opened(ids.henry)]);
  });

  it('says of each record what one is to the patient, and what is allowed', async () => {
    const { widget } = await open();
    await openSwitcher(widget);
    await reads(widget, 'Full access');
    expect(allByRole(byRole(widget, 'list'), 'button').map(nameOf)).to.deep.equal([
      'Henry Okafor Your own record',
      'Ada Okafor Your child · Full access',
      'Grace Okafor You’re a caregiver · Full access',
    ]);
  });

  it('says it alone: while it stands there, the other widgets do not repeat it', async () => {
    const { widget, session } = await mount<ProxySwitcher>(
      html`<proxy-switcher></proxy-switcher><test-results></test-results>`,
      { people: at(okafors), signedInAs: 'henry.okafor' },
    );
    const results = session.querySelector('test-results') ?? widget;
    await openRecord(widget, 'Ada Okafor');
    await reads(results, 'Test results for Ada Okafor');
    await reads(widget, 'You’re viewing Ada Okafor’s record.');
    expect(textOf(results)).not.to.contain('You’re viewing');
    widget.remove();
    await reads(results, 'You’re viewing Ada Okafor’s record.');
    session.prepend(widget);
    await eventually(() => expect(textOf(results)).not.to.contain('You’re viewing'));
  });

  it('closes its records with Escape, and the focus is on the bar', async () => {
    const { widget } = await open();
    await openSwitcher(widget);
    (await eventually(() => byRole(widget, 'button', /^Ada Okafor/))).focus();
    await sendKeys({ press: 'Escape' });
    await eventually(() => expect(isThere(widget, 'button', /^Ada Okafor/)).to.equal(false));
    expectFocusOn(byRole(widget, 'button', /^Your record/));
  });

  it('asks for nothing by itself', async () => {
    const { widget, requests } = await open();
    await reads(widget, 'own record');
    expect(requests.filter(({ url }) => url.endsWith('/family'))).to.have.lengthOf(0);
  });

  it('leaves nothing when somebody signs out', async () => {
    const { widget, session } = await open();
    await openRecord(widget, 'Ada Okafor');
    await openFamily(widget);
    await reads(widget, 'Records you can open');
    await session.signOut();
    await eventually(() => expect(textOf(widget)).to.equal('Sign in to choose a record. Sign in'));
    expect(widget.shadowRoot?.innerHTML).not.to.contain('Okafor');
  });
});

describe('<proxy-switcher>: an access that ends', () => {
  it('closes the record as soon as any widget asks for something of it', async () => {
    const stage = await mount<ProxySwitcher>(
      html`<proxy-switcher></proxy-switcher><test-results></test-results>`,
      { people: at(okafors), signedInAs: 'henry.okafor' },
    );
    const { widget, session, backend } = stage;
    const results = session.querySelector('test-results') ?? widget;
    await openRecord(widget, 'Ada Okafor');
    await reads(results, 'Test results for Ada Okafor');
    await reads(results, 'Showing');
    await endAccess(backend, 'ada', 'patient');
    byRole(results, 'button', 'Celiac disease screening').click();
    await reads(widget, 'That record is now closed.');
    await reads(widget, 'Ada Okafor removed your access.');
    expect(isThere(widget, 'button', /Ada Okafor/)).to.equal(false);
    await reads(results, /^Test results Print|^Test results/);
    expect(textOf(results)).not.to.contain('Ada');
    expect(subjectOf(stage)).to.equal(ids.henry);
  });

  it('by giving it up: asked for first, told after, in every tab', async () => {
    const stage = await open();
    const { widget, requests } = stage;
    const fired = eventsOf(widget);
    await openRecord(widget, 'Grace Okafor');
    await openFamily(widget);
    const button = await eventually(() => byRole(widget, 'button', 'Give up access: Grace Okafor'));
    button.focus();
    await sendKeys({ press: 'Enter' });
    const dialog = await eventually(() => byRole(widget, 'dialog'));
    await eventually(() => {
      expectFocusOn(byRole(dialog, 'button', 'Cancel'));
    });
    await sendKeys({ press: 'Escape' });
    await eventually(() => expect(isThere(widget, 'dialog')).to.equal(false));
    expectFocusOn(button);
    expect(requests.some(({ method }) => method === 'DELETE')).to.equal(false);

    button.click();
    await eventually(() => byRole(widget, 'dialog'));
    await press(widget, 'Give up access');
    await reads(widget, 'You gave up access to Grace Okafor’s record.');
    await reads(widget, /now closed\. .*You gave up your access/);
    expect(subjectOf(stage)).to.equal(ids.henry);
    expect(fired.map(({ type }) => type)).to.deep.equal([
      'portal-record-opened',
      'portal-access-given-up',
    ]);
  });

  it('keeps the question open when giving up fails, and gives up once', async () => {
    const stage = await open();
    const { widget, backend, requests, holdAnswer } = stage;
    const fired = eventsOf(widget);
    const [access] = backend.db.tables.proxies.by('patientId', ids.grace);
    const sent = () => requests.filter(({ method }) => method === 'DELETE');
    await openFamily(widget);
    await press(widget, 'Give up access: Grace Okafor');
    backend.faults.set('giveUpAccess', { outcome: 'offline' });
    await press(widget, 'Give up access');
    await reads(widget, 'We cannot reach the portal.');
    expect(isThere(widget, 'dialog')).to.equal(true);
    expect(fired).to.deep.equal([]);

    backend.faults.clear();
    const failed = sent().length;
    const { held, release } = holdAnswer(`/family/${access?.id ?? ''}`);
    await press(widget, 'Give up access');
    await held;
    await press(widget, 'Giving up access…');
    release();
    await reads(widget, 'You gave up access to Grace Okafor’s record.');
    expect(sent()).to.have.lengthOf(failed + 1);
    expect(fired.map(({ type }) => type)).to.deep.equal(['portal-access-given-up']);
  });

  it('is foretold by the birthday from which on a child’s record is the child’s own', async () => {
    const { widget } = await open({
      policy: { ...mychart, proxy: { ...mychart.proxy, comingOfAgeYears: 19 } },
      people: at(delgados),
      signedInAs: 'rosa.delgado',
    });
    await openFamily(widget);
    await reads(
      widget,
      /Ends May \d+, 2027, when Leo Delgado turns 19 and the record becomes theirs\./,
    );
  });
});

describe('<proxy-switcher>: an invitation (proxy.friends-and-family)', () => {
  const invited = (options: MountOptions = {}) =>
    open({ policy: mychart, people: at([mina, rosa]), signedInAs: 'mina.park', ...options });
  const birthDate = rosa(now).patient.birthDate ?? '';

  it('is taken out of the address, accepted with the patient’s birthday, and opens the record', async () => {
    const stage = await invited();
    const { widget, backend } = stage;
    const fired = eventsOf(widget);
    await reads(widget, 'own record');
    await openInvitation(backend);
    await reads(widget, 'You’re invited to open a record');
    expect(location.hash).to.equal('');
    await accept(widget, birthDate);
    await reads(widget, 'You can now open Rosa Delgado’s record.');
    await press(widget, 'Open Rosa Delgado’s record');
    await reads(widget, 'You’re viewing Rosa Delgado’s record. You can see everything here');
    expect(subjectOf(stage)).to.equal(ids.rosa);
    expect(fired.map(({ type }) => type)).to.deep.equal([
      'portal-invitation-accepted',
      'portal-record-opened',
    ]);
    expect(isThere(widget, 'button', 'Accept invitation')).to.equal(false);
  });

  it('is accepted once, even if the answer to it is lost', async () => {
    const { widget, backend, requests } = await invited();
    const fired = eventsOf(widget);
    await reads(widget, 'own record');
    await openInvitation(backend);
    backend.faults.set('acceptInvitation', { outcome: 'lost' });
    await accept(widget, birthDate);
    await reads(widget, 'We cannot reach the portal.');
    expect(fired).to.deep.equal([]);
    backend.faults.clear();
    await press(widget, 'Accept invitation');
    await reads(widget, 'You can now open Rosa Delgado’s record.');

    const sent = requests.filter(({ url }) => url.endsWith('/family/invitations'));
    expect(sent.length).to.be.greaterThan(1);
    const keys = sent.map(({ headers }) => headers.get('Idempotency-Key'));
    expect(new Set(keys).size, 'the same request each time').to.equal(1);
    const given = [...backend.db.tables.proxies.by('patientId', ids.rosa)].filter(
      ({ proxyPatientId }) => proxyPatientId === ids.mina,
    );
    expect(given).to.have.lengthOf(1);
    expect(fired.map(({ type }) => type)).to.deep.equal(['portal-invitation-accepted']);
  });

  it('waits in memory for whoever signs in on the same page, and can be put aside', async () => {
    const { widget, session, backend, signInElsewhere } = await invited();
    await reads(widget, 'own record');
    await session.signOut();
    await openInvitation(backend);
    await reads(widget, 'Someone invited you to open a record.');
    expect(byRole(widget, 'link', 'Sign in').getAttribute('href')).to.equal('/sign-in');
    await signInElsewhere('mina.park');
    await session.context?.store.dispatch({ type: 'refresh' });
    await press(widget, 'Not now');
    await eventually(() =>
      expect(textOf(widget)).not.to.contain('You’re invited to open a record'),
    );
  });

  it('that is refused for good says what helps, and takes no further tries', async () => {
    const { widget, backend } = await invited({ signedInAs: 'rosa.delgado' });
    await reads(widget, 'own record');
    await openInvitation(backend);
    await accept(widget, birthDate);
    await reads(widget, 'This is the account of the person who sent the invitation.');
    await eventually(() => {
      expectFocusOn(byRole(widget, 'alert'));
    });
    expect(byRole(widget, 'link', 'Why is this so?').getAttribute('href')).to.equal(
      '/faq#faq-proxy-own-login',
    );
    expect(isThere(widget, 'button', 'Accept invitation')).to.equal(false);
  });

  it('without a date of birth is not sent', async () => {
    const { widget, backend, requests } = await invited();
    await reads(widget, 'own record');
    await openInvitation(backend);
    await press(widget, 'Accept invitation');
    await reads(widget, 'Enter the date of birth of the person who invited you');
    expect(requests.some(({ url }) => url.endsWith('/family/invitations'))).to.equal(false);
  });
});

describe('<proxy-switcher>: in Spanish', () => {
  it('says whose record it is', async () => {
    const { widget, session } = await open({ locale: 'es' });
    await reads(widget, 'Su expediente Henry Okafor Cambiar');
    session.locale = 'en';
    await reads(widget, 'Your record Henry Okafor Switch');
  });
});
