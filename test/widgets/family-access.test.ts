import { expect, html } from '@open-wc/testing';
import { render } from 'lit';
import { sendKeys } from '@web/test-runner-commands';
import { mina } from '../../mocks/people/mina/mina.js';
import { rosa } from '../../mocks/people/rosa/rosa.js';
import { auditActions } from '../../src/contract/family/audit-actions.js';
import { mychart } from '../../src/policy/mychart.js';
import { mycooper } from '../../src/policy/mycooper.js';
import { consentForm, printConsentForm } from '../../src/forms/consent-form.js';
import { auditWords } from '../../src/widgets/family-access/audit-words.js';
import '../../src/widgets/family-access/define.js';
import type { FamilyAccess } from '../../src/widgets/family-access/family-access.js';
import { fillInInvitation } from '../../stories/fixtures/family-access.fixtures.js';
import { actFor, giveAccess, ids, okafors } from '../../stories/fixtures/steps/relatives.js';
import { fillIn, press } from '../../stories/fixtures/steps/user.js';
import { lakeside, policies } from '../../stories/fixtures/support/policies.js';
import { eventually } from '../../stories/fixtures/support/eventually.js';
import { ManualTimers } from '../../stories/fixtures/support/manual-timers.js';
import { mount, type MountOptions } from './support/mount.js';
import {
  allByRole,
  byLabel,
  byRole,
  expectFocusOn,
  isThere,
  nameOf,
  textOf,
} from '../../stories/fixtures/support/query.js';
import { reads } from './support/reads.js';

const now = new ManualTimers().now();

const open = (options: MountOptions = {}) =>
  mount<FamilyAccess>(html`<family-access></family-access>`, {
    policy: mychart,
    people: [rosa(now), mina(now)],
    signedInAs: 'rosa.delgado',
    faqHref: '/faq',
    ...options,
  });

type Opened = Awaited<ReturnType<typeof open>>;

const openWithMina = (options: MountOptions = {}) =>
  open({ prepare: (backend) => void giveAccess(backend, 'rosa', 'mina'), ...options });

const invitationsSent = ({ backend }: Opened) =>
  [...backend.db.tables.emails.values()].filter(({ kind }) => kind === 'invitation');

const dialogOf = (widget: FamilyAccess) => eventually(() => byRole(widget, 'dialog'));

describe('<family-access>: an invitation (proxy.friends-and-family)', () => {
  it('is sent once, listed with its last day, and withdrawn', async () => {
    const stage = await open();
    const { widget } = stage;
    const fired: string[] = [];
    for (const type of ['portal-invitation-sent', 'portal-invitation-withdrawn']) {
      widget.addEventListener(type, () => fired.push(type));
    }
    await fillInInvitation(widget);
    await press(widget, 'Send invitation');
    await reads(widget, 'Invitation sent to Mina Park.');
    await reads(widget, /Sent May 4, 2026\. Works through \w+ \d+, 2026\./);
    await eventually(() => {
      expectFocusOn(byRole(widget, 'heading', 'Who can see your record'));
    });
    expect(byLabel(widget, 'Name').value, 'the form is empty again').to.equal('');
    expect(invitationsSent(stage)).to.have.lengthOf(1);

    await press(widget, 'Withdraw invitation: Mina Park');
    await dialogOf(widget);
    await press(widget, 'Withdraw invitation');
    await reads(widget, 'Invitation to Mina Park withdrawn.');
    expect(isThere(widget, 'heading', 'Pending invitations')).to.equal(false);
    expect(fired).to.deep.equal(['portal-invitation-sent', 'portal-invitation-withdrawn']);
  });

  for (const outcome of ['lost', 'offline', 'internal'] as const) {
    it(`is sent exactly once when the first try is ${outcome}, and the button pressed twice`, async () => {
      const stage = await open();
      const { widget, backend } = stage;
      await fillInInvitation(widget);
      backend.faults.set('shareRecord', { outcome });
      await press(widget, 'Send invitation');
      await reads(widget, /We cannot reach the portal|not working as it should/);
      backend.faults.clear();
      byRole(widget, 'button', 'Send invitation').click();
      byRole(widget, 'button', 'Send invitation').click();
      await reads(widget, 'Invitation sent to Mina Park.');
      expect(invitationsSent(stage)).to.have.lengthOf(1);
    });
  }

  it('can name the relationships that the backend offers, and nothing is sent without one', async () => {
    const { widget, requests } = await open();
    await reads(widget, 'Invite someone');
    await eventually(() => byLabel(widget, 'Spouse'));
    expect(() => byLabel(widget, 'Legal guardian')).to.throw();
    await press(widget, 'Send invitation');
    await reads(widget, 'Choose how you’re related');
    expect(requests.some(({ url }) => url.endsWith('/sharing/invitations'))).to.equal(false);
  });

  it('that is not sent yet is there again after an idle logout, for the same person only', async () => {
    const { widget, session, timers, signInElsewhere } = await open();
    await fillInInvitation(widget);
    timers.advance({ seconds: 2 });
    await reads(widget, 'Draft saved at');
    timers.advance({ minutes: 15 });
    await reads(widget, 'You were signed out.');
    expect(widget.shadowRoot?.innerHTML).not.to.contain('mina.park');
    await signInElsewhere('mina.park');
    await session.context?.store.dispatch({ type: 'refresh' });
    await eventually(() => expect(byLabel(widget, 'Name').value).to.equal(''));
    await session.signOut();
    await signInElsewhere('rosa.delgado');
    await session.context?.store.dispatch({ type: 'refresh' });
    await reads(widget, 'This is what you typed');
    expect(byLabel(widget, 'Email address').value).to.equal('mina.park@example.com');
    expect((byLabel(widget, 'Other family') as HTMLInputElement).checked).to.equal(true);
  });
});

