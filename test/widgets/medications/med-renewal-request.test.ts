import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { PortalRenewalRequestedEvent } from '../../../src/widgets/med-renewal/med-renewal.events.js';
import {
  askForRenewal,
  decidedWith,
  fillInForm,
  openForm,
  rosaTaking,
} from '../../../stories/fixtures/steps/renewals.js';
import { fillIn } from '../../../stories/fixtures/steps/user.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { keptDrafts } from '../support/kept-drafts.js';
import {
  byLabel,
  byRole,
  expectFocusOn,
  isThere,
  queryByRole,
  textOf,
} from '../../../stories/fixtures/support/query.js';
import {
  cardOf,
  mountRenewal,
  press,
  renewalsSent,
  type RenewalStage,
} from '../support/renewals.js';
import { reads } from '../support/reads.js';

const requested = 'Renewal requested. We’ll reply by May 6, 2026.';

const open = async (options: Parameters<typeof mountRenewal>[0] = {}) => {
  const stage = await mountRenewal({ people: [rosaTaking()], ...options });
  const { widget, backend } = stage;
  const events: PortalRenewalRequestedEvent[] = [];
  widget.addEventListener('portal-renewal-requested', (event) => events.push(event));
  await reads(widget, 'Showing 1 of 1');
  const stored = () => [...backend.db.tables.renewals.values()];
  return { ...stage, events, stored };
};

const expectFocusOnNote = ({ widget }: RenewalStage) =>
  eventually(() => {
    expectFocusOn(widget.shadowRoot?.querySelector('[part=medication] > [part=note]'));
  });