describe('<family-access>: who has access', () => {
  it('is changed in a dialog, with the keyboard', async () => {
    const { widget, backend } = await openWithMina();
    const button = await eventually(() => byRole(widget, 'button', 'Change access: Mina Park'));
    button.focus();
    await sendKeys({ press: 'Enter' });
    const dialog = await dialogOf(widget);
    expect((byLabel(dialog, /^Full access/) as HTMLInputElement).checked).to.equal(true);
    byLabel(dialog, /^Full access/).focus();
    await sendKeys({ press: 'ArrowUp' });
    byRole(dialog, 'button', 'Save').focus();
    await sendKeys({ press: 'Enter' });
    await reads(widget, 'Mina Park can now view only.');
    const [proxy] = backend.db.tables.proxies.by('patientId', ids.rosa);
    expect(proxy?.access).to.equal('view');
    expect(isThere(widget, 'dialog')).to.equal(false);
  });

  it('overwrites nothing that somebody else has changed: it says how it is now', async () => {
    const { widget, backend } = await openWithMina();
    await press(widget, 'Change access: Mina Park');
    const dialog = await dialogOf(widget);
    byLabel(dialog, /^Full access/).click();
    await giveAccess(backend, 'rosa', 'mina', { access: 'view' });
    await press(widget, 'Save');
    await reads(widget, 'Something has changed in the meantime.');
    await reads(widget, 'Mina Park can now view only.');
    expect(backend.db.tables.proxies.by('patientId', ids.rosa)[0]?.access).to.equal('view');
    byLabel(dialog, /^Full access/).click();
    await press(widget, 'Save');
    await reads(widget, 'Mina Park now has full access.');
  });

  it('is taken back after a question, which Escape answers with no', async () => {
    const { widget, requests } = await openWithMina();
    const button = await eventually(() => byRole(widget, 'button', 'Remove access: Mina Park'));
    button.focus();
    await sendKeys({ press: 'Enter' });
    const dialog = await dialogOf(widget);
    await eventually(() => {
      expectFocusOn(byRole(dialog, 'button', 'Cancel'));
    });
    await sendKeys({ press: 'Escape' });
    await eventually(() => expect(isThere(widget, 'dialog')).to.equal(false));
    expect(requests.some(({ method }) => method === 'DELETE')).to.equal(false);
    await press(widget, 'Remove access: Mina Park');
    await press(widget, 'Remove access');
    await reads(widget, 'Mina Park can no longer open this record. No one else can open');
    await eventually(() => {
      expectFocusOn(byRole(widget, 'heading', 'Who can see your record'));
    });
  });

  it('is gone, too, where it was taken back in another tab before', async () => {
    const { widget, backend } = await openWithMina();
    await press(widget, 'Remove access: Mina Park');
    await dialogOf(widget);
    await giveAccess(backend, 'rosa', 'mina', { ended: { at: now, by: 'patient' } });
    await press(widget, 'Remove access');
    await reads(widget, 'Mina Park can no longer open this record.');
  });

  it('is changed at the office where the policy has it so, and the note links to the FAQ', async () => {
    const { widget } = await open({
      policy: mycooper,
      people: okafors.map((person) => person(now)),
      signedInAs: 'henry.okafor',
      prepare: (backend) => {
        void giveAccess(backend, 'henry', 'ada', { givenBy: 'consent-form' });
      },
    });
    await reads(widget, 'The office does this for you.');
    expect(isThere(widget, 'button', /^Take back/)).to.equal(false);
    const [why] = allByRole(widget, 'link', 'Why is this so?');
    expect(why?.getAttribute('href')).to.equal('/faq#faq-proxy-friends-and-family');
  });
});

describe('<family-access>: the Proxy Consent Form (proxy.consent-form, proxy.relationships)', () => {
  for (const policy of policies) {
    it(`has the relationships, age, name and phone of ${policy.id}`, async () => {
      const { session } = await open({ policy });
      const context = await eventually(() => {
        if (!session.context) throw new Error('Not ready.');
        return session.context;
      });
      const paper = document.createElement('div');
      document.body.append(paper);
      render(consentForm(context), paper);
      const text = textOf(paper);
      paper.remove();
      expect(text)
        .to.contain(policy.portal.organization)
        .and.to.contain(policy.support.officePhone);
      expect(text).to.contain(`under ${policy.proxy.comingOfAgeYears}`);
      expect(text.includes('Spouse')).to.equal(policy.proxy.relationships.includes('spouse'));
      expect(text).to.contain('Parent');
    });
  }

  it('is printed alone, in a frame that is gone afterwards', async () => {
    const { session, widget } = await open({ policy: lakeside });
    await reads(widget, 'With a signed form');
    const { context } = session;
    if (!context) throw new Error('Not ready.');
    const printed = await new Promise<Window>((resolve) => {
      printConsentForm(context, resolve);
    });
    expect(printed.document.title).to.equal('Proxy Consent Form');
    expect(printed.document.body.textContent).to.contain(lakeside.portal.organization);
    expect(printed.document.body.textContent).not.to.contain('Invite someone');
    const { frameElement } = printed;
    printed.dispatchEvent(new Event('afterprint'));
    expect(frameElement?.isConnected).to.equal(false);
  });
});

describe('<family-access>: activity', () => {
  it('has words for everything that can be done, each its own', () => {
    const words = auditActions.map(auditWords);
    expect(new Set(words).size).to.equal(auditActions.length);
  });

  it('is read page by page, latest first, and the focus goes on where the page begins', async () => {
    const { widget, backend, timers } = await open();
    await reads(widget, 'Nobody else');
    await backend.db.transact(({ auditEvents }) => {
      for (let n = 0; n < 45; n += 1) {
        auditEvents.put({
          id: `event${n}`,
          patientId: ids.rosa,
          at: timers.now() - n * 60_000,
          actor: { kind: n % 2 ? 'staff' : 'proxy', name: n % 2 ? 'Front desk' : 'Mina Park' },
          action: n % 2 ? 'reviewed-result' : 'viewed-results',
        });
      }
    });
    await press(widget, 'Who looked at your record');
    await reads(widget, 'Showing 20 of 45');
    const items = () => allByRole(widget, 'listitem').map(textOf);
    expect(items()[0]).to.equal(
      'May 4, 2026, 9:30 AM Mina Park, with access: looked at the list of test results',
    );
    expect(items()[1]).to.equal('May 4, 2026, 9:29 AM Front desk, staff: reviewed a test result');
    await press(widget, 'Show earlier activity');
    await reads(widget, 'Showing 40 of 4');
    await eventually(() => {
      expectFocusOn(widget.shadowRoot?.getElementById('event-event20'));
    });
    await press(widget, 'Show earlier activity');
    await eventually(() =>
      expect(isThere(widget, 'button', 'Show earlier activity')).to.equal(false),
    );
  });
});

describe('<family-access>: another record', () => {
  it('replaces the one before: nothing typed, listed or told of it stays', async () => {
    const { widget, session } = await open({
      people: okafors.map((person) => person(now)),
      signedInAs: 'henry.okafor',
    });
    await fillInInvitation(widget, { name: 'Zzyzx' });
    await press(widget, 'Who looked at your record');
    await reads(widget, 'No activity yet');
    await actFor(session, ids.ada);
    await reads(widget, 'Who can see Ada Okafor’s record');
    await reads(widget, 'Henry Okafor Parent');
    expect(widget.shadowRoot?.innerHTML).not.to.contain('Zzyzx');
    expect(isThere(widget, 'textbox')).to.equal(false);
  });

  it('is not told of what was sent for the one before', async () => {
    const stage = await open({
      people: okafors.map((person) => person(now)),
      signedInAs: 'henry.okafor',
    });
    const { widget, session, backend } = stage;
    await fillInInvitation(widget, { name: 'Zzyzx' });
    const release = backend.faults.hold('shareRecord');
    await press(widget, 'Send invitation');
    const sending = await eventually(() => {
      const found = stage.requests.find(({ url }) => url.endsWith('/invitations'));
      if (!found) throw new Error('Nothing is sent yet.');
      return found;
    });
    await actFor(session, ids.ada);
    release();
    await reads(widget, 'Henry Okafor Parent');
    expect(textOf(widget)).not.to.contain('Zzyzx').and.not.to.contain('on its way');
    expect(sending.signal.aborted).to.equal(true);
  });

  it('in Spanish', async () => {
    const { widget, session } = await openWithMina({ locale: 'es' });
    await reads(widget, 'Quién puede ver su expediente Mina Park Otro familiar Acceso completo');
    expect(nameOf(byRole(widget, 'button', /^Quitar/))).to.equal('Quitar acceso: Mina Park');
    fillIn(await eventually(() => byLabel(widget, 'Nombre')), 'Ana');
    session.locale = 'en';
    await reads(widget, 'Who can see your record');
  });
});