describe('<med-renewal>: asking for a renewal', () => {
  it('renewal.details: sends supply, refills, new allergies, pharmacy and note, and tells the host ids only', async () => {
    const stage = await open();
    const { widget, events, stored } = stage;
    await askForRenewal(widget, {
      supply: '30 days',
      refills: '2',
      newAllergies: ' Penicillin: hives ',
      pharmacy: 'Old Mill Pharmacy, Riverbend',
      note: 'Two boxes, please.',
    });
    await reads(widget, requested);
    const [request] = renewalsSent(stage);
    expect(request?.body).to.deep.equal({
      supplyDays: 30,
      refills: 2,
      newAllergies: 'Penicillin: hives',
      pharmacy: 'Old Mill Pharmacy, Riverbend',
      note: 'Two boxes, please.',
    });
    const [renewal] = stored();
    expect(events).to.have.lengthOf(1);
    expect(Object.entries(events[0] ?? {}).filter(([name]) => name !== 'isTrusted')).to.deep.equal([
      ['medicationId', 'tranexamic-acid'],
      ['renewalId', renewal?.id],
    ]);
    expect(isThere(widget, 'button', /^Request a renewal/)).to.equal(false);
    await expectFocusOnNote(stage);
  });

  it('renewal.details: sends null for what there is none of, and proposes the usual supply', async () => {
    const stage = await open({ people: [rosaTaking({ supplyDays: 90 })] });
    const { widget } = stage;
    await openForm(widget);
    expect((byLabel(widget, '90 days') as HTMLInputElement).checked).to.equal(true);
    await fillInForm(widget, { refills: '0' });
    press(widget, 'Request a renewal');
    await reads(widget, 'Supply: 90 days, no refills.');
    expect(renewalsSent(stage)[0]?.body).to.deep.equal({
      supplyDays: 90,
      refills: 0,
      newAllergies: null,
      pharmacy: null,
      note: null,
    });
  });

  it('renewal.details: asks for each thing that is missing, in the form, before anything is sent', async () => {
    const stage = await open();
    const { widget } = stage;
    await openForm(widget);
    press(widget, 'Request a renewal');
    const summary = await eventually(() => byRole(widget, 'alert'));
    expect(textOf(summary)).to.equal(
      'There is a problem Choose how many refills you need Tell us if you have new allergies',
    );
    expectFocusOn(summary);
    byRole(widget, 'link', 'Tell us if you have new allergies').click();
    expectFocusOn(byLabel(widget, 'No new allergies'));

    await fillInForm(widget, { newAllergies: 'x' });
    fillIn(byLabel(widget, 'What was it, and what happened?'), ' ');
    press(widget, 'Request a renewal');
    await reads(widget, 'Tell us what it was and what happened');
    expect(renewalsSent(stage)).to.have.lengthOf(0);
  });

  it('opens, is left and is sent with the keyboard alone; the focus is always somewhere sensible', async () => {
    const stage = await open();
    const { widget } = stage;
    const openByKey = async () => {
      (await eventually(() => byRole(widget, 'button', /^Request a renewal/))).focus();
      await sendKeys({ press: 'Enter' });
      const heading = await eventually(() => byRole(widget, 'heading', /^Request a renewal: Tran/));
      await eventually(() => {
        expectFocusOn(heading);
      });
    };
    await openByKey();
    (await eventually(() => byRole(widget, 'button', 'Close'))).focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => {
      expectFocusOn(queryByRole(widget, 'button', /^Request a renewal/));
    });
    expect(isThere(widget, 'form')).to.equal(false);

    await openByKey();
    (await eventually(() => byLabel(widget, '90 days'))).focus();
    await sendKeys({ press: ' ' });
    byLabel(widget, 'Refills').focus();
    await sendKeys({ type: '2 refills' });
    byLabel(widget, 'No new allergies').focus();
    await sendKeys({ press: ' ' });
    byLabel(widget, /^Different pharmacy/).focus();
    await sendKeys({ type: 'Old Mill Pharmacy' });
    await sendKeys({ press: 'Enter' });
    await reads(widget, requested);
    expect(renewalsSent(stage).map(({ body }) => body)).to.deep.equal([
      {
        supplyDays: 90,
        refills: 2,
        newAllergies: null,
        pharmacy: 'Old Mill Pharmacy',
        note: null,
      },
    ]);
    await expectFocusOnNote(stage);
  });

  it('closed, gives the focus back to the button that opened it, whatever came of the last one', async () => {
    const approved = { status: 'approved', decision: decidedWith(null) } as const;
    const { widget } = await open({ people: [rosaTaking({}, approved)] });
    await reads(widget, 'Your renewal was approved.');
    await openForm(widget);
    press(widget, 'Close');
    await eventually(() => {
      expectFocusOn(queryByRole(widget, 'button', /^Request a renewal/));
    });
  });

  it('keeps what was typed when it is closed, until somebody starts over or sends it', async () => {
    const { widget, backend, timers } = await open();
    await openForm(widget);
    await fillInForm(widget, { refills: '2', newAllergies: 'Penicillin: hives', note: 'Later' });
    timers.advance({ seconds: 1 });
    await reads(widget, /Draft saved at/);
    press(widget, 'Close');
    await openForm(widget);
    await reads(widget, 'It hasn’t been sent yet.');
    expect(byLabel(widget, /^Anything else/).value).to.equal('Later');
    expect(byLabel(widget, 'Refills').value).to.equal('2');
    expect(byLabel(widget, 'What was it, and what happened?').value).to.equal('Penicillin: hives');
    press(widget, 'Start over');
    await eventually(() => {
      expect(byLabel(widget, /^Anything else/).value).to.equal('');
      expect((byLabel(widget, '30 days') as HTMLInputElement).checked).to.equal(true);
    });

    await fillInForm(widget, { note: 'Now' });
    press(widget, 'Request a renewal');
    await reads(widget, requested);
    await eventually(() => expect(keptDrafts(backend)).to.deep.equal([]));
  });

  it('closes with Back and opens again with Forward, with what was typed; once sent, Back does not open it', async () => {
    const { widget, timers } = await open();
    await openForm(widget);
    const { length } = history;
    await fillInForm(widget, { note: 'Later' });
    timers.advance({ seconds: 1 });
    await reads(widget, /Draft saved at/);
    history.back();
    await eventually(() => {
      expect(isThere(widget, 'form'), 'after Back').to.equal(false);
      expectFocusOn(queryByRole(widget, 'button', /^Request a renewal/));
    });
    history.forward();
    await eventually(() => {
      expect(byLabel(widget, /^Anything else/).value, 'after Forward').to.equal('Later');
      expectFocusOn(byRole(widget, 'heading', /^Request a renewal: /));
    });
    press(widget, 'Close');
    await eventually(() => expect(isThere(widget, 'form'), 'after Close').to.equal(false));
    await openForm(widget);
    expect(history.length, 'a closed form leaves no entry').to.equal(length);
    await fillInForm(widget);
    press(widget, 'Request a renewal');
    await reads(widget, requested);
  });

  it('leaves the history alone where the host has its own', async () => {
    const { widget } = await open();
    widget.history = 'off';
    const before = history.state as unknown;
    await openForm(widget);
    expect(history.state).to.deep.equal(before);
    press(widget, 'Close');
    await eventually(() => {
      expect(isThere(widget, 'form')).to.equal(false);
      expectFocusOn(queryByRole(widget, 'button', /^Request a renewal/));
    });
  });

  it('comes back with what was typed to the same person after an idle logout', async () => {
    const { widget, timers, session, signInElsewhere } = await open();
    await openForm(widget);
    await fillInForm(widget, { note: 'The box is empty' });
    timers.advance({ seconds: 2 });
    await reads(widget, /Draft saved at/);
    timers.advance({ minutes: 15 });
    await reads(widget, 'We signed you out.');
    expect(widget.shadowRoot?.innerHTML).not.to.contain('The box is empty');
    await signInElsewhere('rosa.delgado');
    await session.context?.store.dispatch({ type: 'refresh' });
    const note = await eventually(() => byLabel(widget, /^Anything else/));
    expect(note.value).to.equal('The box is empty');
  });

  it('says within how many days the answer comes, and whom to call if that is too late', async () => {
    const { widget } = await open();
    await openForm(widget);
    await reads(
      widget,
      'We’ll reply within 2 business days. Need it sooner? Call your office: 1-555-555-0118',
    );
    expect(byRole(widget, 'link', 'What to include in a request').getAttribute('href')).to.equal(
      'faq.html#faq-renewal-details',
    );
  });
});

describe('<med-renewal>: nothing is asked for twice', () => {
  it('a double click sends one request; the button says that it is at work', async () => {
    const stage = await open();
    const { widget, backend, stored } = stage;
    const release = backend.faults.hold('requestRenewal');
    await openForm(widget);
    await fillInForm(widget);
    const send = byRole(widget, 'button', 'Request a renewal');
    send.click();
    send.click();
    await reads(widget, 'Sending…');
    expect(send.getAttribute('aria-disabled')).to.equal('true');
    send.click();
    press(widget, 'Close'); // is not possible any more
    release();
    await reads(widget, requested);
    expect(renewalsSent(stage)).to.have.lengthOf(1);
    expect(stored()).to.have.lengthOf(1);
  });

  for (const outcome of ['lost', 'wrong'] as const) {
    it(`an answer that is ${outcome}: the same is sent again, and the truth is told`, async () => {
      const stage = await open();
      const { widget, backend, events, stored } = stage;
      backend.faults.setNext('requestRenewal', { outcome });
      await askForRenewal(widget);
      await reads(widget, requested);
      expect(stored()).to.have.lengthOf(1);
      const [first, second] = renewalsSent(stage);
      expect(second).to.deep.equal(first);
      expect(first?.key).to.match(/^[\w-]{36}$/);
      expect(events.map(({ renewalId }) => renewalId)).to.deep.equal([stored()[0]?.id]);
      await expectFocusOnNote(stage);
    });
  }

  for (const [outcome, arrived] of [
    ['lost', 1],
    ['offline', 0],
  ] as const) {
    it(`never answered (${outcome}): says that it does not know, and is locked; sent again, it is done once`, async () => {
      const stage = await open();
      const { widget, backend, stored } = stage;
      backend.faults.set('requestRenewal', { outcome });
      await askForRenewal(widget, { note: 'Two boxes, please.' });
      await reads(widget, 'We don’t know if your request got through.');
      await reads(widget, 'Or call your office: 1-555-555-0118');
      await eventually(() => {
        expectFocusOn(byRole(widget, 'alert'));
      });
      const note = byLabel(widget, /^Anything else/);
      expect(note.value).to.equal('Two boxes, please.');
      expect(note.matches(':disabled'), 'until it is known').to.equal(true);
      expect(stored()).to.have.lengthOf(arrived);

      backend.faults.clear();
      press(widget, 'Send it again');
      await reads(widget, requested);
      const sent = renewalsSent(stage);
      expect(sent).to.have.lengthOf(3);
      for (const each of sent) expect(each).to.deep.equal(sent[0]);
      expect(stored()).to.have.lengthOf(1);
    });
  }

  /** Asks for a renewal that arrives, without an answer. */
  const askBlindly = async ({ widget, backend, timers }: RenewalStage) => {
    await openForm(widget);
    await fillInForm(widget);
    timers.advance({ seconds: 2 });
    await reads(widget, /Draft saved at/);
    backend.faults.set('requestRenewal', { outcome: 'lost' });
    press(widget, 'Request a renewal');
    await reads(widget, 'We don’t know if your request got through.');
  };

  it('closed without knowing: sends nothing any more; the card says so, and the form, until it is known', async () => {
    const stage = await open();
    const { widget, backend, events, stored } = stage;
    await askBlindly(stage);
    backend.faults.clear();
    const { length } = renewalsSent(stage);
    press(widget, 'Close');
    await eventually(() => {
      expect(isThere(widget, 'form')).to.equal(false);
      expectFocusOn(byRole(widget, 'button', /^Request a renewal/));
    });
    await reads(widget, /We don’t know if your request got through\..*Request a renewal/);
    press(widget, /^Request a renewal/);
    await eventually(() => byRole(widget, 'button', 'Send it again'));
    await reads(widget, 'We don’t know if your request got through.');
    expect(textOf(widget)).not.to.contain('It hasn’t been sent yet.');
    expect(byLabel(widget, 'Refills').value).to.equal('3');
    expect(renewalsSent(stage)).to.have.lengthOf(length);
    press(widget, 'Send it again');
    await reads(widget, requested);
    await expectFocusOnNote(stage);
    expect(isThere(widget, 'alert')).to.equal(false);
    expect(isThere(widget, 'button', /^Request a renewal/)).to.equal(false);
    expect(stored()).to.have.lengthOf(1);
    expect(events).to.have.lengthOf(1);
    await eventually(() => expect(keptDrafts(backend)).to.deep.equal([]));
  });

  it('another form is opened before the answer: it is told at its own medication', async () => {
    const twoOfRosas = (now: number) => {
      const person = rosaTaking()(now);
      const [first] = person.medications ?? [];
      return {
        ...person,
        medications: first ? [first, { ...first, id: 'iron', name: 'Iron' }] : [],
      };
    };
    const stage = await mountRenewal({ people: [twoOfRosas] });
    const { widget, backend } = stage;
    await reads(widget, 'Showing 2 of 2');
    (await eventually(() => byRole(widget, 'button', /^Request a renewal: Tran/))).click();
    await eventually(() => byRole(widget, 'form'));
    await fillInForm(widget);
    const release = backend.faults.hold('requestRenewal');
    press(widget, 'Request a renewal');
    await reads(widget, 'Sending…');
    press(widget, 'Request a renewal: Iron');
    await eventually(() => byRole(widget, 'heading', 'Request a renewal: Iron'));
    await eventually(() => byRole(widget, 'button', 'Request a renewal')); // this one is not sent
    release();
    await reads(cardOf(widget, 'Tranexamic acid 650 mg tablet'), requested);
    byRole(cardOf(widget, 'Iron'), 'form');
  });

  it('renewal.one-pending: asked for elsewhere meanwhile, it says what waits', async () => {
    const stage = await open();
    const { widget, backend, stored } = stage;
    await openForm(widget);
    const [elsewhere] = rosaTaking({}, {})(stage.timers.now()).renewals ?? [];
    await backend.db.transact(({ renewals }) => {
      if (elsewhere) renewals.put(elsewhere);
    });
    await fillInForm(widget);
    press(widget, 'Request a renewal');
    await reads(widget, 'Renewal requested. We’ll reply by May 5, 2026.');
    expect(stored()).to.have.lengthOf(1);
    await expectFocusOnNote(stage);
  });

  it('is sent, and signed out before the answer: what comes then goes nowhere', async () => {
    const { widget, backend, session, events } = await open();
    const release = backend.faults.hold('requestRenewal');
    await askForRenewal(widget);
    await reads(widget, 'Sending…');
    await session.signOut();
    await reads(widget, 'Sign in to see your medications.');
    release();
    await session.updateComplete;
    expect(events).to.have.lengthOf(0);
    expect(widget.shadowRoot?.innerHTML).not.to.contain('Tranexamic');
  });
});
